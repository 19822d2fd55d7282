import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { idOf } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'
import { slackAndCompanion, TEAM, words } from './slack-talk.ts'

const FIRST = 'community.first-words'

forEachDatabase((_name, fresh) => {
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  let core: Core
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, ['ada', 'ben', 'cleo', 'dev', 'eve'])
    core = slack.served.core
  })
  afterAll(() => slack.close())

  /** Whose notebook somebody's account writes to now. */
  const nowOf = (user: string) =>
    core.linkAccount(SYSTEM, { kind: 'slack', subject: `${TEAM}:${user}`, verified: true })
  const wrote = async (actor: Actor) =>
    (await core.myAnswers(actor, {})).answers.map((answer) => answer.lines.join(' '))

  test('“link” and the code, in any near way: asked first whose code it is, then the two are one, and it goes on', async () => {
    const ada = await slack.talk('ada')
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, { question: FIRST, value: { words: 'written on the web' }, channel: 'web' })
    await ada.say('next question')
    expect(words(await ada.say('from Slack'))).toContain('Thanks, saved')
    const { code } = await core.makeLinkCode(actor, {})
    const asked = words(await ada.say(`Please link my notebook: ${code.replace('-', ' ').toLowerCase()}`))
    expect(asked).toContain('Did you make this code yourself?')
    expect(asked).toContain('a trainer or a colleague never needs this from you')
    expect(idOf(await nowOf(ada.user))).not.toBe(idOf(actor))
    const done = words(await ada.say('yes, link'))
    expect(done).toContain('are one now')
    expect(idOf(await nowOf(ada.user))).toBe(idOf(actor))
    expect(words(await ada.say('my answers'))).toContain('from Slack')
    const { versions } = await core.myVersions(actor, { question: FIRST })
    expect(versions).toHaveLength(2)
  })

  test('no is no, a made-up code is none, and after too many nobody looks any more', async () => {
    const ben = await slack.talk('ben')
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    await ben.say(`link ${code}`)
    expect(words(await ben.say('no'))).toContain('All right')
    expect(words(await ben.say('yes, link'))).not.toContain('are one now')
    expect(idOf(await nowOf(ben.user))).not.toBe(idOf(actor))
    for (let n = 0; n < 7; n++) expect(words(await ben.say('link ABCD-EFGH'))).toContain('isn’t a code that works now')
    expect(words(await ben.say(`link ${code}`))).toContain('a lot of codes from one account')
  })

  test('“link” alone gives a link to a page, bound to this notebook; a question about links is a question', async () => {
    const cleo = await slack.talk('cleo')
    for (const say of [
      'link',
      'Link my account',
      'how do I link my notebook to the web?',
      '/link',
      'open my notebook in a browser',
    ]) {
      const said = words(await cleo.say(say))
      expect(said, say).toMatch(/http:\/\/standpoint\.example\.org\/link\/[\w-]{43}/)
      expect(said, say).toContain('Don’t pass it on')
    }
    for (const say of ['How do I link partners?', 'link building between communities', 'what links do networks need?'])
      expect(words(await cleo.say(say)), say).not.toMatch(/\/link\/|code that works/)
    const link = /\/link\/([\w-]{43})/.exec(words(await cleo.say('link')))?.[1] as string
    const { secret } = await core.openLink(VISITOR, { link, secret: null })
    expect(idOf(await core.whoIsThis(VISITOR, { secret }))).toBe(idOf(cleo.actor))
  })

  test('“unlink” ends it at once: the next message starts anew, and what was awaited or held is not in it', async () => {
    const dev = await slack.talk('dev')
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    await dev.say(`link ${code}`)
    await dev.say('yes')
    await dev.say('next question')
    const warned = words(await dev.say('Unlink'))
    expect(warned).toContain('the only way back into your notebook')
    expect(words(await dev.say('unlink anyway'))).toContain('Unlinked. Your answers stay')
    const anew = words(await dev.say('these words answer nothing'))
    expect(anew).toContain('I’m a program, not a person')
    expect(anew).not.toContain('Thanks, saved')
    const now = await nowOf(dev.user)
    expect(idOf(now)).not.toBe(idOf(actor))
    expect([await wrote(now), await wrote(actor)]).toEqual([[], []])
    expect(words(await dev.say('save it'))).not.toContain('Thanks, saved')
    expect(await core.readDialogue(actor, { conversation: `slack/${TEAM}/${dev.channel}` })).toBeNull()
  })

  test('where the chat is the only way in, unlinking says what to do instead', async () => {
    const eve = await slack.talk('eve')
    await eve.say('next question')
    await eve.say('only here')
    expect(words(await eve.say('disconnect this account'))).toContain('the only way into your notebook')
    expect(await wrote(await nowOf(eve.user))).toEqual(['only here'])
  })
})

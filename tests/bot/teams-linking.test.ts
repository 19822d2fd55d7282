import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { idOf } from '#tests/attacks/group.ts'
import { forEachDatabase, temporaryFolder } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'
import { TENANT } from '#tests/support/teams-service.ts'
import { buttons, type Talk, type TeamsAndCompanion, teamsAndCompanion, words } from './teams-talk.ts'

const FIRST = 'community.first-words'

forEachDatabase((_name, fresh) => {
  const clock = join(temporaryFolder(), 'clock')
  const at = (iso: string) => writeFileSync(clock, iso)
  let teams: TeamsAndCompanion
  let core: Core
  beforeAll(async () => {
    at('2026-03-02T09:00:00Z')
    teams = await teamsAndCompanion((more) => fresh({ ...more, STANDPOINT_TEST_CLOCK: clock }))
    core = teams.served.core
  })
  afterAll(() => teams.close())

  /** Whose notebook somebody's account writes to now. */
  const nowOf = (person: string) =>
    core.linkAccount(SYSTEM, { kind: 'teams', subject: `${TENANT}:${person}`, verified: true })
  const wrote = async (actor: Actor) =>
    (await core.myAnswers(actor, {})).answers.map((answer) => answer.lines.join(' '))

  /** Somebody in Teams with the notebook of a browser. */
  async function linked(name: string): Promise<{ talk: Talk; actor: Actor }> {
    const talk = await teams.talk(name)
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    await talk.say(`link ${code}`)
    await talk.say('yes, link')
    return { talk, actor }
  }

  test('a code of the web: asked first whose it is, by a button too, then the two are one, and it goes on', async () => {
    const ada = await teams.talk('ada')
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, { question: FIRST, value: { words: 'written on the web' }, channel: 'web' })
    at('2026-03-02T09:01:00Z')
    await ada.say('next question')
    expect(words(await ada.say('from Teams'))).toContain('Thanks, saved')
    const { code } = await core.makeLinkCode(actor, {})
    const asked = await ada.say(`Please link my notebook: ${code.replace('-', ' ').toLowerCase()}`)
    expect(words(asked)).toContain('Did you make this code yourself?')
    expect(words(asked)).toContain('a trainer or a colleague never needs this from you')
    expect(idOf(await nowOf('ada'))).not.toBe(idOf(actor))
    expect(words(await ada.press(asked.at(-1), 'I made the code myself'))).toContain('are one now')
    expect(idOf(await nowOf('ada'))).toBe(idOf(actor))
    expect(words(await ada.say('my answers'))).toContain('from Teams')
    expect((await core.myVersions(actor, { question: FIRST })).versions).toHaveLength(2)
  })

  test('“link” gives a link to a page, bound to this notebook', async () => {
    const cleo = await teams.talk('cleo')
    const said = words(await cleo.say('how do I link my notebook to the web?'))
    expect(said).toContain('Don’t pass it on')
    const link = /http:\/\/standpoint\.example\.org\/link\/([\w-]{43})/.exec(said)?.[1] as string
    const { secret } = await core.openLink(VISITOR, { link, secret: null })
    expect(idOf(await core.whoIsThis(VISITOR, { secret }))).toBe(idOf(cleo.actor))
  })

  test('“unlink” ends it at once: the next message starts anew, and prompts that came here don’t come any more', async () => {
    const { talk, actor } = await linked('dev')
    await talk.say('prompts on')
    await talk.say('next question')
    expect(words(await talk.say('Unlink'))).toContain('the only way back into your notebook')
    const done = words(await talk.say('unlink anyway'))
    expect(done).toContain('Unlinked. Your answers stay')
    expect(done).toContain('they have stopped')
    expect(await core.myPrompts(actor, {})).toMatchObject({ on: false, teams: false })
    const anew = words(await talk.say('these words answer nothing'))
    expect(anew).toContain('I’m a program, not a person')
    expect(anew).not.toContain('Thanks, saved')
    const now = await nowOf('dev')
    expect(idOf(now)).not.toBe(idOf(actor))
    expect([await wrote(now), await wrote(actor)]).toEqual([[], []])
    at('2026-03-03T10:00:00Z')
    await teams.served.companion.sendPrompts(() => true)
    expect(await talk.fresh()).toEqual([])
    at('2026-03-02T09:00:00Z')
  })

  test('a prompt that is there still, when its account was unlinked, can’t be answered from it', async () => {
    const { talk, actor } = await linked('fay')
    await talk.say('prompts on')
    at('2026-03-03T10:00:00Z')
    await teams.served.companion.sendPrompts(() => true)
    const [sent] = await talk.fresh()
    expect(buttons(sent)).toHaveLength(5)
    await talk.say('unlink anyway')
    expect(words(await talk.press(sent, 'Answer'))).not.toContain('Write your reply here')
    expect(words(await talk.press(sent, 'Skip'))).toContain('settled already')
    expect(await core.waitingPrompt(actor, {})).not.toBeNull()
    at('2026-03-02T09:00:00Z')
  })

  test('where the chat is the only way in, unlinking says what to do instead', async () => {
    const eve = await teams.talk('eve')
    await eve.say('next question')
    await eve.say('only here')
    expect(words(await eve.say('disconnect Teams'))).toContain('the only way into your notebook')
    expect(await wrote(await nowOf('eve'))).toEqual(['only here'])
  })
})

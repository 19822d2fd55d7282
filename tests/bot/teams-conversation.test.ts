import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { APP, TENANT } from '#tests/support/teams-service.ts'
import { activity, buttons, type TeamsAndCompanion, teamsAndCompanion, words } from './teams-talk.ts'

const mine = async (core: Core, actor: Actor) =>
  (await core.myAnswers(actor, {})).answers.map((a) => [a.question.id, a.lines.join(' / '), a.channel])

forEachDatabase((_name, fresh) => {
  let at: TeamsAndCompanion
  let core: Core
  beforeAll(async () => {
    at = await teamsAndCompanion(fresh)
    core = at.served.core
  })
  afterAll(() => at.close())

  test('a question about the standards is answered with the clause, letter for letter, its label and its page', async () => {
    const ada = await at.talk('ada')
    const sent = await ada.say('K15')
    const clause = core.content.clause('SC-NETWORKS:K15')
    expect(words(sent)).toContain(`“${clause?.text}”`)
    expect(words(sent)).toContain(`SC-NETWORKS K15 http://standpoint.example.org${clause?.path}`)
  })

  test('the first message says that it is a program, what it does, who may read along, and how to stop; once', async () => {
    const ben = await at.talk('ben')
    const [first, reply] = await ben.say('What do the standards say about trust?')
    expect(first && words([first])).toContain('I’m a program, not a person')
    expect(first && words([first])).toContain('people who run Teams at your organisation may be able to read')
    expect(first && words([first])).toContain('Write “stop” at any time')
    expect(reply && words([reply])).not.toContain('I’m a program')
    expect(words(await ben.say('What do the standards say about trust?'))).not.toContain('I’m a program')
  })

  test('a waiting question is answered in Teams, letter for letter, and it is the same answer as on the web', async () => {
    const cleo = await at.talk('cleo')
    expect(words(await cleo.say('next question'))).toContain('which three words come to mind first?')
    const typed = 'Neighbours, *noise* & <b>tea</b> [x](y)'
    expect(words(await cleo.say(typed))).toContain('Thanks, saved')
    expect(await mine(core, cleo.actor)).toEqual([['community.first-words', typed, 'teams']])
    const recalled = await cleo.say('what did I say about community?')
    expect(words(recalled)).toContain(`“${typed}”`)
    // Nothing in it is mark-up: runs of rich text, not blocks that Teams would read as Markdown.
    expect(JSON.stringify(recalled)).not.toContain('"TextBlock"')
  })

  test('every choice of a card is a button that says its words', async () => {
    const dev = await at.talk('dev')
    const [welcome] = await dev.say('hello')
    expect(buttons(welcome)).toContainEqual({
      type: 'Action.Submit',
      title: 'Next question',
      data: { say: 'next question' },
    })
  })

  test('a press of a button says its words', async () => {
    const kim = await at.talk('kim')
    await kim.say('hello')
    await at.post(activity(at.teams.url, 'kim', { text: undefined, value: { say: 'next question' } }))
    expect(words(await kim.fresh())).toContain('which three words come to mind first?')
  })

  test('possible harm meets the fixed card and nothing else', async () => {
    const eve = await at.talk('eve')
    const sent = await eve.say('My partner hit me last night and I am scared to go home')
    expect(sent).toHaveLength(1)
    expect(words(sent)).toContain('999')
    expect(words(sent)).not.toContain('hit me')
  })

  test('put into somebody’s chat, it says what it is, and nobody has a notebook before they write', async () => {
    const arrival = {
      type: 'conversationUpdate',
      membersAdded: [{ id: `28:${APP}` }],
      conversation: { id: 'a:fay', conversationType: 'personal', tenantId: TENANT },
    }
    await at.post(activity(at.teams.url, 'fay', arrival))
    await at.served.companion.idle()
    const [greeting] = at.teams.sent.filter(({ conversation }) => conversation === 'a:fay')
    expect(greeting && words([greeting])).toContain('I’m a program, not a person')
    const fay = await at.talk('fay')
    expect(await mine(core, fay.actor)).toEqual([])
    // Somebody else who comes into a chat is not greeted.
    await at.post(activity(at.teams.url, 'gus', { type: 'conversationUpdate', membersAdded: [{ id: '29:gus' }] }))
    await at.served.companion.idle()
    expect(at.teams.sent.filter(({ conversation }) => conversation === 'a:gus')).toEqual([])
  })

  test('two people who write at once have two notebooks', async () => {
    const [ida, jo] = [await at.talk('ida'), await at.talk('jo')]
    await Promise.all([ida.say('next question'), jo.say('next question')])
    await Promise.all([ida.say('words of Ida'), jo.say('words of Jo')])
    expect((await mine(core, ida.actor))[0]?.[1]).toBe('words of Ida')
    expect((await mine(core, jo.actor))[0]?.[1]).toBe('words of Jo')
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { slackAndCompanion, type Talk, TEAM, words } from './slack-talk.ts'

const FIRST = 'community.first-words'
const DISCLOSURE = 'My partner hit me last night and I am scared to go home'

forEachDatabase((_name, fresh) => {
  const people = ['ada', 'ben', 'cleo', 'dev', 'eve', 'fay', 'gus', 'hal', 'ida', 'jo']
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  let core: Core
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, people)
    core = slack.served.core
  })
  afterAll(() => slack.close())

  /** Every version of every answer, oldest first. */
  const versions = async (actor: Actor) =>
    (await core.myAnswers(actor, { history: true })).answers.map((a) => a.history.map((h) => h.lines.join(' / ')))

  /** Somebody who has just answered the first question, and the message that they did it with. */
  async function answered(name: string, text: string): Promise<{ talk: Talk; ts: string }> {
    const talk = await slack.talk(name)
    await talk.say('next question')
    const { ts } = await talk.write(text)
    expect(words(await talk.fresh())).toContain('Thanks, saved')
    return { talk, ts }
  }

  test('editing the message edits the answer, each time as a new version, said in one line', async () => {
    const { talk, ts } = await answered('ada', 'noise, tea')
    await talk.say('next question')
    for (const text of ['noise, tea, neighbours', 'tea & <b>neighbours</b>']) {
      const said = await talk.edit(ts, text)
      expect(said).toHaveLength(1)
      expect(words(said)).toMatch(/^Changed\. [^\n]*$/)
    }
    expect(await versions(talk.actor)).toEqual([['noise, tea', 'noise, tea, neighbours', 'tea & <b>neighbours</b>']])
    // What was asked meanwhile is waited for still, and what is written next is its answer and no other's.
    expect(words(await talk.say('what was the question?'))).toContain('Skip this one')
  })

  test('nothing changes where the words are the same, or the message was no answer', async () => {
    const { talk, ts } = await answered('ben', 'a garden')
    const link = await talk.write('see K15')
    await talk.fresh()
    // Slack shows what a link leads to, and says that the message has changed.
    expect(await talk.edit(ts, 'a garden', { attachments: [{ text: 'A preview' }] })).toEqual([])
    expect(await talk.edit(link.ts, 'see K16')).toEqual([])
    await talk.say('next question')
    expect(await talk.edit(link.ts, 'see K17')).toEqual([])
    expect(await versions(talk.actor)).toEqual([['a garden']])
  })

  test('an option is changed by its number; what is none of them changes nothing', async () => {
    const talk = await slack.talk('cleo')
    let card = words(await talk.say('next question'))
    while (!card.includes('Choose one, or write its number')) card = words(await talk.say('skip'))
    const { ts } = await talk.write('2')
    await talk.fresh()
    expect(words(await talk.edit(ts, 'seventeen'))).toContain('Your answer stays as it was')
    expect(words(await talk.edit(ts, '1'))).toContain('Changed.')
    const [answer] = (await core.myAnswers(talk.actor, { history: true })).answers
    const part = answer?.question.parts[0] as { name: string; options: { id: string }[] }
    expect(answer?.history.map((h) => h.value[part.name])).toEqual([part.options[1]?.id, part.options[0]?.id])
  })

  test('what was changed on the web since is not overwritten, and nothing is lost', async () => {
    const { talk, ts } = await answered('dev', 'from Slack')
    await core.saveAnswer(talk.actor, { question: FIRST, value: { words: 'from the web' }, channel: 'web' })
    const said = words(await talk.edit(ts, 'from Slack, later'))
    expect(said).toContain('changed somewhere else')
    expect(said).toContain('“from the web”')
    expect(await versions(talk.actor)).toEqual([['from Slack', 'from the web']])
    expect(words(await talk.say('save it'))).toContain('Thanks, saved')
    expect((await versions(talk.actor))[0]).toEqual(['from Slack', 'from the web', 'from Slack, later'])
  })

  test('possible harm in an edit meets the fixed card, and is not saved before they say so', async () => {
    const { talk, ts } = await answered('eve', 'my street')
    await talk.say('next question')
    const posted = await talk.edit(ts, DISCLOSURE)
    const { title, body } = core.content.help.harmCard
    expect(posted).toHaveLength(1)
    for (const line of [title, ...body, '999']) expect(posted[0]?.text).toContain(line)
    // It has stopped asking.
    await talk.say('these words are not an answer')
    expect(await versions(talk.actor)).toEqual([['my street']])
    expect(words(await talk.say('save it as my answer'))).toContain('Thanks, saved')
    expect(await versions(talk.actor)).toEqual([['my street', DISCLOSURE]])
    const plain = await talk.write('hello')
    await talk.fresh()
    expect(words(await talk.edit(plain.ts, DISCLOSURE))).toContain(title)
  })

  test('words that were held back follow their message: what was taken out of it is not saved after all', async () => {
    const talk = await slack.talk('fay')
    await talk.say('next question')
    const { ts } = await talk.write(DISCLOSURE)
    await talk.fresh()
    await talk.edit(ts, 'my street')
    expect(words(await talk.say('save it as my answer'))).toContain('Thanks, saved')
    expect(await versions(talk.actor)).toEqual([['my street']])
    await talk.say('next question')
    const other = await talk.write(DISCLOSURE)
    await talk.fresh()
    await talk.remove(other.ts)
    expect(words(await talk.say('save it'))).toContain('nothing of yours waiting')
  })

  test('deleting a message deletes no answer, and says once where that can be done', async () => {
    const { talk, ts } = await answered('gus', 'the market')
    await talk.say('next question')
    const other = await talk.write('when I moved here')
    await talk.fresh()
    const plain = await talk.write('thanks')
    await talk.fresh()
    expect(await talk.remove(plain.ts)).toEqual([])
    const said = await talk.remove(ts)
    expect(said).toHaveLength(1)
    expect(words(said)).toContain('still in your notebook')
    expect(words(said)).toContain('delete my data')
    expect(await talk.remove(other.ts)).toEqual([])
    expect((await versions(talk.actor)).map((all) => all.at(-1))).toContain('the market')
  })

  test('a message whose words were taken out is one that was deleted, also where a thread keeps its place', async () => {
    const { talk, ts } = await answered('hal', 'the library')
    const event = { type: 'message', subtype: 'message_changed', channel: talk.channel, ts: '9.9' }
    const before = { type: 'message', user: talk.user, text: 'the library', ts }
    const stone = { type: 'message', subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts }
    await slack.event({ ...event, message: stone, previous_message: before })
    expect(words(await talk.fresh())).toContain('still in your notebook')
    await slack.event({ ...event, message: { ...before, text: '' }, previous_message: before })
    expect(await versions(talk.actor)).toEqual([['the library']])
  })

  test('after everything was deleted, an edit of an old message begins no notebook', async () => {
    const { talk, ts } = await answered('ida', 'words to be forgotten')
    await talk.say('delete everything')
    await talk.say('delete everything')
    expect(await talk.edit(ts, 'words to be forgotten, changed')).toEqual([])
    expect(await talk.remove(ts)).toEqual([])
    const who = { kind: 'slack', subject: `${TEAM}:${talk.user}`, verified: true, starts: false } as const
    expect(await core.linkAccount(SYSTEM, who)).toEqual({ kind: 'visitor' })
  })

  test('one edit delivered four times is one version', async () => {
    const { talk, ts } = await answered('jo', 'once')
    const event = { type: 'message', subtype: 'message_changed', channel: talk.channel, ts: '8.8' }
    const message = { type: 'message', user: talk.user, text: 'twice', ts, edited: { user: talk.user, ts: '8.8' } }
    const old = { type: 'message', user: talk.user, text: 'once', ts }
    await Promise.all([1, 2, 3, 4].map(() => slack.event({ ...event, message, previous_message: old }, 'EvEdit')))
    expect(await versions(talk.actor)).toEqual([['once', 'twice']])
  })
})

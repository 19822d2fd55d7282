import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forEachDatabase, temporaryFolder } from '#tests/support/databases.ts'
import type { Button, Sent, Shown } from '#tests/support/teams-service.ts'
import { activity, buttons, type Talk, type TeamsAndCompanion, teamsAndCompanion } from './teams-talk.ts'

forEachDatabase((_name, fresh) => {
  const clock = join(temporaryFolder(), 'clock')
  const at = (iso: string) => writeFileSync(clock, iso)
  let teams: TeamsAndCompanion
  beforeAll(async () => {
    at('2026-03-02T09:00:00Z')
    teams = await teamsAndCompanion((more) => fresh({ ...more, STANDPOINT_TEST_CLOCK: clock }))
  })
  afterAll(() => teams.close())

  /** Somebody with prompts on, and the one that was sent to them. */
  async function prompted(name: string): Promise<{ talk: Talk; sent: Sent }> {
    at('2026-03-02T09:00:00Z')
    const talk = await teams.talk(name)
    await talk.say('prompts on')
    at('2026-03-03T10:00:00Z')
    await teams.served.companion.sendPrompts(() => true)
    const [sent] = await talk.fresh()
    if (!sent) throw new Error(`Nothing was sent to ${name}.`)
    return { talk, sent }
  }

  /** Presses a button whose reply takes the card's place, and gives that. */
  async function act(person: string, under: string, button: Button | undefined, more: object = {}): Promise<Shown> {
    const value = { action: { type: 'Action.Execute', verb: button?.verb, data: button?.data }, trigger: 'manual' }
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', text: undefined, value, replyToId: under }
    const { status, text } = await teams.post(activity(teams.teams.url, person, { ...invoke, ...more }))
    if (status !== 200) throw new Error(`The companion took a press of ${person}'s with ${status}.`)
    expect(JSON.parse(text)).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
    return JSON.parse(text).value
  }
  const titled = (card: Shown | undefined, title: string): Button | undefined =>
    card?.body.flatMap(({ actions }) => actions ?? []).find((button) => button.title === title)
  const cardOf = ({ body }: Sent) => body.attachments?.[0]?.content as Shown
  const waiting = ({ actor }: Talk) => teams.served.core.waitingPrompt(actor, {})

  test.each([
    ['Later', 'another day'],
    ['Skip', 'Skipped'],
    ['Pause', 'Paused'],
    ['Stop', 'Stopped'],
  ])('%s settles the card in its place, on every device, and no message comes', async (title, said) => {
    const { talk, sent } = await prompted(`ada-${title}`)
    const question = cardOf(sent).fallbackText.split('\n')[0] ?? ''
    const settled = await act(talk.person, sent.id, titled(cardOf(sent), title))
    expect(settled.fallbackText).toContain(question)
    expect(settled.fallbackText).toContain(said)
    for (const gone of ['Answer', 'Later', 'Skip']) expect(titled(settled, gone)).toBeUndefined()
    expect(await talk.fresh()).toEqual([])
    const [there, ...more] = teams.teams.replaced.filter(({ conversation }) => conversation === `a:${talk.person}`)
    expect(more).toEqual([])
    expect(there).toMatchObject({ id: sent.id })
    expect(there && cardOf(there)).toEqual(settled)
  })

  test('Answer keeps the question in its place; the next message is the reply, and a press after it says what is so', async () => {
    const { talk, sent } = await prompted('ben')
    const asking = await act('ben', sent.id, titled(cardOf(sent), 'Answer'))
    expect(asking.fallbackText).toContain('Write your reply here')
    const question = cardOf(sent).fallbackText.split('\n')[0] ?? ''
    expect(asking.fallbackText.split(question)).toHaveLength(2)
    expect(titled(asking, 'Skip')?.data.delivery).toBe(buttons(sent)[0]?.data.delivery)
    const [reply] = await talk.say('The tenants’ group')
    expect(reply && cardOf(reply).fallbackText).toContain('Thanks, saved')
    const after = await act('ben', sent.id, titled(asking, 'Skip'))
    expect(after.fallbackText).toContain('settled already')
    expect(await talk.fresh()).toEqual([])
  })

  test('one press delivered four times has one effect, and the card says it', async () => {
    const { talk, sent } = await prompted('cleo')
    const press = () => act('cleo', sent.id, titled(cardOf(sent), 'Later'), { id: 'f:once' })
    const cards = await Promise.all([press(), press(), press(), press()])
    expect(cards.filter(({ fallbackText }) => fallbackText.includes('another day'))).toHaveLength(1)
    await talk.fresh()
    const replaced = teams.teams.replaced.filter(({ conversation }) => conversation === 'a:cleo')
    expect(replaced.map((one) => cardOf(one).fallbackText)).toEqual([expect.stringContaining('another day')])
  })

  test('an older program does the same by a message; nobody presses for another, nor what was made up', async () => {
    const { talk, sent } = await prompted('dev')
    for (const { verb, type, data, fallback } of buttons(sent)) {
      expect([type, verb, fallback?.type]).toEqual(['Action.Execute', 'say', 'Action.Submit'])
      expect(fallback?.data).toEqual(data)
    }
    await teams.talk('mal')
    for (const title of ['Skip', 'Later', 'Answer', 'Stop']) await act('mal', sent.id, titled(cardOf(sent), title))
    const { delivery } = (await waiting(talk)) ?? {}
    for (const data of [{ say: 7, delivery }, { say: 'skip', delivery: 7 }, { delivery }, {}]) {
      const value = { action: { type: 'Action.Execute', verb: 'say', data } }
      const invoke = { type: 'invoke', name: 'adaptiveCard/action', text: undefined, value }
      expect((await teams.post(activity(teams.teams.url, 'dev', invoke))).status).toBe(400)
    }
    const value = { action: { type: 'Action.Execute', verb: 'say', data: { say: 'skip', delivery } } }
    const forged = activity(teams.teams.url, 'dev', { type: 'invoke', name: 'adaptiveCard/action', value })
    expect((await teams.post(forged, { 'content-type': 'application/json' })).status).toBe(401)
    expect(await waiting(talk)).toMatchObject({ delivery })
    const [said] = await talk.press(sent, 'Skip')
    expect(said && cardOf(said).fallbackText).toContain('Skipped')
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Core } from '#core/app.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { signed } from '#tests/support/slack-emulator.ts'
import { IN_SLACK } from '../../bot/channels/slack/in-slack.ts'
import { askablePart } from '../../bot/features/chat-answer.ts'
import { slackAndCompanion, type Talk, words } from './slack-talk.ts'
import { inputs, openWindow, saidIn, submit, windowButton } from './slack-windows.ts'

const FIRST = 'community.first-words'
const BELONG = 'community.belong'
const VOICE = 'community.whose-voice'
const DISCLOSURE = 'My partner hit me last night and I am scared to go home'

forEachDatabase((_name, fresh) => {
  const people = ['ada', 'ben', 'cleo', 'dev', 'eve', 'fay', 'gus', 'hal', 'ida', 'jo', 'kit', 'lou', 'mo']
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  let core: Core
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, people)
    core = slack.served.core
  })
  afterAll(() => slack.close())

  /** Asks for questions until this one is asked, and gives its card. */
  async function asked(talk: Talk, question: string) {
    const { ask } = core.content.question(question) ?? { ask: '' }
    for (let i = 0; i < 60; i++) {
      const card = (await talk.say('next question')).find(({ text }) =>
        words([{ text, ts: '', user: '' }]).includes(ask),
      )
      if (card) return card
    }
    throw new Error(`${question} was never asked.`)
  }
  const save = (talk: Talk, question: string, value: object) =>
    core.saveAnswer(talk.actor, { question, value: value as never, channel: 'web' })
  const versions = async ({ actor }: Talk, question: string) =>
    (await core.myAnswers(actor, { questions: [question], history: true })).answers.flatMap((a) =>
      a.history.map((h) => `${h.channel}: ${h.lines.join(' / ')}`),
    )

  test('a long answer is written in a window: the same answer as on the web, said once, and the card is settled', async () => {
    const ada = await slack.talk('ada')
    const card = await asked(ada, VOICE)
    const window = await openWindow(slack, ada, card)
    expect(window.title.text).toBe('Your answer')
    expect(saidIn(window)).toContain(core.content.question(VOICE)?.ask)
    expect(saidIn(window)).toContain('owners of this Slack workspace')
    const [box] = inputs(window)
    expect(box?.element).toMatchObject({ type: 'plain_text_input', multiline: true, max_length: 3000 })
    expect(box?.hint?.text).toBe('Up to 3,000 characters here, and 10,000 on its page.')

    expect(await submit(slack, ada.user, window, ['Two heron\n\nand a *harbour* <b>'])).toEqual({ status: 200 })
    const said = await ada.fresh()
    expect(words(said)).toContain('Thanks, saved')
    expect(await versions(ada, VOICE)).toEqual(['slack: Two heron /  / and a *harbour* <b>'])
    const settled = (await slack.slack.open('ada').then((o) => o.replies())).find(({ ts }) => ts === card.ts)
    expect(words([settled ?? card])).toContain('You answered this')
    expect(words([settled ?? card])).not.toContain('Skip')
    // What is written next is no answer to it any more.
    await ada.say('The weather is lovely by the sea today.')
    expect(await versions(ada, VOICE)).toHaveLength(1)
    // The button stays, and brings the answer back into the box.
    const again = await openWindow(slack, ada, settled)
    expect(inputs(again)[0]?.element.initial_value).toBe('Two heron\n\nand a *harbour* <b>')
    await submit(slack, ada.user, again, ['Two herons'])
    expect(await versions(ada, VOICE)).toHaveLength(2)
  })

  test('a window that is sent twice has one effect, whatever happened since', async () => {
    const ben = await slack.talk('ben')
    const window = await openWindow(slack, ben, await asked(ben, VOICE))
    await Promise.all([submit(slack, ben.user, window, ['once']), submit(slack, ben.user, window, ['once'])])
    await submit(slack, ben.user, window, ['once'])
    expect((words(await ben.fresh()).match(/Thanks, saved/g) ?? []).length).toBe(1)
    await save(ben, VOICE, { voices: 'newer' })
    expect(await submit(slack, ben.user, window, ['once'])).toEqual({ status: 200 })
    expect(await versions(ben, VOICE)).toEqual(['slack: once', 'web: newer'])
    expect(await ben.fresh()).toEqual([])
  })

  test('what can’t be taken is said beside its box, nothing is saved, and the window stays', async () => {
    const cleo = await slack.talk('cleo')
    const window = await openWindow(slack, cleo, await asked(cleo, FIRST))
    const [field] = inputs(window)
    expect(field?.element).toMatchObject({ max_length: 300 })
    const long = await submit(slack, cleo.user, window, ['a'.repeat(301)])
    expect(long.response_action).toBe('errors')
    expect(long.errors).toEqual({ [field?.block_id ?? '']: 'This can be up to 300 characters. It is 301 now.' })
    const longest = await submit(slack, cleo.user, window, ['a'.repeat(10_001)])
    expect(longest.errors?.[field?.block_id ?? '']).toContain('up to 10,000 characters')
    const empty = await submit(slack, cleo.user, window, [' \n '])
    expect(empty.errors?.[field?.block_id ?? '']).toContain('nothing in it yet')
    expect(await versions(cleo, FIRST)).toEqual([])
    expect(await cleo.fresh()).toEqual([])
    expect(await submit(slack, cleo.user, window, ['tea'])).toEqual({ status: 200 })
    expect(await versions(cleo, FIRST)).toEqual(['slack: tea'])
  })

  test('changed on the web meanwhile: both texts in the window, and only a second yes puts one over the other', async () => {
    const dev = await slack.talk('dev')
    const card = await asked(dev, VOICE)
    await save(dev, VOICE, { voices: 'first' })
    const window = await openWindow(slack, dev, card)
    expect(inputs(window)[0]?.element.initial_value).toBe('first')
    await save(dev, VOICE, { voices: 'from the web', themes: [] })
    const met = await submit(slack, dev.user, window, ['from the window'])
    expect(met.response_action).toBe('update')
    const shown = { ...window, ...met.view, hash: 'another' }
    expect(saidIn(shown)).toContain('Saved now:')
    expect(saidIn(shown)).toContain('from the web')
    expect(inputs(shown)[0]?.element.initial_value).toBe('from the window')
    expect(await versions(dev, VOICE)).toEqual(['web: first', 'web: from the web'])
    expect(await dev.fresh()).toEqual([])
    // Closed, it isn't lost; sent again, it is the newest.
    expect(await submit(slack, dev.user, shown, ['from the window, after all'])).toEqual({ status: 200 })
    expect((await versions(dev, VOICE)).at(-1)).toBe('slack: from the window, after all')
    expect(words(await dev.fresh())).toContain('Thanks, saved')
  })

  test('a window that met a conflict and was closed loses nothing: the words can still be saved in the chat', async () => {
    const eve = await slack.talk('eve')
    const window = await openWindow(slack, eve, await asked(eve, VOICE))
    await save(eve, VOICE, { voices: 'from the web' })
    await submit(slack, eve.user, window, ['from the window'])
    expect(words(await eve.say('save it as my answer'))).toContain('Thanks, saved')
    expect((await versions(eve, VOICE)).at(-1)).toBe('slack: from the window')
  })

  test('words that tell of harm meet the fixed card, are not saved, and are not lost', async () => {
    const fay = await slack.talk('fay')
    const card = await asked(fay, VOICE)
    const window = await openWindow(slack, fay, card)
    expect(await submit(slack, fay.user, window, [DISCLOSURE])).toEqual({ status: 200 })
    const said = words(await fay.fresh())
    const { title, body, carryOn } = core.content.help.harmCard
    for (const line of [title, ...body, carryOn]) expect(said).toContain(line)
    expect(said).not.toContain('saved.')
    expect(await versions(fay, VOICE)).toEqual([])
    // It waits in the box too, for its writer.
    expect(inputs(await openWindow(slack, fay, card))[0]?.element.initial_value).toBe(DISCLOSURE)
    expect(words(await fay.say('save it as my answer'))).toContain('saved')
    expect(await versions(fay, VOICE)).toEqual([`slack: ${DISCLOSURE}`])
  })

  test('a personal answer is repeated in the window only where quoting is switched on', async () => {
    const gus = await slack.talk('gus')
    const card = await asked(gus, BELONG)
    await save(gus, BELONG, { story: 'They kept a chair.' })
    const window = await openWindow(slack, gus, card)
    expect(saidIn(window)).not.toContain('They kept a chair')
    expect(saidIn(window)).toContain('You have answered this before')
    await core.choose(gus.actor, { what: 'quoting', yes: true })
    expect(inputs(await openWindow(slack, gus, card))[0]?.element.initial_value).toBe('They kept a chair.')
  })

  test('options are chosen in a window: one of several, a point of a scale, or any that fit', async () => {
    const lou = await slack.talk('lou')
    const only = (type: string) =>
      core.content.questions.find((q) => askablePart(q, IN_SLACK)?.type === type)?.id ?? `no question of ${type}`
    const [single, scale, multi] = ['single-choice', 'scale', 'multi-choice'].map(only) as [string, string, string]
    for (const [question, wrong, right] of [
      [single, 'none of these', null],
      [scale, '99', '2'],
      [multi, 'none of these', 'daytime-only,jargon'],
    ] as const) {
      const card = await asked(lou, question)
      const window = await openWindow(slack, lou, card)
      const [field] = inputs(window)
      const options = field?.element.options?.map(({ value }) => value) ?? []
      expect((await submit(slack, lou.user, window, [])).errors?.[field?.block_id ?? '']).toContain('Nothing is chosen')
      expect((await submit(slack, lou.user, window, [wrong])).response_action, question).toBe('errors')
      expect(await submit(slack, lou.user, window, [right ?? (options[0] as string)])).toEqual({ status: 200 })
      expect(words(await lou.fresh()), question).toContain('Thanks, saved')
      expect(await versions(lou, question)).toHaveLength(1)
    }
    expect(await versions(lou, multi)).toEqual(['slack: Daytime-only meetings / Jargon'])
  })

  test('two texts are two boxes, several short ones are lines', async () => {
    const mo = await slack.talk('mo')
    const plan = 'community.practice'
    const window = await openWindow(slack, mo, await asked(mo, plan))
    expect(inputs(window).map(({ label }) => label.text)).toEqual(['When …', 'I will …'])
    await submit(slack, mo.user, window, ['it rains, I will think', 'carry on'])
    expect(await versions(mo, plan)).toEqual(['slack: When it rains, I will think / I will carry on'])
    const boxes = core.content.questions.find((q) => askablePart(q, IN_SLACK)?.type === 'boxes')?.id ?? ''
    const lines = await openWindow(slack, mo, await asked(mo, boxes))
    const met = await submit(slack, mo.user, lines, [`one\n\n${'b'.repeat(201)}`])
    expect(Object.values(met.errors ?? {})).toEqual(['Line 2: This can be up to 200 characters. It is 201 now.'])
    await submit(slack, mo.user, lines, ['one\n\ntwo'])
    expect(await versions(mo, boxes)).toEqual(['slack: one / two'])
  })

  test('an answer longer than a window holds is never cut: a link of one use leads to it', async () => {
    const hal = await slack.talk('hal')
    const card = await asked(hal, VOICE)
    await save(hal, VOICE, { voices: 'a'.repeat(3001) })
    const window = await openWindow(slack, hal, card)
    expect(inputs(window)).toEqual([])
    expect(window.submit).toBeNull()
    expect(saidIn(window)).toMatch(/standpoint\.example\.org\/link\/[\w-]{20,}/)
    await save(hal, VOICE, { voices: 'a'.repeat(3000) })
    expect(inputs(await openWindow(slack, hal, card))[0]?.element.initial_value).toHaveLength(3000)
  })

  test('a private question has no window, is never shown in one, and none of it is taken', async () => {
    const ida = await slack.talk('ida')
    const secret = core.content.question('community.on-the-edge')
    if (secret?.sensitivity !== 'S2') throw new Error('The question is not private.')
    // Of its kind, chat would ask it.
    expect(secret.parts.map(({ type }) => type)).toEqual(['long-text'])
    const card = await asked(ida, VOICE)
    const button = windowButton(card)
    if (!button) throw new Error('No button.')
    button.value = `answer ${secret.id}`
    await expect(openWindow(slack, ida, card)).rejects.toThrow('No window')
    expect(words(await ida.fresh())).not.toContain(secret.ask)
    const window = await openWindow(slack, ida, await asked(ida, BELONG))
    const of = window.private_metadata.replace(/community\.belong \w+/, `${secret.id} ${secret.hash}`)
    const met = await submit(slack, ida.user, { ...window, private_metadata: of }, ['a secret'])
    expect(met.response_action).toBe('errors')
    expect((await core.myAnswers(ida.actor, {})).answers).toEqual([])
  })

  test('nobody’s words stand in what Slack sends back, and what Slack didn’t sign, or isn’t ours, does nothing', async () => {
    const jo = await slack.talk('jo')
    const card = await asked(jo, VOICE)
    await save(jo, VOICE, { voices: 'heron and harbour' })
    const window = await openWindow(slack, jo, card)
    expect(window.private_metadata + JSON.stringify(windowButton(card))).not.toMatch(/heron|harbour/)
    const now = Math.floor(Date.now() / 1000)
    for (const headers of [
      (body: string) => signed(body, now, 'not the secret'),
      (body: string) => signed(`${body}&more=1`, now),
      (body: string) => signed(body, now - 400),
    ])
      expect((await submit(slack, jo.user, window, ['forged'], headers)).status).toBe(401)
    for (const private_metadata of ['', 'words of somebody', `${window.private_metadata} {"a":1}`, 'D1 - a\nb'])
      expect((await submit(slack, jo.user, { ...window, private_metadata }, ['x'])).status).toBe(400)
    const other = { ...window, callback_id: 'constructor' }
    expect((await submit(slack, jo.user, other, ['x'])).response_action).toBe('errors')
    const mine = { ...window, private_metadata: window.private_metadata.replace(/ \d+$/, ' 0') }
    // Somebody else who sends it writes into a notebook of their own.
    const kit = await slack.talk('kit')
    await submit(slack, kit.user, mine, ['kit’s'])
    expect(await versions(jo, VOICE)).toEqual(['web: heron and harbour'])
    expect(await versions(kit, VOICE)).toEqual(['slack: kit’s'])
    expect(slack.served.logged.join('\n')).not.toMatch(/heron|forged|kit’s/)
  })
})

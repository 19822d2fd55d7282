import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Core } from '#core/app.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { signed } from '#tests/support/slack-emulator.ts'
import { hasNotebook, slackAndCompanion, TEAM, words } from './slack-talk.ts'
import { APP, command } from './slack-windows.ts'

const DISCLOSURE = 'My partner hit me last night and I am scared to go home'
/** A channel that the app was never let into. */
const ELSEWHERE = 'C0ELSEWHERE'

forEachDatabase((_name, fresh) => {
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  let core: Core
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, ['ada', 'ben', 'cleo', 'dev', 'eve', 'fay', 'gus'])
    core = slack.served.core
  })
  afterAll(() => slack.close())

  const says = async (user: string, channel: string, text: string, more?: Record<string, string>) => {
    const shown = await command(slack, { user, channel, text }, more)
    expect(shown.status).toBe(200)
    return { ...shown, text: (shown.text ?? '').replaceAll('&amp;', '&') }
  }

  test('where the app is no member the response itself quotes the standards, to whoever asked alone', async () => {
    const ada = await slack.slack.userOf('ada')
    for (const channel of [ELSEWHERE, 'D0OTHERS', 'G0GROUP']) {
      const shown = await says(ada, channel, 'how would I build trust with people?')
      expect(shown.response_type).toBe('ephemeral')
      expect(shown.text).toContain('“')
      expect(shown.text).toContain('Only you see this.')
      // Nothing could be shown to others here, so no button says so.
      expect(JSON.stringify(shown.blocks)).not.toMatch(/Share with everyone|"button"/)
    }
    expect(await hasNotebook(core, ada)).toBe(false)
  })

  test('where the app is a member it shows it itself, and a press shows everybody the clauses, once', async () => {
    const ben = await slack.slack.userOf('ben')
    const channel = await slack.slack.together(['ben', 'ada'], 'public')
    expect(await says(ben, channel, 'how would I build trust with people?')).toMatchObject({ text: '' })
    const [shown, ...more] = slack.slack.whispered(channel, ben)
    expect(more).toEqual([])
    expect(words(shown ? [shown] : [])).toContain('Share with everyone')
    expect(slack.slack.posted(channel)).toEqual([])
    const actions = (shown?.blocks ?? []) as { type: string; elements: { value: string; action_id: string }[] }[]
    const [button] = actions.find(({ type }) => type === 'actions')?.elements ?? []
    const payload = {
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: ben },
      channel: { id: channel },
      container: { type: 'message', message_ts: shown?.ts, channel_id: channel, is_ephemeral: true },
      actions: [{ type: 'button', action_ts: '1.1', ...button }],
    }
    for (const _twice of [1, 2]) {
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
      await fetch(`${slack.served.url}/api/slack/interactions`, { method: 'POST', headers: signed(body), body })
      await slack.served.companion.idle()
    }
    const shared = slack.slack.posted(channel)
    expect(shared).toHaveLength(1)
    expect(shared[0]?.thread_ts).toBeUndefined()
    expect(words(shared)).toContain('“')
    expect(JSON.stringify(shared)).not.toMatch(new RegExp(`Only you|how would|${ben}`))
  })

  test('alone, or with “help”, it says what it does; the notebook’s things are for the direct message', async () => {
    const cleo = await slack.slack.userOf('cleo')
    for (const text of ['', 'help', ' hello '])
      expect((await says(cleo, ELSEWHERE, text)).text).toContain('/standpoint and a question')
    for (const text of ['next question', 'what did I say about community?', 'delete my data', 'prompts on', 'pause']) {
      const shown = await says(cleo, ELSEWHERE, text)
      expect(shown.text, text).toContain('Let’s talk about that in a direct message')
      expect(shown.text, text).toContain(`https://slack.com/app_redirect?app=${APP}&team=${TEAM}`)
    }
    expect(await hasNotebook(core, cleo)).toBe(false)
  })

  test('a guest, or somebody whose direct message Slack won’t open, is answered like everybody, and never in silence', async () => {
    for (const text of ['K15', 'stop', 'help', 'next question', '', '🙂', 'a'.repeat(20_000)]) {
      const shown = await says('U0GUEST', 'D0OTHERS', text)
      expect(shown.response_type, text).toBe('ephemeral')
      expect(shown.text.length, text).toBeGreaterThan(20)
    }
    expect(await hasNotebook(core, 'U0GUEST')).toBe(false)
  })

  test('in the companion’s own direct message it is as if the words were said there', async () => {
    const dev = await slack.talk('dev')
    const said = async (text: string) => {
      expect(await says(dev.user, dev.channel, text)).toMatchObject({ text: '' })
      return words(await dev.fresh())
    }
    expect(await said('')).toContain('I’m the companion')
    expect(await said('next question')).toContain('Skip this one')
    expect(await said('tea & biscuits <3')).toContain('Thanks, saved')
    expect(await said('what is waiting?')).toContain('These come next')
    const { answers } = await core.myAnswers(dev.actor, {})
    expect(answers.map((a) => [a.channel, a.lines.join()])).toEqual([['slack', 'tea & biscuits <3']])
  })

  test('the same command delivered again has one effect', async () => {
    const eve = await slack.talk('eve')
    await eve.say('next question')
    const again = { trigger_id: '1.2.once' }
    const typed = () => command(slack, { user: eve.user, channel: eve.channel, text: 'heron' }, again)
    await Promise.all([typed(), typed()])
    await typed()
    expect((words(await eve.fresh()).match(/Thanks, saved/g) ?? []).length).toBe(1)
  })

  test('“stop” works at once from anywhere: prompts are off, and what was awaited in the direct message is not', async () => {
    const fay = await slack.talk('fay')
    await fay.say('hello')
    for (const text of ['stop', 'leave me alone!', 'please stop messaging me']) {
      await fay.say('prompts on')
      await fay.say('next question')
      expect((await core.myPrompts(fay.actor, {})).on).toBe(true)
      const shown = await says(fay.user, ELSEWHERE, text)
      expect(shown.text).toContain('Stopped. I won’t write to you first any more.')
      expect((await core.myPrompts(fay.actor, {})).on).toBe(false)
      expect(await fay.fresh()).toEqual([])
    }
    await fay.say('We grew beans behind the library.')
    expect((await core.myAnswers(fay.actor, {})).answers).toEqual([])
  })

  test('possible harm meets the fixed card, wherever it is typed', async () => {
    const gus = await slack.talk('gus')
    const { title, body, carryOn } = core.content.help.harmCard
    const shown = await says(gus.user, ELSEWHERE, DISCLOSURE)
    for (const line of [title, ...body, carryOn, '999']) expect(shown.text).toContain(line)
    await says(gus.user, gus.channel, DISCLOSURE)
    expect(words(await gus.fresh())).toContain(title)
    expect((await says(gus.user, ELSEWHERE, 'show me who to contact')).text).toContain('National Domestic Abuse')
    expect(slack.served.logged.join('\n')).not.toContain('scared')
  })

  test('what Slack didn’t sign now is refused, and what is no command too', async () => {
    const at = { user: 'U1', channel: ELSEWHERE, text: 'K15' }
    const now = Math.floor(Date.now() / 1000)
    const statusOf = async (headers: Parameters<typeof command>[3]) => (await command(slack, at, {}, headers)).status
    expect(await statusOf(() => ({}))).toBe(401)
    expect(await statusOf((body) => signed(body, now, 'another secret'))).toBe(401)
    expect(await statusOf((body) => signed(`${body}&more=1`, now))).toBe(401)
    expect(await statusOf((body) => signed(body, now - 301))).toBe(401)
    expect(await statusOf((body) => signed(body, now - 240))).toBe(200)
    for (const more of [
      ['channel_id', 'X1'],
      ['trigger_id', ''],
      ['user_id', ''],
      ['command', 'standpoint'],
    ] as const)
      expect((await command(slack, at, { [more[0]]: more[1] })).status).toBe(400)
    expect(await command(slack, at, { ssl_check: '1' })).toEqual({ status: 200 })
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { BOT, signed, type Whispered } from '#tests/support/slack-emulator.ts'
import { hasNotebook, slackAndCompanion, TEAM, words } from './slack-talk.ts'

const DISCLOSURE = 'My partner hit me last night and I am scared to go home'
const APP = 'A0STANDPOINT'

interface Button {
  action_id: string
  value: string
}
const buttonsOf = ({ blocks = [] }: Whispered): Button[] =>
  (blocks as { type: string; elements: Button[] }[]).flatMap((b) => (b.type === 'actions' ? b.elements : []))

forEachDatabase((_name, fresh) => {
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  let core: Core
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, ['ada', 'ben', 'cleo', 'dev', 'eve', 'fay'])
    core = slack.served.core
  })
  afterAll(() => slack.close())

  const post = async (path: string, body: string, more: Record<string, string> = {}) => {
    const headers = { ...signed(body), ...more }
    const { status } = await fetch(slack.served.url + path, { method: 'POST', headers, body })
    expect(status).toBe(200)
    await slack.served.companion.idle()
  }
  const eventOf = (event: object, id: string = randomUUID()) =>
    JSON.stringify({ type: 'event_callback', team_id: TEAM, api_app_id: APP, event_id: id, event })

  /** Somebody writes in a channel and names the companion; what they alone are shown then, and what everybody is. */
  async function mention(name: string, channel: string, text: string, more: { thread_ts?: string } & object = {}) {
    const user = await slack.slack.userOf(name)
    const before = [slack.slack.whispered(channel, user).length, slack.slack.posted(channel).length] as const
    const raw = `<@${BOT}> ${text}`
    const ts = await slack.slack.write(name, channel, raw, more.thread_ts)
    await post('/api/slack/events', eventOf({ type: 'app_mention', user, channel, text: raw, ts, ...more }))
    const alone = slack.slack.whispered(channel, user).slice(before[0])
    const all = slack.slack.posted(channel).slice(before[1])
    return { ts, user, channel, alone, all }
  }

  async function press({ user, channel }: { user: string; channel: string }, shown: Whispered, button: Button) {
    const payload = {
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: user },
      channel: { id: channel },
      container: { type: 'message', message_ts: shown.ts, channel_id: channel, is_ephemeral: true },
      actions: [{ type: 'button', action_ts: String(Math.random()), ...button }],
    }
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
    await post('/api/slack/interactions', body, { 'content-type': 'application/x-www-form-urlencoded' })
  }
  const mine = async (actor: Actor) => (await core.myAnswers(actor, {})).answers.map((a) => a.lines.join(' / '))

  test.each(['public', 'private', 'group'] as const)(
    'in a %s conversation a question is answered to whoever asked, in the standard’s words, and shared by a press, once',
    async (kind) => {
      const channel = await slack.slack.together(['ada', 'ben'], kind)
      const question = `How would I build trust with people in ${kind} places?`
      const asked = await mention('ada', channel, question)
      const { alone, all, ts } = asked
      expect(all).toEqual([])
      expect(alone).toHaveLength(1)
      const [shown] = alone as [Whispered]
      expect(shown.thread_ts).toBeUndefined()
      const clause = core.content.clause('SC-NETWORKS:K14')
      expect(words(alone)).toContain(`“${clause?.text}”`)
      expect(words(alone)).toContain('Only you see this')
      expect(slack.slack.whispered(channel, await slack.slack.userOf('ben'))).toEqual([])

      const [button] = buttonsOf(shown)
      if (!button) throw new Error('Nothing to share with.')
      await Promise.all([press(asked, shown, button), press(asked, shown, button)])
      await press(asked, shown, button)
      const [shared, ...more] = slack.slack.posted(channel)
      expect(more).toEqual([])
      expect(shared?.thread_ts).toBe(ts)
      // The same clauses, and not a word or a name of whoever asked.
      const clauses = (text = '') => [...text.matchAll(/“([^”]+)”/g)].map(([, quoted]) => quoted)
      expect(clauses(shared?.text)).toEqual(clauses(shown.text.split('Only you see this')[0]))
      for (const word of [`${kind} places`, 'How would', asked.user, 'Only you'])
        expect(JSON.stringify(shared)).not.toContain(word)
      expect(buttonsOf(shared as Whispered)).toEqual([])
    },
  )

  test('who was shown what they didn’t ask for is alone shown what came next, and nothing is kept or told of it', async () => {
    const channel = await slack.slack.together(['ada', 'ben'], 'public')
    const asked = await mention('ben', channel, 'how do I evaluate a partnership?')
    const [shown] = asked.alone as [Whispered]
    const button = buttonsOf(shown).find(({ action_id }) => action_id === 'others') as Button
    expect(button.value).not.toMatch(/evaluate|partnership/)
    await Promise.all([press(asked, shown, button), press(asked, shown, button)])
    const [, next, ...more] = slack.slack.whispered(channel, asked.user)
    expect(more).toEqual([])
    expect(words([next as Whispered])).toContain('Sorry about that. These clauses came next.')
    expect(words([next as Whispered])).toContain('Only you see this')
    expect(slack.slack.posted(channel)).toEqual([])
    const clauses = (w: Whispered) =>
      buttonsOf(w)
        .find((b) => b.action_id === 'share')
        ?.value.split(' ')
        .slice(1) ?? []
    expect(clauses(next as Whispered).length).toBeGreaterThan(0)
    for (const clause of clauses(next as Whispered)) expect(clauses(shown)).not.toContain(clause)
    expect(await hasNotebook(core, asked.user)).toBe(false)
  })

  test('asked in a thread, the reply and what is shared stand in it', async () => {
    const channel = await slack.slack.together(['ada'], 'public')
    const root = await slack.slack.write('ada', channel, 'Our topic this week')
    const asked = await mention('ada', channel, 'what do the standards say about trust?', { thread_ts: root })
    expect(asked.alone.map(({ thread_ts }) => thread_ts)).toEqual([root])
    const [shown] = asked.alone as [Whispered]
    await press(asked, shown, buttonsOf(shown)[0] as Button)
    expect(slack.slack.posted(channel).map(({ thread_ts }) => thread_ts)).toEqual([root])
  })

  test('what belongs to a notebook is not talked of here, and nothing of a direct message gets here or is changed', async () => {
    const ben = await slack.talk('ben')
    await ben.say('next question')
    await ben.say('heron and harbour')
    await ben.say('next question')
    const channel = await slack.slack.together(['ben', 'ada'], 'public')
    for (const text of [
      'next question',
      'what did I say about community?',
      'my answers',
      'what is waiting?',
      'skip',
      'stop',
      'delete my data',
      'delete everything',
      'prompts on',
      'settings',
      'join plum-river-gate-42',
      'link',
      'use the model',
      'save it as my answer',
    ]) {
      const { alone, all } = await mention('ben', channel, text)
      expect(all, text).toEqual([])
      expect(words(alone), text).toContain('Let’s talk about that in a direct message')
      expect(words(alone), text).toContain(`https://slack.com/app_redirect?app=${APP}&team=${TEAM}`)
      expect(JSON.stringify(alone), text).not.toMatch(/heron|harbour|which three words/)
    }
    // Neither these nor a sentence was taken as the answer that is waited for, and it is waited for still.
    await mention('ben', channel, 'My neighbours and I started a garden.')
    expect(await mine(ben.actor)).toEqual(['heron and harbour'])
    expect(await ben.fresh()).toEqual([])
    expect(words(await ben.say('what was the question?'))).toContain('Skip')
  })

  test('possible harm meets the fixed card, for its writer alone, and nothing else is said', async () => {
    const channel = await slack.slack.together(['cleo', 'ada'], 'public')
    const { alone, all } = await mention('cleo', channel, DISCLOSURE)
    expect(all).toEqual([])
    expect(alone).toHaveLength(1)
    const { title, body, carryOn } = core.content.help.harmCard
    for (const line of [title, ...body, carryOn, '999']) expect(words(alone)).toContain(line)
    expect(buttonsOf(alone[0] as Whispered)).toEqual([])
    expect(words((await mention('cleo', channel, 'show me who to contact')).alone)).toContain('National Domestic Abuse')
    expect(words((await mention('cleo', channel, 'carry on')).alone)).toContain('Name me in a message')
  })

  test('a refusal and a greeting help, and can’t be shared; only what is quoted can', async () => {
    const channel = await slack.slack.together(['dev'], 'public')
    for (const text of ['What is the weather going to be like in Leeds tomorrow?', 'hello', '', 'thanks!']) {
      const { alone, all } = await mention('dev', channel, text)
      expect(all, text).toEqual([])
      expect(alone.flatMap(buttonsOf), text).toEqual([])
      expect(words(alone).length, text).toBeGreaterThan(50)
    }
    expect(words((await mention('dev', channel, 'a'.repeat(5000))).alone)).toContain('up to 1,000 characters')
  })

  test('nobody begins a notebook by asking in a channel; people of other workspaces are told of the web', async () => {
    const channel = await slack.slack.together(['dev', 'eve'], 'public')
    const eve = await slack.slack.userOf('eve')
    expect(words((await mention('eve', channel, 'K15')).alone)).toContain('SC-NETWORKS K15')
    const guest = { user_team: 'T0ELSEWHERE', user_profile: { team: 'T0ELSEWHERE', is_restricted: true } }
    expect(words((await mention('eve', channel, 'K15', guest)).alone)).toContain('SC-NETWORKS K15')
    const { alone } = await mention('eve', channel, 'next question', guest)
    expect(words(alone)).toContain('http://standpoint.example.org/companion')
    expect(words(alone)).not.toContain('app_redirect')
    expect(await hasNotebook(core, eve)).toBe(false)
    expect(await hasNotebook(core, (await slack.talk('ada')).user)).toBe(true)
  })

  test('one mention delivered again is answered once; programs, its own messages and those without its name are left', async () => {
    const channel = await slack.slack.together(['fay'], 'public')
    const fay = await slack.slack.userOf('fay')
    const at = { type: 'app_mention', user: fay, channel, text: `<@${BOT}> K15`, ts: '1700000000.000100' }
    const body = eventOf(at, 'EvMention')
    const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }
    await Promise.all([post('/api/slack/events', body), post('/api/slack/events', body, again)])
    await post('/api/slack/events', body, again)
    expect(slack.slack.whispered(channel, fay)).toHaveLength(1)
    for (const more of [
      { bot_id: 'B1' },
      { user: BOT },
      { subtype: 'bot_message' },
      { type: 'message', channel_type: 'channel', text: 'K15' },
      { channel: (await slack.talk('fay')).channel },
    ])
      await post('/api/slack/events', eventOf({ ...at, ...more }))
    await slack.slack.write('fay', channel, 'K15, said to somebody else')
    await slack.served.companion.idle()
    expect(slack.slack.whispered(channel, fay)).toHaveLength(1)
    expect(slack.slack.posted(channel)).toEqual([])
  })

  test('a press that isn’t one of ours shows nobody anything', async () => {
    const channel = await slack.slack.together(['fay'], 'public')
    const asked = await mention('fay', channel, 'K15')
    const [shown] = asked.alone as [Whispered]
    const [button] = buttonsOf(shown) as [Button]
    for (const value of ['', 'words of somebody', `${asked.ts} words of somebody`, `${asked.ts} SC-NETWORKS:K15 <b>`])
      await press(asked, shown, { ...button, value: value.replace('words of somebody', 'words, of somebody!') })
    await press(asked, shown, { ...button, action_id: 'other' })
    expect(slack.slack.posted(channel)).toEqual([])
    await press(asked, shown, { ...button, value: `${asked.ts} SC-NETWORKS:K999` })
    expect(slack.slack.posted(channel)).toEqual([])
    expect(words(slack.slack.whispered(channel, asked.user))).toContain('couldn’t find that clause')
  })
})

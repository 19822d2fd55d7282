import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { activity, signedBy } from '#tests/bot/teams-talk.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { BOT_TOKEN, SIGNING_SECRET, signed } from '#tests/support/slack-emulator.ts'
import { startTeams } from '#tests/support/teams-service.ts'
import type { Part } from './part.ts'
import { asForm, commanded, filled } from './slack-forms.ts'

const SLACK = '/api/slack/events'
const COMMANDS = '/api/slack/commands'
const WINDOWS = '/api/slack/interactions'
const TEAMS = '/api/teams/activities'
/** As many as a server of this size would meet at once from one attacker. */
const AT_ONCE = 16
const FIVE_MINUTES = 300
const TOO_BIG = 'a'.repeat(300_000)

export interface HostileHooks {
  sent: number
  /** How often each status came; 0 where the connection was closed on what was no HTTP. */
  statuses: Record<string, number>
  /** Requests that were taken although they should not have been, each as its kind. */
  taken: string[]
  /** The same process answers a true message of each platform afterwards. */
  lives: boolean
  /** Anything that an attacker wrote stands in the log. */
  logged: boolean
}

interface Attack {
  kind: string
  path: string
  body: string | Buffer
  headers: Record<string, string>
  method?: string
}
type Teams = Awaited<ReturnType<typeof startTeams>>

const MARK = 'written by an attacker'
const now = () => Math.floor(Date.now() / 1000)
const event = () =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T000000001',
    event_id: randomUUID(),
    event: { type: 'message', user: 'U0ATTACKER', channel: 'D0ATTACKER', text: MARK, ts: '1.1' },
  })
const said = (teams: Teams, more: object = {}) =>
  JSON.stringify(activity(teams.url, 'attacker', { text: MARK, ...more }))
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const flipped = (text: string, at: number) => `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`

/** Each makes one request that must be refused; `n` makes every one of them another. */
const KINDS: Record<string, (n: number, teams: Teams) => Omit<Attack, 'kind'>> = {
  'Slack, no signature': () => ({ path: SLACK, body: event(), headers: { 'content-type': 'application/json' } }),
  'Slack, another secret': (n) => {
    const body = event()
    return { path: SLACK, body, headers: signed(body, now(), `secret ${n}`) }
  },
  'Slack, replayed': (n) => {
    const body = event()
    return { path: SLACK, body, headers: signed(body, now() - FIVE_MINUTES - 1 - n) }
  },
  'Slack, from the future': (n) => {
    const body = event()
    return { path: SLACK, body, headers: signed(body, now() + 120 + n) }
  },
  'Slack, altered': (n) => {
    const body = event()
    return { path: SLACK, body: flipped(body, n % body.length), headers: signed(body) }
  },
  'Slack, a signature with one letter changed': (n) => {
    const body = event()
    const headers = signed(body)
    const signature = headers['x-slack-signature'] as string
    return { path: SLACK, body, headers: { ...headers, 'x-slack-signature': flipped(signature, 3 + (n % 64)) } }
  },
  'Slack, too big': () => {
    const body = event().replace(MARK, TOO_BIG)
    return { path: SLACK, body, headers: signed(body) }
  },
  'Slack, signed and no event': (n) => {
    const body = ['{', 'null', '"', deep(2000), `{"type":${n}}`, '{"type":"event_callback"}', '\u0000', '[1e999]'][
      n % 8
    ] as string
    return { path: SLACK, body, headers: signed(body) }
  },
  'Slack, a command of somebody else’s': (n) => {
    const body = commanded(MARK)
    const late = n % 2 ? now() - FIVE_MINUTES - 1 - n : now()
    return { path: COMMANDS, body, headers: asForm(signed(body, late, n % 2 ? SIGNING_SECRET : `secret ${n}`)) }
  },
  'Slack, an altered command': (n) => {
    const body = commanded(MARK)
    return { path: COMMANDS, body: flipped(body, n % body.length), headers: asForm(signed(body)) }
  },
  'Slack, signed and no command': (n) => {
    const whole = commanded(MARK)
    const body = [
      '',
      '=',
      'command=standpoint',
      whole.replace('trigger_id=', 'trigger='),
      whole.replace('channel_id=C', 'channel_id=X'),
      `%00${'&a=b'.repeat(500)}`,
    ][n % 6] as string
    return { path: COMMANDS, body, headers: asForm(signed(body)) }
  },
  'Slack, a window of somebody else’s': (n) => {
    const body = filled(MARK, {})
    return { path: WINDOWS, body, headers: asForm(signed(body, now(), `secret ${n}`)) }
  },
  'Slack, signed and no window of ours': (n) => {
    const view = [
      { private_metadata: MARK },
      { callback_id: '__proto__' },
      { state: { values: { a: { value: { type: 'file_input', files: [] } } } } },
      { state: null },
      { id: '' },
    ][n % 5] as object
    const body = filled(MARK, view)
    return { path: WINDOWS, body, headers: asForm(signed(body)) }
  },
  'Slack, another method': (n) => {
    const body = event()
    return {
      path: n % 2 ? SLACK : COMMANDS,
      body,
      headers: signed(body),
      method: ['PUT', 'DELETE', 'PATCH'][n % 3] as string,
    }
  },
  'Teams, no token': (_n, teams) => ({ path: TEAMS, body: said(teams), headers: {} }),
  'Teams, no token of any kind': (n, teams) => ({
    path: TEAMS,
    body: said(teams),
    headers: {
      authorization: ['Bearer', 'Bearer  ', 'Basic YTpi', `Bearer ${'a.'.repeat(n % 50)}`, 'Bearer null'][
        n % 5
      ] as string,
    },
  }),
  'Teams, a token with one letter changed': (n, teams) => {
    const token = teams.token()
    return { path: TEAMS, body: said(teams), headers: signedBy(flipped(token, n % (token.length - 4))) }
  },
  'Teams, another app': (_n, teams) => ({
    path: TEAMS,
    body: said(teams),
    headers: signedBy(teams.token({ aud: randomUUID() })),
  }),
  'Teams, another tenant’s token': (_n, teams) => {
    const tid = randomUUID()
    const claims = { tid, iss: `https://sts.windows.net/${tid}/` }
    return { path: TEAMS, body: said(teams), headers: signedBy(teams.token(claims)) }
  },
  'Teams, over': (n, teams) => ({
    path: TEAMS,
    body: said(teams),
    headers: signedBy(teams.token({ exp: now() - FIVE_MINUTES - 1 - n, nbf: 1, iat: 1 })),
  }),
  'Teams, from the future': (n, teams) => ({
    path: TEAMS,
    body: said(teams),
    headers: signedBy(teams.token({ nbf: now() + 400 + n })),
  }),
  'Teams, another tenant': (_n, teams) => ({
    path: TEAMS,
    body: said(teams, { channelData: { tenant: { id: randomUUID() } } }),
    headers: signedBy(teams.token()),
  }),
  'Teams, too big': (_n, teams) => ({
    path: TEAMS,
    body: said(teams, { text: TOO_BIG }),
    headers: signedBy(teams.token()),
  }),
  'Teams, signed and no activity': (n, teams) => ({
    path: TEAMS,
    body: ['{', 'null', deep(2000), '{"type":"message"}', '[]', '\u0000'][n % 6] as string,
    headers: signedBy(teams.token()),
  }),
  'no UTF-8': (n) => {
    const body = Buffer.from([0xff, 0xfe, n % 256, 0x80, 0xc0])
    return { path: n % 2 ? SLACK : TEAMS, body, headers: {} }
  },
}

/** Bytes that are no request at all, or half of one. */
const NO_HTTP = [
  'POST /api/slack/events HTTP/1.1\r\n\r\n',
  `POST ${TEAMS} HTTP/1.1\r\nhost: a\r\ncontent-length: 500\r\n\r\n{"half":`,
  `POST ${SLACK} HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n${MARK}\r\n`,
  `POST ${SLACK} HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  `POST ${TEAMS} HTTP/9.9\r\nhost: a\r\n\r\n`,
  `${MARK}\r\n\r\n`,
  `POST ${TEAMS} HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(80_000)}\r\n\r\n`,
]

/** Sends so many requests that must be refused to every webhook of one server, then a true message of each platform. */
export async function hostileHooks(requests: number): Promise<HostileHooks> {
  const teams = await startTeams()
  try {
    const { STANDPOINT_URL: _printed, ...settings } = teams.settings
    await using server = await startServer({
      ...settings,
      STANDPOINT_SLACK_BOT_TOKEN: BOT_TOKEN,
      STANDPOINT_SLACK_SIGNING_SECRET: SIGNING_SECRET,
      STANDPOINT_SLACK_API_URL: `${teams.url}/slack/`,
    })
    const found: HostileHooks = { sent: 0, statuses: {}, taken: [], lives: false, logged: false }
    const makers = Object.entries(KINDS)
    let next = 0
    const attacker = async () => {
      while (next < requests) {
        const n = next++
        const [kind, make] = makers[n % makers.length] as (typeof makers)[number]
        const raw = n % 97 === 0 ? NO_HTTP[(n / 97) % NO_HTTP.length] : undefined
        const status = raw
          ? await sendBytes(server, raw)
          : await send(server, { kind, ...make(Math.floor(n / makers.length), teams) })
        found.sent++
        found.statuses[status] = (found.statuses[status] ?? 0) + 1
        if (status >= 200 && status < 400) found.taken.push(raw ? 'no HTTP' : kind)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, attacker))
    found.lives = (await taken(server, teams)) && !/attacker/.test(teams.sent.map((s) => s.conversation).join())
    found.logged = server.output().includes(MARK)
    return found
  } finally {
    await teams.close()
  }
}

/** Ten thousand of them. */
export const hooks: Part = async () => {
  const { sent, statuses, taken, lives, logged } = await hostileHooks(10_000)
  const by = Object.entries(statuses).map(([status, n]) => `${n} met ${status}`)
  return {
    holds: taken.length === 0 && lives && !logged,
    figures: `${sent} requests that must be refused, to every webhook: ${taken.length} taken; ${by.join(', ')}
the process ${lives ? 'lives and answers' : 'IS DEAD'}; ${logged ? 'SOMETHING' : 'nothing'} of them stands in the log`,
  }
}

async function send({ url }: TestServer, { path, body, headers, method = 'POST' }: Attack): Promise<number> {
  const sent = typeof body === 'string' ? body : new Uint8Array(body)
  const response = await fetch(url + path, { method, headers, body: sent }).catch(() => null)
  await response?.arrayBuffer().catch(() => null)
  return response?.status ?? 0
}

/** The status that came, or 0 when the connection was closed without one. */
async function sendBytes({ url }: TestServer, bytes: string): Promise<number> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let came = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    came += text
  })
  socket.on('error', () => {})
  // Half a request is ended by whoever sent it: the server waits for the rest.
  socket.write(bytes)
  socket.end()
  await once(socket, 'close').catch(() => {})
  return Number(/^HTTP\/1\.1 (\d+)/.exec(came)?.[1] ?? 0)
}

async function taken({ url }: TestServer, teams: Teams): Promise<boolean> {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'alive' })
  const slack = await fetch(url + SLACK, { method: 'POST', headers: signed(body), body })
  const asked = await fetch(url + TEAMS, {
    method: 'POST',
    headers: signedBy(teams.token()),
    body: JSON.stringify(activity(teams.url, 'ada', { text: 'K15' })),
  })
  const until = Date.now() + 20_000
  const answered = () => teams.sent.some(({ conversation }) => conversation === 'a:ada')
  while (!answered() && Date.now() < until) await new Promise((soon) => setTimeout(soon, 20))
  return (await slack.text()) === 'alive' && asked.status === 200 && answered()
}

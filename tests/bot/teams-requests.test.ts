import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Config, readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { TENANT } from '#tests/support/teams-service.ts'
import { serve } from './front.ts'
import { activity, signedBy, type Talk, type TeamsAndCompanion, teamsAndCompanion, words } from './teams-talk.ts'

const OTHER = '33333333-3333-4333-8333-333333333333'
const folder = temporaryFolder()
const settings = { PORT: '0', STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/key` }
let at: TeamsAndCompanion
let ada: Talk
const died: unknown[] = []
const note = (error: unknown) => void died.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', note)
  at = await teamsAndCompanion((more) => readConfig({ ...settings, ...more }))
  ada = await at.talk('ada')
  await ada.say('hello')
})
afterAll(async () => {
  await at.close()
  process.off('unhandledRejection', note)
})

const now = () => Math.floor(Date.now() / 1000)
const said = (more: object = {}) => activity(at.teams.url, 'ada', more)
const made = (claims: object) => signedBy(at.teams.token(claims))

/** Nothing was said, nobody died, and the companion still answers. */
async function nothingCameOfIt(): Promise<void> {
  expect(await ada.fresh()).toEqual([])
  expect(died).toEqual([])
  expect(words(await ada.say('hello'))).toContain('I’m the companion')
}

test('an activity that Teams signed is taken, and the reply carries the app’s own token', async () => {
  expect(await at.post(said())).toEqual({ status: 200, text: '' })
  const [reply] = await ada.fresh()
  expect(reply?.authorization).toBe('Bearer a token of the managed identity')
})

test.each<[string, () => Record<string, string>]>([
  ['without a token', () => ({ 'content-type': 'application/json' })],
  ['with no token at all in its place', () => signedBy('')],
  ['with half a token', () => signedBy(at.teams.token().slice(0, -20))],
  [
    'signed by another key',
    () => signedBy(at.teams.token({}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)),
  ],
  ['for another app', () => made({ aud: OTHER })],
  ['from another tenant', () => made({ tid: OTHER, iss: `https://sts.windows.net/${OTHER}/` })],
  ['without an issuer', () => made({ iss: undefined })],
  ['long over', () => made({ exp: now() - 301, nbf: now() - 4000, iat: now() - 4000 })],
  ['from the future', () => made({ nbf: now() + 400 })],
  ['made in the future', () => made({ iat: now() + 400 })],
  ['for another address of replies', () => made({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
])('a request %s is refused', async (_how, headers) => {
  expect((await at.post(said(), headers())).status).toBe(401)
  await nothingCameOfIt()
})

test('a token of ours that names another address in the message can’t make the companion write there', async () => {
  const before = at.teams.sent.length
  expect(
    (await at.post({ ...said(), serviceUrl: 'https://example.net/', conversation: { id: 'a:x', tenantId: TENANT } }))
      .status,
  ).toBe(200)
  await at.served.companion.idle()
  expect(at.teams.sent.length).toBe(before)
  expect(at.served.logged.join('\n')).toContain('teams-send-failed')
  await nothingCameOfIt()
})

test('another tenant is refused, however well it is signed', async () => {
  expect((await at.post(said({ channelData: { tenant: { id: OTHER } } }))).status).toBe(403)
  await nothingCameOfIt()
})

test('a body that is too big is refused, signed or not', async () => {
  const big = said({ text: 'a'.repeat(300_000) })
  expect((await at.post(big)).status).toBe(422)
  expect((await at.post(big, {})).status).toBe(422)
  await nothingCameOfIt()
})

test('what is no activity is refused, and what is not for the companion is left', async () => {
  const before = at.served.logged.length
  for (const body of ['{nope', 'null', '[]', '{"type":"message"}']) expect((await at.post(body)).status).toBe(400)
  for (const more of [{ type: 'typing' }, { type: 'messageReaction' }, { type: 'invoke' }, { id: undefined }])
    expect((await at.post(said(more))).status).toBe(200)
  await nothingCameOfIt()
  expect(at.served.logged.slice(before)).toEqual([])
})

test('one activity delivered four times at once has one effect', async () => {
  await ada.say('next question')
  const once = said({ text: 'said once' })
  expect((await Promise.all([once, once, once, once].map((a) => at.post(a)))).map(({ status }) => status)).toEqual([
    200, 200, 200, 200,
  ])
  expect(await ada.fresh()).toHaveLength(1)
  const { answers } = await at.served.core.myAnswers(ada.actor, { history: true })
  expect(answers.map((a) => a.history.map((h) => h.lines))).toEqual([[['said once']]])
})

test('a reply that can’t be sent is logged by name, and the process lives', async () => {
  at.teams.fail(true)
  await at.post(said({ text: 'my secret words' }))
  expect(await ada.fresh()).toEqual([])
  at.teams.fail(false)
  // The library would tell them that the source code wants fixing.
  at.teams.next({ status: 500 })
  await at.post(said())
  const [sorry, ...more] = await ada.fresh()
  expect(more).toEqual([])
  expect(sorry && words([sorry])).toContain('try again')
  expect(at.served.logged.join('\n')).toContain('teams-send-failed')
  expect(at.served.logged.join('\n')).not.toContain('secret')
  await nothingCameOfIt()
})

test('with no Teams settings the channel is off', async () => {
  const off = await serve({ ...(at.config as Config), dataDir: `${folder}/off`, teams: null })
  const response = await fetch(`${off.url}/api/teams/activities`, { method: 'POST', body: '{}' })
  expect(response.status).toBe(404)
  await off.close()
})

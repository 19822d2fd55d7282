import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Companion } from '#bot/index.ts'
import { SCOPES } from '../../bot/channels/slack/scopes.ts'
import { companionRoutes } from '../../src/web/api/companion.ts'

const FOLDER = 'bot/channels/slack'
const code = readdirSync(FOLDER)
  .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'))
  .join('\n')
const manifest = parse(readFileSync('bot/channels/slack-manifest.yaml', 'utf8'))

/** Events that the code reads, as a manifest names them, and the scope that each wants (Slack's reference of events). */
const EVENTS: Record<string, [event: string, scope: string | null]> = {
  message: ['message.im', 'im:history'],
  app_mention: ['app_mention', 'app_mentions:read'],
  app_home_opened: ['app_home_opened', null],
  app_uninstalled: ['app_uninstalled', null],
  tokens_revoked: ['tokens_revoked', null],
}
/** Methods that the code calls, and the scope that each wants (Slack's reference of methods). */
const METHODS: Record<string, string | null> = {
  'auth.test': null,
  'auth.revoke': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'files.completeUploadExternal': 'files:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'views.open': null,
  'views.publish': null,
}
/** For its command. */
const COMMANDS = 'commands'

const read = [
  ...new Set(
    [...code.matchAll(/(?<!sub)type: z\.literal\('((?:message|app_|tokens_)\w*)'\)/g)].map(
      ([, type]) => type as string,
    ),
  ),
]
const called = [...new Set([...code.matchAll(/client\.(\w+\.\w+)\(/g)].map(([, method]) => method as string))]

test('the manifest subscribes to what the code reads, and to nothing else', () => {
  expect(read).toContain('message')
  expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(
    read.map((type) => EVENTS[type]?.[0] ?? `${type}, which this test doesn’t know`).toSorted(),
  )
})

test('the manifest asks for the scopes that this needs, and for none that would let it read channels', () => {
  expect(called).toContain('chat.postMessage')
  const unknown = called.filter((method) => !(method in METHODS))
  expect(unknown).toEqual([])
  const needed = new Set([
    COMMANDS,
    ...read.map((type) => EVENTS[type]?.[1]),
    ...called.map((method) => METHODS[method]),
  ])
  const scopes: string[] = manifest.oauth_config.scopes.bot
  expect(scopes.toSorted()).toEqual([...needed].filter((scope) => typeof scope === 'string').toSorted())
  expect(scopes.toSorted()).toEqual(SCOPES.toSorted())
  for (const scope of scopes) expect(scope).not.toMatch(/^(?:channels|groups|mpim|users|files:read)\b/)
  expect(manifest.oauth_config.scopes.user).toBeUndefined()
})

test('its addresses are routes of this server, those of its command too', () => {
  const all = companionRoutes({ slack: null } as Companion)
  const routes = all.filter(({ method }) => method === 'POST').map(({ path }) => path)
  const [back, ...more] = manifest.oauth_config.redirect_urls.map((address: string) => new URL(address).pathname)
  expect(all.filter(({ path, method }) => path === back && method === 'GET')).toHaveLength(1)
  expect(more).toEqual([])
  const { event_subscriptions, interactivity } = manifest.settings
  const commands: { command: string; url: string }[] = manifest.features.slash_commands
  expect(commands.map(({ command }) => command)).toEqual(['/standpoint'])
  const addresses = [event_subscriptions.request_url, interactivity.request_url, ...commands.map(({ url }) => url)]
  for (const address of addresses) expect(routes).toContain(new URL(address).pathname)
  expect(interactivity.is_enabled).toBe(true)
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { openCompanion } from '#bot/index.ts'
import type { Actor } from '#core/actor.ts'
import { BOT_TOKEN, SIGNING_SECRET, startSlack } from '#tests/support/slack-emulator.ts'
import { companionRoutes } from '../../src/web/api/companion.ts'
import { createFrontServer } from '../../src/web/server.ts'
import { alter, idOf, type Place } from './group.ts'

const TEAM = 'T000000001'

/** Stands before Slack and keeps every request that it lets through. */
async function recorder(apiUrl: string) {
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const path = (request.url ?? '').replace(/^\/api\//, '')
    const { authorization = '', 'content-type': type = '' } = request.headers
    requests.push(`${request.method} ${path} ${body}`)
    const headers = { authorization, 'content-type': type }
    const reply = await fetch(apiUrl + path, { method: 'POST', headers, body })
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { requests, server, apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` }
}

/**
 * Everything that the companion sends to Slack when somebody says these things to it there, over signed HTTP: each
 * request, as it left. Slack's own ids and times are left out; they are not ours, and differ each time.
 */
export async function slackSays({ core, config }: Place, actor: Actor, sayings: string[]): Promise<string> {
  const slack = await startSlack(['curious'])
  const between = await recorder(slack.apiUrl)
  const settings = {
    botToken: BOT_TOKEN,
    app: null,
    signingSecret: SIGNING_SECRET,
    appToken: null,
    apiUrl: between.apiUrl,
  }
  const companion = openCompanion(core, { ...config, slack: settings }, { log: () => {} })
  const server = createFrontServer({
    core,
    config,
    log: () => {},
    routes: companionRoutes(companion),
    site: { file: () => undefined, page: () => undefined, listed: [], frame: { stylesheets: [], scripts: [] } },
    astro: { render: async () => false },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  slack.subscribe(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/slack/events`)
  try {
    const { user, channel, write } = await slack.open('curious')
    alter(
      { core, config } as Place,
      "insert into identity (kind, subject, learner_id, verified_at, mailbox) values ('slack', ?, ?, 1, null)",
      `${TEAM}:${user}`,
      idOf(actor),
    )
    for (const saying of sayings) {
      await write(saying)
      await companion.idle()
    }
    return between.requests
      .join('\n')
      .replaceAll(user, 'USER')
      .replaceAll(channel, 'CHANNEL')
      .replace(/\d{10}\.\d{6}/g, 'TIME')
  } finally {
    for (const each of [server, between.server]) {
      each.closeAllConnections()
      each.close()
    }
    await companion.close()
    await slack.close()
  }
}

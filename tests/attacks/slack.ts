import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { openCompanion } from '#bot/index.ts'
import type { Actor } from '#core/actor.ts'
import { BOT_TOKEN, SIGNING_SECRET, startSlack } from '#tests/support/slack-emulator.ts'
import { standBefore } from '#tests/support/stand-before.ts'
import { companionRoutes } from '../../src/web/api/companion.ts'
import { createFrontServer } from '../../src/web/server.ts'
import { alter, idOf, type Place } from './group.ts'

const TEAM = 'T000000001'

/**
 * Everything that the companion sends to Slack when somebody says these things to it there, over signed HTTP: each
 * request, as it left. Slack's own ids and times are left out; they are not ours, and differ each time.
 */
export async function slackSays({ core, config }: Place, actor: Actor, sayings: string[]): Promise<string> {
  const slack = await startSlack(['curious'])
  const requests: string[] = []
  const between = await standBefore(
    () => slack.apiUrl,
    ({ method, path, body }) => {
      requests.push(`${method} ${path.replace(/^\/api\//, '')} ${body.toString('utf8')}`)
      return undefined
    },
  )
  const settings = {
    botToken: BOT_TOKEN,
    app: null,
    signingSecret: SIGNING_SECRET,
    appToken: null,
    apiUrl: `${between.url}/api/`,
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
    return requests
      .join('\n')
      .replaceAll(user, 'USER')
      .replaceAll(channel, 'CHANNEL')
      .replace(/\d{10}\.\d{6}/g, 'TIME')
  } finally {
    server.closeAllConnections()
    server.close()
    between.close()
    await companion.close()
    await slack.close()
  }
}

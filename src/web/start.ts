import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { resolve } from 'node:path'
import { openCompanion } from '#bot/index.ts'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import { logToStderr } from '#core/log.ts'
import { astroPages } from './astro-pages.ts'
import { allRoutes } from './routes.ts'
import { createFrontServer } from './server.ts'
import { loadSite } from './site.ts'
import { startTicking } from './ticking.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** For PORT=0: a port that nobody uses. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Starts the whole product in this process, and closes it cleanly: saves in flight are finished first. */
async function start(): Promise<void> {
  const settings = readConfig()
  // Slack's links need the address before the server listens.
  const config = { ...settings, port: settings.port || (await freePort()) }
  const site = loadSite(resolve('dist'))
  const core = await openCore(config, { say })
  const companion = openCompanion(core, config)
  const server = createFrontServer({
    core,
    config,
    routes: allRoutes(companion, site),
    site,
    astro: astroPages(resolve('dist')),
    log: logToStderr,
  })
  server.listen(config.port)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve).once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${config.port} is in use by another program. Set PORT to another number.`) : error)
    })
  })
  const ticking = startTicking(core, logToStderr, undefined, companion)
  say(`Standpoint is at ${config.url ?? `http://localhost:${config.port}`}`)
  say(`Data lie in ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}, keys under ${config.secretFile}`)
  say('To become a trainer on this machine: npm run trainer -- add me@example.org')
  if (!config.slack) say('Slack is off: no STANDPOINT_SLACK_BOT_TOKEN is set.')
  if (config.slack?.appToken) say('Slack is listened to over a socket.')
  if (config.slack?.app) say('Workspaces of Slack can add the companion at /slack/install.')
  if (!config.teams) say('Teams is off: no STANDPOINT_TEAMS_APP_ID is set.')
  else if (config.teams.playground)
    say('Teams is the Playground: whoever reaches this address can speak as anybody. For tests only.')
  say(
    config.model
      ? `Questions may go to a model at ${new URL(config.model.baseUrl).host}, after a yes.`
      : 'No model is asked: OPENAI_API_KEY and OPENAI_MODEL are not both set.',
  )
  if (!config.smtpUrl) say('Mail is printed here: no STANDPOINT_SMTP_URL is set.')

  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    await ticking.stop()
    const done = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await done
    await companion.close()
    await core.close()
    say('Closed.')
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
}

start().catch((error: Error) => {
  process.stderr.write(`Standpoint can’t start.\n${error.message}\n`)
  // The database's thread may still be open.
  process.exit(1)
})

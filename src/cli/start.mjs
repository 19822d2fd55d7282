// npm start: sets everything up, builds what has changed, and serves Standpoint until it is told to stop.
import { buildIfStale } from './build.mjs'
import { run } from './run.mjs'
import { main, setUp } from './set-up.mjs'

await main(async () => {
  setUp()
  await buildIfStale()
  return run(['src/web/start.ts'])
})

// npm test: sets everything up, builds what has changed, and runs every test; `npm test -- tests/core` runs some.
import { buildIfStale } from '../../src/cli/build.mjs'
import { run } from '../../src/cli/run.mjs'
import { main, setUp } from '../../src/cli/set-up.mjs'

await main(async () => {
  setUp()
  await buildIfStale()
  return run(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)])
})

// npm run check: types, format and lint, layers. Runs them all, then says which of them failed.
import { run } from '../../src/cli/run.mjs'
import { main, setUp } from '../../src/cli/set-up.mjs'

const CHECKS = {
  'format and lint': ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  layers: ['node_modules/vitest/vitest.mjs', 'run', 'tests/layers.test.ts', 'tests/lock.test.ts'],
  types: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning'],
}

await main(async () => {
  setUp()
  const failed = []
  for (const [name, args] of Object.entries(CHECKS)) if ((await run(args)) !== 0) failed.push(name)
  console.log(
    failed.length === 0 ? 'Types, format, lint and layers are in order.' : `Not in order: ${failed.join(', ')}.`,
  )
  return failed.length === 0 ? 0 : 1
})

import { askSpeed } from './ask.ts'
import { notebookRatio } from './notebook.ts'
import { pageSpeed } from './page-speed.ts'
import { pageWeights } from './page-weight.ts'
import { saveRatio } from './save.ts'
import { tickRatio } from './tick.ts'

/** `npm run bench` runs all of them; `npm run bench -- weight` one. */
const PARTS: Record<string, () => boolean | Promise<boolean>> = {
  ask: askSpeed,
  weight: pageWeights,
  speed: pageSpeed,
  tick: tickRatio,
  notebook: notebookRatio,
  save: saveRatio,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !PARTS[name])
if (unknown.length)
  throw new Error(`No part is called ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`)

for (const [name, part] of Object.entries(PARTS))
  if ((asked.length === 0 || asked.includes(name)) && !(await part())) process.exitCode = 1

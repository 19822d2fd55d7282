// One process of several that send what is due, on settings from the environment, until it is ended.
import { openCompanion } from '#bot/index.ts'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'

const config = readConfig()
const log = () => {}
const core = await openCore(config, { log })
const companion = openCompanion(core, config, { log })
let goesOn = true
process.on('SIGTERM', () => {
  goesOn = false
})
process.stdout.write('ready\n')
while (goesOn) {
  await companion.sendPrompts(() => goesOn)
  await new Promise((resolve) => setTimeout(resolve, 50))
}
await companion.close()
await core.close()

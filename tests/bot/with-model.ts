import { afterAll, beforeAll, beforeEach } from 'vitest'
import { readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { endpointSettings } from '../standards/model-under-test.ts'
import { openEndpoint, type Script, type ScriptedEndpoint, stream } from '../support/scripted-endpoint.ts'
import { type Served, serve } from './front.ts'

/** The companion with a model, for the tests of one file. Before each, the model was asked nothing yet and gives this reply. */
export function withModel(reply: string): { endpoint: ScriptedEndpoint; served: Served } {
  const at = {} as { endpoint: ScriptedEndpoint; served: Served }
  const folder = temporaryFolder()
  const replies: Script = (_, response) => stream(response, reply)
  beforeAll(async () => {
    at.endpoint = await openEndpoint(replies)
    const paths = { STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/key` }
    at.served = await serve(readConfig({ PORT: '0', ...paths, ...endpointSettings(at.endpoint.url) }))
  })
  afterAll(async () => {
    await at.served.close()
    await at.endpoint.close()
  })
  beforeEach(() => {
    at.endpoint.asked.length = 0
    at.endpoint.act(replies)
  })
  return at
}

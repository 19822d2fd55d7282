import { SYSTEM } from '#core/actor.ts'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { content } from '#tests/support/open.ts'
import type { TestServer } from '#tests/support/server.ts'
import { expectOk } from './people.ts'

const account = (name: string) => ({ kind: 'slack', subject: `T0PAGES:U${name}` }) as const

/** Links somebody's browser to a Slack account, beside the server, and gives the address of a link from another one. */
export async function linkChats(server: TestServer, learner: BrowserClient): Promise<string> {
  const paths = { STANDPOINT_DATA_DIR: `${server.folder}/data`, STANDPOINT_SECRET_FILE: `${server.folder}/data.key` }
  const core = await openCore(readConfig(paths), { log: () => {}, content })
  try {
    const { code } = (await (await expectOk(await learner.post('/api/link/code', {}))).json()) as { code: string }
    const mine = await core.linkAccount(SYSTEM, { ...account('MINE'), verified: true })
    await core.linkWithCode(mine, { account: account('MINE'), code, together: true })
    const other = await core.linkAccount(SYSTEM, { ...account('OTHER'), verified: true })
    const { secret } = await core.offerLink(other, { account: account('OTHER') })
    return `/link/${secret}`
  } finally {
    await core.close()
  }
}

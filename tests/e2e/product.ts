import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

/** The running product and a browser, for the tests of one file. */
export function runProduct(settings?: () => Record<string, string>): { server: TestServer; browser: Browser } {
  const product = {} as { server: TestServer; browser: Browser }
  beforeAll(async () => {
    const [server, browser] = await Promise.all([startServer(settings?.()), launchBrowser()])
    Object.assign(product, { server, browser })
  })
  afterAll(async () => {
    await product.browser?.close()
    await product.server?.[Symbol.asyncDispose]()
  })
  return product
}

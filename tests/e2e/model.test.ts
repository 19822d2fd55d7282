import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { endpointSettings } from '../standards/model-under-test.ts'
import { openEndpoint, reply, type ScriptedEndpoint, stream } from '../support/scripted-endpoint.ts'

const GOOD = reply([
  {
    text: 'You need to know and understand how to build trust and rapport.',
    citations: [{ clause: 'SC-NETWORKS:K14', quote: 'how to build trust and rapport' }],
  },
])
let endpoint: ScriptedEndpoint
let server: TestServer
let browser: Browser
beforeAll(async () => {
  endpoint = await openEndpoint((_, response) => stream(response, GOOD))
  ;[server, browser] = await Promise.all([startServer(endpointSettings(endpoint.url)), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server[Symbol.asyncDispose]()
  await endpoint.close()
})

test.for([true, false])(
  'a model is offered on a phone, and its sentence stands over the whole clause (script: %s)',
  async (script) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: script })
    const page = await context.newPage()
    await page.goto(`${server.url}/companion`)
    await page.getByLabel('Write to the companion').fill('How do I build trust?')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('button', { name: 'Let a model answer too' }).click()
    await page.getByText('You need to know and understand how to build trust and rapport.').waitFor()
    const clause = page.locator('.turn-row:last-of-type .clause').last()
    expect(await clause.locator('blockquote').textContent()).toBe('“how to build trust and rapport in a relationship”')
    expect(await clause.locator('mark').textContent()).toBe('how to build trust and rapport')
    expect(await clause.locator('mark').evaluate((mark) => getComputedStyle(mark).textDecorationLine)).toBe('underline')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    if (script) expect(await axeInBothSchemes(page)).toEqual([])
    await context.close()
  },
)

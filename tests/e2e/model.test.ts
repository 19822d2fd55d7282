import { afterAll, expect, test } from 'vitest'
import { axeInBothSchemes } from '#tests/support/axe.ts'
import { endpointSettings } from '../standards/model-under-test.ts'
import { openEndpoint, reply, stream } from '../support/scripted-endpoint.ts'
import { runProduct } from './product.ts'

const GOOD = reply([
  {
    text: 'You need to know and understand how to build trust and rapport.',
    citations: [{ clause: 'SC-NETWORKS:K14', quote: 'how to build trust and rapport' }],
  },
])
const endpoint = await openEndpoint((_, response) => stream(response, GOOD))
const product = runProduct(() => endpointSettings(endpoint.url))
afterAll(() => endpoint.close())

test.for([true, false])(
  'a model is offered on a phone, and its sentence stands over the whole clause (script: %s)',
  async (script) => {
    const context = await product.browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: script,
    })
    const page = await context.newPage()
    await page.goto(`${product.server.url}/companion`)
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

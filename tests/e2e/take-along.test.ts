import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { expectOk, newClient } from './people.ts'
import { runProduct } from './product.ts'

const product = runProduct()
const BELONG = 'community.belong'

/** A page without scripts, as the learner of this client. */
async function pageOf(client: BrowserClient | null, scripts = false): Promise<Page> {
  const context = await product.browser.newContext({ javaScriptEnabled: scripts, baseURL: product.server.url })
  if (client) {
    const [name, value] = client.cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: product.server.url, httpOnly: true }])
  }
  return context.newPage()
}

async function learnerWith(...stories: string[]): Promise<BrowserClient> {
  const client = newClient(product.server)
  for (const [base, story] of stories.entries()) await expectOk(await client.save(BELONG, { story }, base))
  return client
}

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('without scripts: each file comes with a click, under a name that says nothing, and one of them goes in elsewhere', async () => {
  const from = await pageOf(await learnerWith('a first try', 'Somebody kept me a chair.'))
  await from.goto('/notebook')
  const files = {
    'Word document': /^notebook-\d{4}-\d\d-\d\d\.docx$/,
    'Plain text': /^notebook-\d{4}-\d\d-\d\d\.md$/,
    'File for another Standpoint': /^notebook-\d{4}-\d\d-\d\d\.json$/,
  }
  const bytes: Record<string, Buffer> = {}
  for (const [button, name] of Object.entries(files)) {
    const file = await download(from, button)
    expect(file.name).toMatch(name)
    bytes[button] = file.bytes
  }
  expect(bytes['Plain text']?.toString()).toContain('Somebody kept me a chair.')
  const path = join(mkdtempSync(join(tmpdir(), 'standpoint-file-')), 'notebook.json')
  writeFileSync(path, bytes['File for another Standpoint'] as Buffer)

  const to = await pageOf(null)
  const bringIn = async () => {
    await to.goto('/account')
    await to.getByLabel('The JSON file').setInputFiles(path)
    await to.getByRole('button', { name: 'Bring it in' }).click()
    return to.getByRole('status').filter({ hasText: 'notebook' }).innerText()
  }
  expect(await bringIn()).toContain('2 versions of answers came into your notebook.')
  expect(await bringIn()).toContain('No new answer was in the file. 2 versions were there already')
  await to.goto('/notebook')
  expect(await to.locator('article.entry').innerText()).toMatch(
    /Somebody kept me a chair\.[\s\S]*brought in from a file[\s\S]*All 2 versions/,
  )
})

test('a file that isn’t one comes back with words, and nothing is brought in', async () => {
  const client = newClient(product.server)
  const send = async (text: string | null) => {
    const form = new FormData()
    if (text !== null) form.append('file', new Blob([text]), 'x.json')
    const headers = { origin: product.server.url, 'sec-fetch-site': 'same-origin' }
    return fetch(`${product.server.url}/api/notebook/import`, { method: 'POST', body: form, headers })
  }
  for (const text of ['hello', '{}', '', null]) {
    const response = await send(text)
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(/This is not a notebook file|Choose the file first/)
    expect(response.headers.getSetCookie()).toEqual([])
  }
  const large = await client.post('/api/notebook/import', { x: 'x'.repeat(11 * 1024 * 1024) })
  expect(large.status).toBe(422)
  const broken = await fetch(`${product.server.url}/api/notebook/import`, {
    method: 'POST',
    body: 'no boundary here',
    headers: { origin: product.server.url, 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect(broken.status).toBe(422)
})

test('a file is for its browser alone: never kept on the way, and never made by following a link', async () => {
  const client = await learnerWith('mine')
  const response = await client.post('/api/notebook/export', { format: 'json' })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="notebook-[\d-]+\.json"$/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await client.get('/api/notebook/export')).status).toBe(405)
  expect((await client.post('/api/notebook/export', { format: 'exe' })).status).toBe(422)
  expect((await newClient(product.server).post('/api/notebook/export', { format: 'json' })).status).toBe(401)
})

test('the notebook, printed, has every word of an answer’s first and newest version, and private notes only where they were opened', async () => {
  const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ')
  const client = await learnerWith('an earlier version', long)
  await expectOk(await client.save('community.on-the-edge', { door: 'locked away' }, 0))
  const page = await pageOf(client, true)
  await page.goto('/notebook')
  const print = async () => {
    const pdf = await page.pdf({ tagged: true, outline: true })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
    return text.replace(/\s+/g, ' ')
  }
  const text = await print()
  expect(text).toContain('an earlier version')
  const words = new Set(text.split(' '))
  expect(long.split(' ').filter((word) => !words.has(word))).toEqual([])
  expect(text).not.toContain('locked away')
  await page.getByText('You wrote a private note here. Show it').click()
  expect(await print()).toContain('locked away')
})

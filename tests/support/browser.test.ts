import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeInBothSchemes } from './axe.ts'
import { findBrowser, launchBrowser } from './browser.ts'
import { temporaryFolder } from './databases.ts'

const folder = temporaryFolder()

function program(name: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, '')
  chmodSync(path, 0o755)
  return path
}

const own = program('env/chrome')
const installed = program('bin/chromium')
const playwrights = program('playwright/chrome')

test('the browser that CHROMIUM_PATH names comes first', async () => {
  const found = await findBrowser({ CHROMIUM_PATH: own, PATH: join(folder, 'bin') }, playwrights)
  expect(found).toEqual({ from: 'CHROMIUM_PATH', executablePath: own })
})

test('a CHROMIUM_PATH that leads nowhere stops the run and is named', async () => {
  await expect(findBrowser({ CHROMIUM_PATH: join(folder, 'none') })).rejects.toThrow(/CHROMIUM_PATH is .*none/)
})

test('an installed browser comes before Playwright’s own', async () => {
  expect(await findBrowser({ PATH: `/nowhere:${join(folder, 'bin')}` }, playwrights)).toMatchObject({
    executablePath: installed,
  })
  expect(await findBrowser({ PATH: '/nowhere' }, playwrights)).toMatchObject({ executablePath: playwrights })
})

test('the packaged browser comes last and runs; where there is none, the message says what brings one', async () => {
  const looking = findBrowser({ PATH: '/nowhere' }, '/nowhere/chrome')
  if (process.platform !== 'linux' || process.arch !== 'x64') return expect(looking).rejects.toThrow('install chromium')
  const { executablePath, env } = await looking
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox'] })
  expect(browser.version()).toMatch(/^\d+\./)
  await browser.close()
})

describe('axe on a page with a strict policy', () => {
  const page = (body: string) =>
    `<!doctype html><html lang="en"><title>A page</title><main><h1>Hello</h1>${body}</main>`
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', "default-src 'none'").setHeader('Content-Type', 'text/html')
    response.end(page(request.url === '/bad' ? '<img src="x.png">' : '<p>Fine.</p>'))
  }).listen(0, '127.0.0.1')
  let browser: Awaited<ReturnType<typeof launchBrowser>>
  let address: string
  beforeAll(async () => {
    browser = await launchBrowser()
    if (!server.listening) await once(server, 'listening')
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  test('nothing is found where nothing is wrong', async () => {
    const tab = await browser.newPage()
    await tab.goto(`${address}/good`)
    expect(await axeInBothSchemes(tab)).toEqual([])
  })

  test('a picture without words is found in light and in dark', async () => {
    const tab = await browser.newPage()
    await tab.goto(`${address}/bad`)
    const found = await axeInBothSchemes(tab)
    expect(found.map((line) => line.split(':')[0])).toEqual(['light image-alt', 'dark image-alt'])
  })
})

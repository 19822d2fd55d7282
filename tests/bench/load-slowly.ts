import type { Browser } from 'playwright-core'

export interface Loaded {
  /** Milliseconds until the largest thing in the window was painted. */
  largestPaint: number
  /** Milliseconds over 50 that single tasks blocked the page for. */
  blocked: number
  /** How far things moved, as browsers count it. */
  shift: number
  /** Bytes over the line, fonts and headers included. */
  bytes: number
}

/** What Lighthouse calls slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }

/** Notes what the page paints, moves and blocks, from its first moment. */
function watch(): void {
  const seen = { largestPaint: 0, blocked: 0, shift: 0 }
  Object.assign(globalThis, { seen })
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  on('largest-contentful-paint', (entry) => {
    seen.largestPaint = entry.startTime
  })
  on('longtask', (entry) => {
    seen.blocked += entry.duration - 50
  })
  on('layout-shift', (entry) => {
    seen.shift += (entry as PerformanceEntry & { value: number }).value
  })
}

/** A first visit on a slow line, with nothing kept from earlier ones. */
export async function loadSlowly(browser: Browser, url: string, cookie = ''): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const [name, value] = cookie.split('=')
  if (name && value) await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.addInitScript(watch)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Omit<Loaded, 'bytes'> }).seen)
  await context.close()
  return { ...seen, bytes }
}

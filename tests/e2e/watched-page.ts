import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page in a browser of its own, and everything on it that nobody should ever see. */
export interface WatchedPage {
  page: Page
  /** Console errors, breaches of the content policy, requests to other hosts, errors in scripts. */
  problems: string[]
  [Symbol.asyncDispose](): Promise<void>
}

/** Opens a new browser profile on a site and notes what goes wrong in it. */
export async function watchedPage(
  browser: Browser,
  site: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: site, reducedMotion: 'reduce', ...options })
  const problems: string[] = []
  const watch = (page: Page) => {
    page.on('console', (message) => {
      // A save that was refused is said on the page; browsers list its status here too.
      if (message.type() === 'error' && !/status of (4\d\d|503)|ERR_INTERNET_DISCONNECTED/.test(message.text()))
        problems.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => problems.push(`script: ${error.message}`))
    page.on('request', (request) => {
      const { host, protocol } = new URL(request.url())
      if (/^https?:$/.test(protocol) && host !== new URL(site).host) problems.push(`request to ${host}`)
    })
  }
  context.on('page', watch)
  const page = await context.newPage()
  return { page, problems, [Symbol.asyncDispose]: () => context.close() }
}

import { deliver } from './deliver.ts'
import { allKept } from './kept.ts'

/** What the build puts here: the addresses that are kept, each with the ETag that the server sends for it. */
declare const FILES: Record<string, string>
declare const VERSION: string

/** TypeScript's types of a page know nothing of a worker's. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asking extends Lasting {
  request: Request
  respondWith(response: Promise<Response>): void
}
const worker = globalThis as unknown as {
  addEventListener<E extends Lasting = Lasting>(type: string, listen: (event: E) => void): void
  registration: ServiceWorkerRegistration
  clients: { claim(): Promise<void> }
}

const CACHE = `pages ${VERSION}`
/** A page of which nothing has come by then is shown as it was kept. */
const PATIENCE = 10_000

/** Every file as everybody sees it: asked for without the cookie, no page holds anybody's answers. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE)
  for (const [path, etag] of Object.entries(FILES)) {
    const before = await caches.match(path)
    const same = before?.headers.get('etag') === etag
    const response = same ? before : await fetch(path, { credentials: 'omit', cache: 'no-cache' })
    // Half a site would be worse than the one before: this worker gives up, and the next try is another visit's.
    if (!response.ok || response.headers.get('etag') !== etag) throw new Error(`${path} isn’t what was built.`)
    await cache.put(path, response)
  }
}

async function forgetOthers(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name !== CACHE)
  await Promise.all(others.map((name) => caches.delete(name)))
  // Where a preload fails, Firefox shows its own error, whatever the worker has. It outlives the worker that asked for it.
  await worker.registration.navigationPreload?.disable()
  await worker.clients.claim()
}

const KEPT_PAGE = `<p class="problem" role="status" data-kept-page>There is no connection just now. This is the page as this browser keeps it. Answers that you saved before don’t stand in it; they are safe in your notebook. What you write now is kept in this browser and sent later. <a href="">Try again</a></p>`

/** A kept page, which says that it is one. */
async function keptPage(path: string): Promise<Response> {
  const cache = await caches.open(CACHE)
  const own = await cache.match(path)
  const kept = own ?? (await cache.match('/offline'))
  if (!kept) return Response.error()
  const headers = new Headers(kept.headers)
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name)
  const page = await kept.text()
  return new Response(own ? page.replace(/<main\b[^>]*>/, `$&${KEPT_PAGE}`) : page, { headers })
}

/** The newest page if it can be had: kept ones hold nobody's answers. */
async function page(request: Request): Promise<Response> {
  const waiting = new Promise<never>((_, tooLong) => setTimeout(tooLong, PATIENCE))
  return Promise.race([fetch(request), waiting]).catch(() => keptPage(new URL(request.url).pathname))
}

const file = async (request: Request): Promise<Response> => (await caches.match(request.url)) ?? fetch(request)

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
worker.addEventListener<Asking>('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (mode === 'navigate') event.respondWith(page(event.request))
  // A page that a script asks for is to hold its reader's answers: only what belongs to pages comes from here.
  else if (pathname in FILES && /\.\w+$/.test(pathname)) event.respondWith(file(event.request))
})
// Chromium wakes the worker when the connection is back, even if no page is open any more.
worker.addEventListener<Lasting & { tag: string }>('sync', (event) => {
  if (event.tag === 'answers') event.waitUntil(allKept().then(deliver))
})

import { AppError, notFound } from '#core/errors.ts'
import { newSecret } from '#core/id.ts'
import { problemPage } from '../components/page/problem.ts'
import { siteUrl } from './astro-pages.ts'
import { clientAddress } from './client-address.ts'
import { type Device, readTrial, writeCookie, writeTrial } from './cookie.ts'
import type { Front, Visit } from './front.ts'
import { checkSameSite } from './guard.ts'
import { isHttps } from './headers.ts'
import type { Limits } from './limits.ts'
import type { Match } from './match-route.ts'
import { ownPath } from './own-path.ts'
import { toProblem } from './problem.ts'
import { parseBody, parseUpload, readBody } from './read-body.ts'
import type { ApiRequest, Reply, Route } from './route.ts'
import { HTML, JSON_TYPE, sendDownload, sendOwn } from './send.ts'
import { LINES_TYPE, sendLines } from './send-lines.ts'
import { sayWhenAgain } from './send-problem.ts'

const LIMIT = 256 * 1024
/** In the address of a request that was sent again to try whether the browser keeps cookies. */
const TRIED = 'tried'

/** Runs a route: reads what was sent, calls the handler, and sends what it answers. */
export async function handleApi(front: Front, visit: Visit, { route, params }: Match): Promise<void> {
  const { request } = visit
  if (route.method !== 'GET' && !route.signed) checkSameSite(request, front.config.url)
  const rawBody = await readBody(request, route.limit ?? LIMIT)
  const limits = front.limits.get(route) as Limits
  const address = clientAddress(request, front.config.trustProxy)
  // A file takes time to be taken apart. A form doesn't, and from it a refusal gives back what was typed.
  if (route.takesFile) limits.call(address, rawBody.length)
  const type = request.headers['content-type']
  const sent = route.signed
    ? { form: new URLSearchParams(), body: null, file: null }
    : await (route.takesFile ? parseUpload : parseBody)(type, rawBody)
  const left = new AbortController()
  // Only for whoever leaves before the end: an abort makes an error with its stack, which every request would pay for.
  visit.response.once('close', () => visit.response.writableFinished || left.abort())
  const apiRequest: ApiRequest = {
    core: front.core,
    actor: visit.session.actor,
    url: visit.url,
    params,
    ...sent,
    rawBody,
    headers: request.headers,
    wantsJson: wantsJson(request.headers.accept, request.headers['content-type']),
    wantsLines: request.headers.accept?.includes(LINES_TYPE) ?? false,
    signal: left.signal,
    siteUrl: siteUrl(front, request),
    deviceSecret: visit.session.secret,
  }
  const answer = async () => {
    if (!route.takesFile) limits.call(address, rawBody.length)
    limits.thing(address, apiRequest)
    const reply = await run(front, visit, route, apiRequest)
    if (reply.resend !== undefined && !route.takesFile) limits.takeBack(address, apiRequest)
    return reply
  }
  const reply = await answer().catch((error) => {
    if (!route.trouble) throw error
    const problem = toProblem(error, front.log)
    const again = route.trouble(apiRequest, error, problem)
    sayWhenAgain(visit.response, problem)
    return again
  })
  await send(front, visit, reply)
  await reply.afterReply?.().catch((error: Error) => front.log('after-reply', { name: error.name }))
}

/** Calls the handler, and once more with a notebook if that is what was missing. */
async function run(front: Front, visit: Visit, route: Route, request: ApiRequest): Promise<Reply> {
  try {
    return await route.handle(request)
  } catch (error) {
    // Somebody whose notebook was deleted while this was under way must not find its words in a new one.
    const isNew = visit.session.actor.kind === 'visitor'
    if (!(route.starts && isNew && error instanceof AppError && error.kind === 'signed-out')) throw error
    const secure = isHttps(front.config)
    const trial = readTrial(visit.request.headers.cookie, secure)
    // A cookie of ours that opens nothing any more says as much as the one that tries.
    const keepsCookies = trial !== null || visit.session.secret !== null
    if (isBrowser(visit) && !keepsCookies) return tryCookies(visit, secure)
    visit.session = await front.session.start(visit.request)
    const { secret: device } = visit.session
    setDevice(front, visit, device === null ? null : { secret: device, shared: false })
    if (trial !== null) visit.response.appendHeader('set-cookie', writeTrial(null, secure))
    return route.handle({ ...request, actor: visit.session.actor, deviceSecret: visit.session.secret })
  }
}

/** Browsers say it to sites on https and on this machine; other programs get a notebook without being asked. */
const isBrowser = ({ request }: Visit): boolean => request.headers['sec-fetch-site'] !== undefined

/**
 * Before a notebook begins, the browser sends the same once more, with a cookie: without one nobody could open that
 * notebook again, and "Saved" would be a lie.
 */
function tryCookies({ url }: Visit, secure: boolean): Reply {
  if (url.searchParams.has(TRIED))
    throw new AppError(
      'invalid',
      'This browser blocks cookies here, and a cookie is what opens your notebook again, so nothing was saved. Allow cookies for this site in the browser’s settings, then try again. To be safe, copy your words first.',
    )
  const again = new URL(url)
  again.searchParams.set(TRIED, '')
  return { resend: again.pathname + again.search, headers: { 'set-cookie': writeTrial(newSecret(), secure) } }
}

/** A page's script asks for JSON; a form without script takes a page. */
const wantsJson = (accept: string | undefined, contentType: string | undefined): boolean =>
  accept?.includes('application/json') || (contentType?.startsWith('application/json') ?? false)

function setDevice(front: Front, { response }: Visit, device: Device | null): void {
  response.setHeader('set-cookie', writeCookie(device, isHttps(front.config)))
}

/** Only ever a page of this site, whatever a form said: some addresses under /api go on to other sites. */
function ownPage(wanted: string): string {
  const path = ownPath(wanted) ?? '/'
  return path.startsWith('/api/') ? '/' : path
}

async function send(front: Front, visit: Visit, reply: Reply): Promise<void> {
  const { request, response } = visit
  if (reply.device !== undefined) setDevice(front, visit, reply.device)
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
  const go = (status: number, location: string) =>
    response.writeHead(status, { location, 'cache-control': 'no-store', 'content-length': 0 }).end()
  if (reply.redirect !== undefined) go(303, ownPage(reply.redirect))
  else if (reply.resend !== undefined) go(307, reply.resend)
  else if (reply.away !== undefined) go(303, reply.away)
  else if (reply.page) {
    const rendering = { ...reply.page, status: reply.status ?? 200 }
    if (!(await front.astro.render(front, visit, rendering))) throw notFound('that page')
  } else if (reply.problem) {
    const status = reply.status ?? 422
    sendOwn(request, response, status, HTML, problemPage({ ...reply.problem, ...front.site.frame }).text)
  } else if (reply.lines) await sendLines(front, response, reply.lines)
  else if (reply.html !== undefined) sendOwn(request, response, reply.status ?? 200, HTML, reply.html)
  else if (reply.text !== undefined)
    sendOwn(request, response, reply.status ?? 200, 'text/plain; charset=utf-8', reply.text)
  else if (reply.file) sendDownload(request, response, reply.file)
  else sendOwn(request, response, reply.status ?? 200, JSON_TYPE, JSON.stringify(reply.json ?? null))
}

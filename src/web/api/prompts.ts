import type { Core } from '#core/app.ts'
import { formAgain } from '../form-again.ts'
import { filled, json, number } from '../form-values.ts'
import type { ApiRequest, Handler, Reply, Route } from '../route.ts'

type Wishes = Parameters<Core['setPrompts']>[1]

/** On the web a prompt waits in the companion. */
const HERE = { channel: 'chat' as const, place: null }

/** `2`, or `1/2` for once in two weeks; the core refuses anything else. */
const oftenIn = (words: string): Pick<Wishes, 'perWeek' | 'every'> => {
  const [perWeek = '', every = '1'] = words.split('/')
  return words === '' ? {} : { perWeek: Number(perWeek), every: Number(every) }
}

const wishesIn = (form: URLSearchParams): Wishes =>
  ({
    on: form.get('on') === 'yes',
    ...oftenIn(form.get('perWeek') ?? ''),
    weekday: number(form, 'weekday'),
    hour: number(form, 'hour'),
    quietFrom: number(form, 'quietFrom'),
    quietUntil: number(form, 'quietUntil'),
    daysOff: filled(form, 'daysOff').map(Number),
    nation: form.get('nation') || null,
    zone: filled(form, 'zone')[0],
    where: filled(form, 'where')[0],
  }) as Wishes

/** JSON to whoever asked for it; a form goes back to the page of the settings. */
const back = ({ wantsJson }: ApiRequest, settings: unknown): Reply =>
  wantsJson ? { json: settings } : { redirect: '/prompts?now=saved' }

const myPrompts: Handler = async ({ core, actor }) => ({ json: await core.myPrompts(actor, {}) })

/** What isn't sent as JSON stays as it was; a form has everything. Whoever sends it from a browser has them there. */
const setPrompts: Handler = async (request) => {
  const { core, actor, form, body } = request
  const wishes = body ? json<Wishes>(body) : wishesIn(form)
  // A conversation elsewhere is never taken from here: nobody has prompts sent into another's.
  return back(request, await core.setPrompts(actor, { ...wishes, at: wishes.on ? HERE : undefined }))
}

const pausePrompts: Handler = async (request) => {
  const { core, actor, form, body } = request
  const until = body ? json<{ until?: string | null }>(body) : { until: filled(form, 'until')[0] }
  return back(request, await core.pausePrompts(actor, until))
}

const stopPrompts: Handler = async (request) => {
  await request.core.stopPrompts(request.actor, {})
  return back(request, await request.core.myPrompts(request.actor, {}))
}

/** Looking does nothing: scanners of mail open links too. The page's button does it. */
const showStop: Handler = async ({ params }) => ({ page: { path: '/prompts/stop', locals: { key: params.key } } })

/** Pressed on that page, or by a mail program for its reader (RFC 8058), which follows no redirect. */
const stopEmails: Handler = async ({ core, actor, params, wantsJson }) => {
  await core.stopEmails(actor, { key: params.key ?? '' })
  return wantsJson ? { json: { stopped: true } } : { page: { path: '/prompts/stop', locals: { stopped: true } } }
}

export const promptRoutes: Route[] = [
  { method: 'GET', path: '/api/prompts', handle: myPrompts },
  { method: 'POST', path: '/api/prompts', handle: setPrompts, starts: true, trouble: formAgain('/prompts') },
  { method: 'POST', path: '/api/prompts/pause', handle: pausePrompts, trouble: formAgain('/prompts') },
  { method: 'POST', path: '/api/prompts/stop', handle: stopPrompts },
  { method: 'GET', path: '/prompts/stop/:key', handle: showStop },
  { method: 'POST', path: '/prompts/stop/:key', handle: stopEmails, signed: true, perMinute: 300 },
]

import { notFound } from '#core/errors.ts'
import type { Handler, Route } from '../route.ts'
import { writeCalendar } from '../write-calendar.ts'

/** The address stands on the page that comes back, once; what is kept of it can't be turned back. */
const makeCalendar: Handler = async ({ core, actor, siteUrl, wantsJson }) => {
  const { secret } = await core.makeCalendar(actor, {})
  const calendarAddress = `${siteUrl}/calendar/${secret}.ics`
  return wantsJson
    ? { json: { address: calendarAddress } }
    : { page: { path: '/prompts', locals: { calendarAddress } } }
}

const removeCalendar: Handler = async ({ core, actor, wantsJson }) => {
  await core.removeCalendar(actor, {})
  return wantsJson ? { json: { removed: true } } : { redirect: '/prompts?now=calendar-removed#calendar' }
}

/** Fetched by calendar programs, which have no cookie: the secret in the address is all they show. */
const readCalendar: Handler = async ({ core, actor, params, siteUrl }) => {
  const [, secret] = /^([\w-]+)\.ics$/.exec(params.file ?? '') ?? []
  if (!secret) throw notFound('that calendar')
  const { moments } = await core.readCalendar(actor, { secret })
  const text = writeCalendar(moments, { madeAt: core.clock.now(), site: siteUrl })
  return { file: { name: 'standpoint.ics', type: 'text/calendar; charset=utf-8', bytes: Buffer.from(text) } }
}

export const calendarRoutes: Route[] = [
  { method: 'POST', path: '/api/calendar', handle: makeCalendar, perMinute: 60 },
  { method: 'POST', path: '/api/calendar/remove', handle: removeCalendar },
  { method: 'GET', path: '/calendar/:file', handle: readCalendar, signed: true, perMinute: 600 },
]

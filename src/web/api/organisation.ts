import { isShared } from '#core/actor.ts'
import { formAgain } from '../form-again.ts'
import { cameFromHere } from '../guard.ts'
import type { Handler, Route } from '../route.ts'

/**
 * Goes to the organisation's sign-in. A link, since pages' forms send to this site alone; whoever didn't press it on a
 * page of ours finds it there first. Else another site could put its visitor's words into whatever notebook it chose.
 */
export const askOrganisation: Handler = async ({ core, actor, siteUrl, headers }) => {
  if (!cameFromHere(headers, siteUrl)) return { redirect: '/sign-in' }
  return { away: (await core.askOrganisation(actor, { site: siteUrl })).url }
}

/** Comes back from it. */
export const openWithOrganisation: Handler = async ({ core, actor, siteUrl, url, deviceSecret }) => {
  const shared = isShared(actor)
  const sent = { site: siteUrl, query: url.search.slice(1), secret: deviceSecret, shared }
  const { secret, withAnswers } = await core.openWithOrganisation(actor, sent)
  return { redirect: `/account?now=${withAnswers ? 'joined' : 'kept'}`, device: { secret, shared } }
}

const again = formAgain('/sign-in', ['invalid', 'unavailable', 'signed-out'])

export const organisationRoutes: Route[] = [
  { method: 'GET', path: '/api/organisation', handle: askOrganisation, starts: true, perMinute: 60, trouble: again },
  { method: 'GET', path: '/api/organisation/back', handle: openWithOrganisation, perMinute: 60, trouble: again },
]

import { notFound } from '#core/errors.ts'
import { fillPage } from './fill-page.ts'
import type { Front, Visit } from './front.ts'
import { HTML, sendFile, sendOwn } from './send.ts'

/** Serves a page: built ones from memory with a learner's own answers in their places, the others through Astro. */
export async function handlePage(front: Front, visit: Visit, reads: boolean): Promise<void> {
  const { request, response, url, session } = visit
  if (!reads) throw notFound('that page')
  const page = front.site.page(url.pathname)
  if (page) {
    response.setHeader('content-security-policy', page.policy)
    if (session.actor.kind === 'visitor' || page.template.slots.length === 0) return sendFile(request, response, page)
    return sendOwn(request, response, 200, HTML, await fillPage(front.core, session.actor, page.template))
  }
  if (!(await front.astro.render(front, visit, { path: url.pathname + url.search }))) throw notFound('that page')
}

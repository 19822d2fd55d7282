import { isShared } from '#core/actor.ts'
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
    const { actor } = session
    const shared = isShared(actor)
    if (actor.kind === 'visitor' || (page.template.slots.length === 0 && !shared))
      return sendFile(request, response, page)
    const filled = await fillPage(front.core, actor, page.template)
    return sendOwn(request, response, 200, HTML, shared ? onSharedComputer(filled) : filled)
  }
  if (!(await front.astro.render(front, visit, { path: url.pathname + url.search }))) throw notFound('that page')
}

/** Tells a built page's scripts that others use this computer, so that they keep nothing in its browser. */
const onSharedComputer = (page: string): string => page.replace('<html ', '<html data-shared ')

import type { MiddlewareHandler } from 'astro'

/** One place for what goes wrong in a page, and for the status that a handler asked for. */
export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  // Prerendered at build: there is nobody here yet.
  if (!locals.fail) return next()
  try {
    const response = await next()
    return locals.status ? new Response(response.body, { status: locals.status, headers: response.headers }) : response
  } catch (error) {
    return locals.fail(error)
  }
}

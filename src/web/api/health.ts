import type { Route } from '../route.ts'

/** Whether the server takes requests. It tells nothing about anybody. */
export const healthRoutes: Route[] = [
  { method: 'GET', path: '/api/health', handle: async () => ({ json: { status: 'ok' } }) },
]

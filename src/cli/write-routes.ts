import { writeFile } from 'node:fs/promises'
import type { AstroIntegration, IntegrationResolvedRoute } from 'astro'

/** While Astro builds: writes `dist/routes.json`, every page there is, so that the tests can visit them all. */
export function writeRoutes(): AstroIntegration {
  let routes: IntegrationResolvedRoute[] = []
  let outDir: URL
  return {
    name: 'standpoint-routes',
    hooks: {
      'astro:routes:resolved': (resolved) => {
        routes = resolved.routes
      },
      'astro:config:done': ({ config }) => {
        outDir = config.outDir
      },
      'astro:build:done': async () => {
        const pages = routes
          .filter((route) => route.type === 'page' && route.origin === 'project')
          .map((route) => ({ pattern: route.pattern, prerendered: route.isPrerendered }))
        await writeFile(new URL('routes.json', outDir), `${JSON.stringify(pages, null, 1)}\n`)
      },
    },
  }
}

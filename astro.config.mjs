import mdx from '@astrojs/mdx'
import node from '@astrojs/node'
import { defineConfig } from 'astro/config'
import { writeRoutes } from './src/cli/write-routes.ts'
import { frontInDevelopment } from './src/web/dev.ts'

/**
 * Vite puts a helper before every import() that fetches the styles of what is imported. Ours have none: a third less
 * script around the one import that a chapter has.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
}

export default defineConfig({
  // Pages are prerendered unless they say otherwise; the front server calls the handler for those that are not.
  output: 'static',
  adapter: node({ mode: 'middleware', bodySizeLimit: 64 * 1024 }),
  integrations: [mdx(), writeRoutes(), frontInDevelopment()],
  trailingSlash: 'never',
  // `file`: /about is built as about.html, an address without a slash.
  build: { format: 'file', inlineStylesheets: 'never' },
  compressHTML: true,
  session: false,
  // The front server checks where a form comes from, before Astro sees it.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [plainImports],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      // Browsers that know light-dark(): the minifier need not write every colour twice.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    },
  },
})

import { html, raw } from '../../components/html.ts'
import type { Route } from '../route.ts'

/** The addresses of every page that is for everybody, for search engines; and what they may not look at. */
export const sitemapRoutes = (listed: string[]): Route[] => [
  {
    method: 'GET',
    path: '/sitemap.xml',
    handle: async ({ siteUrl }) => {
      const places = listed.map((path) => html`<url><loc>${siteUrl}${path}</loc></url>\n`)
      const map = html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places}</urlset>
`
      return { text: map.text, headers: { 'content-type': 'application/xml; charset=utf-8' } }
    },
  },
  {
    method: 'GET',
    path: '/robots.txt',
    handle: async ({ siteUrl }) => ({ text: `User-agent: *\nDisallow: /api/\nSitemap: ${siteUrl}/sitemap.xml\n` }),
  },
]

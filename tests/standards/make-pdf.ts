import type { Browser } from 'playwright-core'
import { INVENTED } from './invented.ts'

const { urn, title, overview, performance, knowledge, scope, details } = INVENTED
/** Text in which long words may break at the right edge, as soft hyphens let them. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replace(/(\p{Ll}{4})(?=\p{Ll}{4})/gu, '$1&shy;')
const MARGIN = { top: '90px', bottom: '70px', left: '60px', right: '60px' }
const running = (size: number, html: string) =>
  `<div style="font: ${size}pt Arial; margin: 0 60px; width: 100%">${html}</div>`

/** Prints HTML to a PDF; with heads and feet on every page as the standards' own have them. */
async function print(browser: Browser, html: string, heads: boolean, height = '297mm'): Promise<Buffer> {
  const page = await browser.newPage()
  await page.setContent(`<html lang="en-GB">${html}</html>`)
  const pdf = await page.pdf({
    width: '210mm',
    height,
    margin: MARGIN,
    displayHeaderFooter: heads,
    headerTemplate: running(12, `${urn}<br><b>${title}</b>`),
    footerTemplate: running(8, `${urn} ${title} <span style="float: right" class="pageNumber"></span>`),
  })
  await page.close()
  return pdf
}

type Groups = typeof performance
const rows = (groups: Groups, lead: string, label: (label: string) => string) =>
  groups
    .map(
      ({ heading, clauses }) =>
        `<tr><td></td><td class="strong">${heading}</td></tr><tr><td>${lead}</td><td><table>${clauses
          .map(([l, text]) => `<tr><td class="n">${label(l)}</td><td>${escaped(text)}</td></tr>`)
          .join('')}</table></td></tr>`,
    )
    .join('')

/**
 * The layout of many downloads: headings in a column to the left, number and clause in columns to the right, the unit's
 * number and title at the head and the foot of each page. Pages are short, so that clauses break over them; words are
 * hyphened at the right edge.
 */
export const twoColumns = (browser: Browser): Promise<Buffer> =>
  print(
    browser,
    `<style>body{font:11pt Arial}table{border-collapse:collapse;width:100%}td{vertical-align:top;padding:3px}
      .o{table-layout:fixed}.o>tbody>tr>td:first-child{width:28%}.n{width:38px}.strong{font-weight:bold}.h{font-size:13pt;font-weight:bold}</style>
    <table class="o"><tr><td class="h">Overview</td><td>${overview.map((p) => `<p>${p}</p>`).join('')}</td></tr></table>
    <table class="o"><tr><td class="h">Performance criteria</td><td></td></tr>${rows(performance, 'You must be able to:', (l) => l)}</table>
    <table class="o"><tr><td class="h">Knowledge and understanding</td><td></td></tr>${rows(knowledge, 'You need to know and understand:', (l) => l)}</table>
    <table class="o"><tr><td class="h">Scope/range related to performance criteria</td><td>${scope.map((p) => `<p>${p}</p>`).join('')}</td></tr></table>
    <table class="o">${details.map(([k, v]) => `<tr><td>${k}</td><td>${v}</td></tr>`).join('')}</table>`,
    true,
    '150mm',
  )

/** The layout of newer downloads: one column, headings above, numbered lists, each fact under its own heading. */
export const oneColumn = (browser: Browser): Promise<Buffer> =>
  print(
    browser,
    `<style>body{font:11pt Georgia}li{list-style:none}</style><h1>${title}</h1><p>URN: ${urn}</p>
    <h2>Overview</h2>${overview.map((p) => `<p>${p}</p>`).join('')}
    ${[
      ['Performance criteria', 'You must be able to:', performance] as const,
      ['Knowledge and Understanding', 'You need to know and understand:', knowledge] as const,
    ]
      .map(
        ([heading, lead, groups]) =>
          `<h2>${heading}</h2><p>${lead}</p>${groups
            .map((g) => `<p><b>${g.heading}</b></p>${g.clauses.map(([l, t]) => `<p>${l}. ${escaped(t)}</p>`).join('')}`)
            .join('')}`,
      )
      .join('')}
    <h2>Scope/range related to performance criteria</h2>${scope.map((p) => `<p>${p}</p>`).join('')}
    ${details.map(([k, v]) => `<h2>${k}</h2><p>${v}</p>`).join('')}`,
    false,
  )

/** A page that holds a picture of words, and no words. */
export async function pictureOnly(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage()
  await page.setContent(`<h1>${title}</h1>`)
  const picture = (await page.screenshot()).toString('base64')
  await page.setContent(`<img src="data:image/png;base64,${picture}" width="400">`)
  const pdf = await page.pdf()
  await page.close()
  return pdf
}

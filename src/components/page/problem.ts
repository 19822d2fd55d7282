import { type Html, html, raw } from '../html.ts'
import { pageFoot } from './foot.ts'
import { pageHead } from './head.ts'
import { pageTitle } from './page-title.ts'

export interface ProblemPage {
  title: string
  /** A paragraph each. */
  body: string[]
  /** What stands below the words, such as the sheet of an answer that couldn't be saved. */
  below?: Html
  /** Ways on. */
  links: { href: string; label: string }[]
  /** Built files; the page can be read without them. */
  stylesheets: string[]
  scripts: string[]
}

/** A whole page for what went wrong, in the same frame as all others. It is made outside Astro. */
export function problemPage({ title, body, below, links, stylesheets, scripts }: ProblemPage): Html {
  return html`${raw('<!doctype html>')}
<html lang="en-GB" data-ch="none">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pageTitle(title)}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${stylesheets.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
</head>
<body>
${pageHead('')}
<main id="main" class="text">
<h1>${title}</h1>
${body.map((paragraph) => html`<p>${paragraph}</p>`)}
${below}
<ul>${links.map((link) => html`<li><a href="${link.href}">${link.label}</a></li>`)}</ul>
</main>
${pageFoot()}
</body>
</html>`
}

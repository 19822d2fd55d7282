import { type Html, html } from '../html.ts'

/** Links in a sentence: "one, two and three". Made here because blanks between Astro's lines would stand before the commas. */
export const linkList = (links: { href: string; words: string }[]): Html =>
  html`${links.map(
    ({ href, words }, i) =>
      html`${i === 0 ? '' : i === links.length - 1 ? ' and ' : ', '}<a href="${href}">${words}</a>`,
  )}`

import { type Html, html } from '../html.ts'

/** Looks in my own words. It is sent as a form, so that what is looked for stands in no address and no log. */
export const searchForm = (words: string): Html =>
  html`<form class="saybox" role="search" method="post" action="/api/notebook/search"><label for="words">Find in my answers</label><div class="row"><input class="field" id="words" name="words" type="search" maxlength="200" required value="${words}"><button class="btn" type="submit">Find</button></div></form>`

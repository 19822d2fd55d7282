import { type Html, html } from '../html.ts'

const WAYS = [
  { format: 'docx', name: 'Word document', hint: 'to read, to edit, or to hand in' },
  { format: 'markdown', name: 'Plain text', hint: 'Markdown, which any program opens' },
  { format: 'json', name: 'File for another Standpoint', hint: 'JSON, which you can bring in elsewhere' },
]

/** Everything of mine in one file, or on paper. */
export const takeAlong = (): Html =>
  html`<p>Everything that is kept of you goes into one file: every answer with every earlier version, and what a trainer was shown of yours.</p>
<form class="take" method="post" action="/api/notebook/export"><label class="opt"><input type="checkbox" name="private" value="without"><span class="grow">Leave my private notes out of the file</span></label>
<ul role="list" class="ways">${WAYS.map(
    ({ format, name, hint }) =>
      html`<li><button class="btn" type="submit" name="format" value="${format}">${name}</button><span class="small soft">${hint}</span></li>`,
  )}</ul>
</form>
<p>To have it on paper or as a PDF, open <a href="/notebook">your notebook</a> and print it from your browser. Where an answer has changed, its first version and its newest are printed; the files have every version. Private notes are printed only if you open them first.</p>
<p class="small soft">The file is called “notebook” and the day’s date. Whoever can use this device can open it, and it isn’t locked: on a device that others use, keep it somewhere else.</p>`

import type { Flag } from '#core/privacy/find-flags.ts'
import { type Html, html } from '../html.ts'

/** Words with what was pointed out in them marked. The marks are for the author alone. */
export function flaggedWords(words: string, flags: Flag[]): Html {
  const pieces: Html[] = []
  let at = 0
  for (const { start, end } of flags) {
    pieces.push(html`${words.slice(at, start)}<mark>${words.slice(start, end)}</mark>`)
    at = end
  }
  return html`${pieces}${words.slice(at)}`
}

const KINDS: Record<Flag['kind'], string> = {
  contact: 'a way to reach somebody, or a number that belongs to one person',
  person: 'may be somebody’s name',
  'maybe-person': 'may be a name',
  place: 'may be a place',
  organisation: 'may be an organisation',
  number: 'a number that may tell who it is',
  role: 'may be one certain person',
}

/** What was pointed out, in words, each once. */
export function flagList(words: string, flags: Flag[]): Html | null {
  if (flags.length === 0) return null
  const lines = new Map(
    flags.map(({ kind, start, end }) => [`${kind} ${words.slice(start, end)}`, { kind, start, end }]),
  )
  return html`<ul>${[...lines.values()].map(({ kind, start, end }) => html`<li>“${words.slice(start, end)}”: ${KINDS[kind]}</li>`)}</ul>`
}

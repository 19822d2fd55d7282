/** What somebody may be told by: the words for each stand on the page that shows them. */
export type Kind = 'contact' | 'person' | 'maybe-person' | 'place' | 'organisation' | 'number' | 'role'

/** Some words of a text: from `start` up to and without `end`, counted in UTF-16 units as `slice` does. */
export interface Flag {
  kind: Kind
  start: number
  end: number
}

/** Every match of a pattern as a flag; of its group `it`, where it has one. A pattern needs the flags `g` and `d`. */
export const matches = (text: string, pattern: RegExp, kind: Kind, keep = (_: string) => true): Flag[] =>
  [...text.matchAll(pattern)].flatMap((found) => {
    const [start, end] = found.indices?.groups?.it ?? found.indices?.[0] ?? [0, 0]
    return keep(text.slice(start, end)) ? [{ kind, start, end }] : []
  })

/** The words of a list that is written with blanks or line breaks between them; `_` stands for a blank. */
export const wordList = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '))

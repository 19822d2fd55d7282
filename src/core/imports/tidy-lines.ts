import { change, squash, type Undo } from './edits.ts'
import type { Line } from './line.ts'
import type { Log } from './log.ts'

const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }

/** Takes out what is no word of the text: marks of programs, glyphs for letters, what can't be seen. */
export function tidyLines(lines: Line[], undo: Map<number, Undo[]>, log: Log): Line[] {
  return lines.map((line) => tidy(line, undo, log)).filter((line) => line.text.trim())
}

function tidy(line: Line, undo: Map<number, Undo[]>, log: Log): Line {
  const replace = (pattern: RegExp, by: string | ((match: string) => string), kind: string, why: string) => {
    const after = text.replace(pattern, by as string)
    if (after !== text) log.repair(kind, line.n, squash(text), squash(after), why)
    text = after
  }
  let { text } = line
  replace(/\[bookmark: ?[^\]]*\]/g, '', 'bookmark', 'a mark of Word, no words of the standard')
  replace(/[ﬀ-ﬄﬅﬆ]/g, (glyph) => LIGATURES[glyph] ?? glyph, 'ligature', 'one glyph printed for several letters')
  replace(/\u00ad/g, '', 'soft hyphen', 'a hyphen that shows only at the end of a line')
  replace(/[\u2010\u2011]/g, '-', 'hyphen', 'another code for the same hyphen')
  // What Symbol and Wingdings print as bullets.
  replace(/^(\s*)[\uf000-\uf0ff](?=\s)/, '$1•', 'bullet', 'a glyph of a symbol font')
  text = text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
  if (/[\ufffd\ue000-\uf8ff]/.test(text))
    log.doubt(
      'lost letter',
      line.n,
      squash(text),
      'a letter here can’t be read; look it up in the document, and set it right by an edit',
      'mend',
    )
  const quoted = /`([^`']{1,60})'/.exec(text)
  if (quoted) {
    const list = undo.get(line.n) ?? []
    undo.set(line.n, list)
    text = change({ ...line, text }, quoted[0], `'${quoted[1]}'`, list).text
    log.repair('quotation mark', line.n, quoted[0], `'${quoted[1]}'`, 'a grave accent printed for the opening mark')
  }
  return { ...line, text }
}

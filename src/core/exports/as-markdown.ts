import type { Block } from './block.ts'

/**
 * Markdown (CommonMark 0.31, and what GitHub adds). What a person typed is words in it, whatever it looks like. Some
 * programs make a link of a bare web or e-mail address, to that address; no escape stops them.
 */
export function asMarkdown(blocks: Block[]): string {
  return `${blocks.map(blockOf).join('\n\n')}\n`
}

function blockOf(block: Block): string {
  const lines = block.text.split(/\r\n|[\n\r]/).map(escapeLine)
  // A heading or a sentence is one line; only words of a learner's have more, and they stand in a quotation.
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${lines.join(' ')}`
  if (block.kind === 'note') return lines.join(' ')
  return lines.map((line, i) => quoted(line, lines[i + 1])).join('\n')
}

/** A line of a quotation: a blank one parts paragraphs, and a line that goes on in the next ends hard. */
const quoted = (line: string, next: string | undefined): string =>
  line === '' ? '>' : `> ${line}${next === undefined || next === '' ? '' : '\\'}`

/** Makes a line inert: every character that could begin something has a backslash, blanks at the ends are written out. */
function escapeLine(line: string): string {
  const inner = /^(\s*)(.*?)(\s*)$/su.exec(line)
  const [, before = '', middle = '', after = ''] = inner ?? []
  return writtenOut(before) + escaped(middle) + writtenOut(after)
}

const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>&#|~!$^=]/g, '\\$&')
    // In a bare address GitHub's Markdown takes a backslash for a part of it.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    // What begins a list, or a line, only at the start.
    .replace(/^[-+:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

/** Blanks at the ends would be trimmed, or would mean something. */
const writtenOut = (blanks: string): string => Array.from(blanks, (blank) => `&#${blank.codePointAt(0)};`).join('')

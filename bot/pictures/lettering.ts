import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkitten'

/**
 * Letters as shapes, from our own fonts: what a picture looks like depends on no font of the machine. The first that has a
 * letter draws it.
 */
const open = (file: string): Font => {
  const font = create(readFileSync(file))
  if (font.isCollection) throw new Error(`${file} holds several fonts.`)
  return font
}
const own = (name: string) => fileURLToPath(new URL(`../../src/fonts/${name}`, import.meta.url))
const more = (file: string) => fileURLToPath(import.meta.resolve(`@fontsource-variable/${file}`))

let opened: Record<Face, Font[]> | null = null
export type Face = 'heading' | 'text'

function fonts(face: Face): Font[] {
  opened ??= {
    heading: [open(own('besley-latin.woff2')), open(more('besley/files/besley-latin-ext-wght-normal.woff2'))],
    text: [
      open(own('atkinson-latin.woff2')),
      open(more('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2')),
    ],
  }
  return opened[face]
}

const fontOf = (face: Face, code: number): Font | undefined =>
  fonts(face).find((font) => font.hasGlyphForCodePoint(code))

const codesOf = (text: string): number[] => [...text.normalize('NFC')].map((letter) => letter.codePointAt(0) as number)

/** Whether every letter can be drawn. Ours are those of the languages that are written in Latin letters. */
export const canDraw = (face: Face, text: string): boolean =>
  codesOf(text).every((code) => fontOf(face, code) !== undefined)

interface Line {
  /** As SVG has it, on a line that begins at 0 0. */
  shapes: string
  width: number
}

/** One line of text, `size` high. What can't be drawn is left out: ask first. */
export function lettered(face: Face, size: number, text: string): Line {
  let at = 0
  let shapes = ''
  for (const code of codesOf(text)) {
    const font = fontOf(face, code)
    if (!font) continue
    const glyph = font.glyphForCodePoint(code)
    const scale = size / font.unitsPerEm
    const path = glyph.path.toSVG()
    if (path) shapes += `<path transform="matrix(${scale} 0 0 ${-scale} ${at.toFixed(2)} 0)" d="${path}"/>`
    at += glyph.advanceWidth * scale
  }
  return { shapes, width: at }
}

/** Text in lines that fit a width; a word that is longer than one is cut. */
export function wrapped(face: Face, size: number, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap((whole) => cut(face, size, whole, width))) {
    const longer = line ? `${line} ${word}` : word
    if (line && lettered(face, size, longer).width > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

function cut(face: Face, size: number, word: string, width: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part && lettered(face, size, part + letter).width > width) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return part ? [...parts, part] : parts
}

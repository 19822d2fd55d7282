/** Half the width of the square that the map is drawn in, and its middle. */
export const MIDDLE = 180
/** Radii of the three rings, nearest first. */
export const RINGS = [84, 117, 150] as const
/** Half the height of a shape, and the size of the letters. */
export const SHAPE = 13
export const LETTER = 18

/** In this order a map fills up evenly. Each half holds three, at heights that no ring brings together. */
const ANGLES = [-45, 135, -135, 45, 0, 180]
/** A character takes about this much of a letter's size; wide ones count for more. */
const CHARACTER = 0.57

export interface Place {
  x: number
  y: number
  label: { text: string; x: number; y: number; width: number }
}

const wideness = (character: string): number =>
  (character.codePointAt(0) as number) > 0x2e80
    ? 2
    : /[MW@%]/.test(character)
      ? 1.8
      : /[A-ZmwÀ-Þ]/.test(character)
        ? 1.4
        : 1
/** What a reader sees as one character: an emoji of several parts is never cut in two. */
const seen = new Intl.Segmenter('en', { granularity: 'grapheme' })
const charactersOf = (text: string): string[] => [...seen.segment(text)].map((s) => s.segment)
const total = (sizes: number[]): number => sizes.reduce((sum, size) => sum + size, 0)
const widenessOf = (character: string): number => Math.min(2, total([...character].map(wideness)))
const widthOf = (text: string): number => total(charactersOf(text).map(widenessOf))

/** About how wide a text is drawn. */
export const textWidth = (text: string, letter: number = LETTER): number => widthOf(text) * letter * CHARACTER

/** A label short enough to stand beside its neighbours. The whole of it is in the words under the picture. */
export function shorten(text: string, room: number, letter: number = LETTER): string {
  const most = room / (letter * CHARACTER)
  const line = text.replace(/\s+/g, ' ').trim()
  if (widthOf(line) <= most) return line
  let short = ''
  let width = 0
  for (const c of charactersOf(line)) {
    width += widenessOf(c)
    if (width > most - 1) break
    short += c
  }
  return `${short.trimEnd()}…`
}

/**
 * Where a community and its label stand. Labels stay in their own half, above the shape in the upper third and below it
 * elsewhere, so that six of them never touch.
 */
export function placeAt(index: number, ring: number, name: string): Place {
  const angle = ((ANGLES[index % ANGLES.length] as number) * Math.PI) / 180
  const radius = RINGS[ring] as number
  const x = Math.round(MIDDLE + radius * Math.cos(angle))
  const y = Math.round(MIDDLE + radius * Math.sin(angle))
  // Level with the middle, labels also keep clear of "You" and of the lines that leave it.
  const clear = Math.abs(y - MIDDLE) < SHAPE ? 38 : 2
  const text = shorten(name, MIDDLE - 2 - clear)
  const width = textWidth(text)
  const [left, right] = x > MIDDLE ? [MIDDLE + clear, MIDDLE * 2 - 2] : [2, MIDDLE - clear]
  const middle = Math.min(Math.max(x, left + width / 2), right - width / 2)
  const above = y < MIDDLE - SHAPE
  return { x, y, label: { text, x: Math.round(middle), y: above ? y - SHAPE - 5 : y + SHAPE + LETTER - 3, width } }
}

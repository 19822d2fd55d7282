/**
 * Makes the two fonts of the first visit from those of fontsource, with the weights that our styles use and no others:
 * node src/cli/run.mjs src/fonts/narrow-fonts.ts. Every letter and every feature of text stays.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import subset from 'subset-font'

/** The lightest and the heaviest that `src/styles` asks for. */
export const WEIGHTS = { min: 400, max: 700 }
export const FONTS = {
  'besley-latin.woff2': 'besley/files/besley-latin-wght-normal.woff2',
  'atkinson-latin.woff2': 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
}
/** As fontsource cuts its files: see the unicode-range in `src/styles/fonts.css`. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x304, 0x304],
  [0x308, 0x308],
  [0x329, 0x329],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
] as const

const letters = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))

export const narrow = (from: string): Promise<Buffer> =>
  subset(
    readFileSync(join('node_modules/@fontsource-variable', from)),
    letters.map((n) => String.fromCodePoint(n)).join(''),
    {
      targetFormat: 'woff2',
      variationAxes: { wght: WEIGHTS },
    },
  )

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url)
  for (const [file, from] of Object.entries(FONTS)) writeFileSync(join('src/fonts', file), await narrow(from))

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FONTS, narrow, WEIGHTS } from '../../src/fonts/narrow-fonts.ts'

const read = (file: string) => readFileSync(`src/fonts/${file}`)
const styles = readdirSync('src/styles').map((file) => [file, readFileSync(`src/styles/${file}`, 'utf8')] as const)

test.each(Object.entries(FONTS))('%s is what its maker makes of the whole font', async (file, from) => {
  expect((await narrow(from)).equals(read(file))).toBe(true)
})

test('the fonts of a first visit are under 60 kB', () => {
  expect(Object.keys(FONTS).reduce((sum, file) => sum + read(file).length, 0)).toBeLessThan(60_000)
})

test('no style asks for a weight that the fonts don’t have', () => {
  const asked = styles
    .filter(([file]) => file !== 'fonts.css')
    .flatMap(([file, css]) =>
      [...css.matchAll(/\bfont(?:-weight)?:\s*(?:italic )?(\d{3})\b/g)].map((m) => [file, Number(m[1])] as const),
    )
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter(([, weight]) => weight < WEIGHTS.min || weight > WEIGHTS.max)).toEqual([])
})

test('no page holds its first words back for a font', () => {
  const pages = readdirSync('dist/client/chapters').filter((file) => file.endsWith('.html'))
  expect(pages).toHaveLength(7)
  for (const page of pages) expect(readFileSync(`dist/client/chapters/${page}`, 'utf8')).not.toContain('rel="preload"')
})

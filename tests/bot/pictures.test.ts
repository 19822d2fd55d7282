import sharp from 'sharp'
import { expect, test } from 'vitest'
import { toOwn } from '#core/cohorts/own-question.ts'
import type { ReleasedPicture } from '#core/insights/released-pictures.ts'
import type { AnswerValue } from '#core/questions/question.ts'
import { draw } from '#core/release/picture.ts'
import { content } from '#tests/support/open.ts'
import { drawPicture } from '../../bot/pictures/draw-picture.ts'
import { picturePng } from '../../bot/pictures/picture-png.ts'
import { pictureAlt, pictureWords } from '../../bot/pictures/picture-words.ts'

const DOING = 'cd.doing-with'
const ROLE = 'cd.my-role'
const pictureOf = (id: string, values: AnswerValue[], closedAt = '2026-03-03T09:30:00.000Z'): ReleasedPicture => {
  const question = content.question(id)
  if (!question) throw new Error(`There is no question ${id}.`)
  return { closedAt, ...draw(question, values) }
}
const some = (place: string, count: number) => Array.from({ length: count }, () => ({ place }))
const doing = pictureOf(DOING, [...some('with', 6), ...some('by', 3)])

/** The names of a PNG's pieces: its length, name, data and sum each. */
function chunksOf(png: Buffer): string[] {
  const names: string[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) names.push(png.toString('latin1', at + 4, at + 8))
  return names
}

test('another program reads it as a picture: as wide as it should be, ink on white, and nothing beside it', async () => {
  const png = (await picturePng(doing)) as Buffer
  const { format, width, height, exif, icc, xmp, comments } = await sharp(png).metadata()
  expect({ format, width }).toEqual({ format: 'png', width: 1080 })
  expect(height).toBeGreaterThan(500)
  expect({ exif, icc, xmp, comments }).toEqual({})
  expect(new Set(chunksOf(png))).toEqual(new Set(['IHDR', 'pHYs', 'PLTE', 'IDAT', 'IEND']))
  const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const dark = data.filter((shade) => shade < 80).length / data.length
  expect(dark).toBeGreaterThan(0.02)
  expect(dark).toBeLessThan(0.3)
  expect(data[0]).toBe(255)
})

test('for equal bands the bytes are equal, whoever answered and whenever; for other bands they are others', async () => {
  const again = pictureOf(DOING, [...some('by', 4), ...some('with', 8)], '2027-01-01T03:00:00.000Z')
  expect(again.parts).toEqual(doing.parts)
  expect(await picturePng(again)).toEqual(await picturePng(doing))
  // T12: everybody agrees, or all but one.
  const all = await picturePng(pictureOf(DOING, some('with', 5)))
  expect(await picturePng(pictureOf(DOING, [...some('with', 4), ...some('by', 1)]))).toEqual(all)
  expect(all).not.toEqual(await picturePng(doing))
})

test('its size depends on the question alone', async () => {
  const size = async (values: AnswerValue[]) => {
    const { width, height } = await sharp((await picturePng(pictureOf(DOING, values))) as Buffer).metadata()
    return { width, height }
  }
  const one = await size(some('with', 5))
  for (const values of [some('by', 9), [...some('for', 3), ...some('with', 3)]]) expect(await size(values)).toEqual(one)
})

test('the description says in words all that it shows', () => {
  const alt = pictureAlt(doing)
  const labels = doing.parts.flatMap(({ groups }) => groups.flatMap(({ cells }) => cells))
  expect(alt).toContain(doing.ask)
  for (const { label, band } of labels) expect(alt).toContain(`${label}: ${band.replaceAll('-', ' ')}`)
  const rated = pictureOf(
    ROLE,
    [2, 3, 3, 3, 4, 3, 2, 4].map((place) => ({ place, move: '' })),
  )
  expect(pictureAlt(rated)).toContain('The average is about 3 out of 5')
  const long = { ...doing, parts: [...Array(9)].flatMap(() => doing.parts) }
  expect([...pictureAlt(long)].length).toBeLessThanOrEqual(1000)
  expect(pictureWords(long).lines.length).toBeGreaterThan(9)
})

test('Welsh letters are drawn; where our fonts lack a letter there is no picture, and words alone', async () => {
  const asked = (ask: string) => {
    const part = {
      type: 'single-choice',
      name: 'choice',
      options: [
        { id: 'a', label: 'Tŷ' },
        { id: 'b', label: 'Dŵr' },
      ],
      notSure: false,
    } as never
    return { closedAt: '', ...draw(toOwn('own.x', { ask, parts: [part] }), [{ choice: 'a' }]) }
  }
  expect(await picturePng(asked('Ble mae’r dŵr?'))).toBeInstanceOf(Buffer)
  expect(await picturePng(asked('كيف كان اليوم؟'))).toBeNull()
  expect(pictureAlt(asked('كيف كان اليوم؟'))).toContain('كيف')
})

test('long words are broken, and nothing reaches over the edge', async () => {
  const wide = { ...doing, ask: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2) }
  const { data, info } = await sharp(Buffer.from(drawPicture(wide)))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const edge = Array.from({ length: info.height }, (_, y) =>
    data.subarray(
      y * info.width * info.channels + (info.width - 20) * info.channels,
      (y + 1) * info.width * info.channels,
    ),
  )
  expect(Math.min(...edge.map((row) => Math.min(...row)))).toBe(255)
})

import { expect, test } from 'vitest'
import { BANDS } from '../../src/components/chapter/pictures/rungs.ts'
import { renderPicture } from '../../src/components/chapter/pictures.ts'
import { questionsIn } from '../content/chapter-text.ts'
import { anAnswer, aQuestion } from './an-answer.ts'

const [written] = questionsIn('influence.yaml').filter((q) => q.id === 'influence.ladder-place')
const question = aQuestion({ ...written })
const draw = (rung: unknown) => renderPicture('ladder', anAnswer(question, { rung })).text
const rungs = (html: string) => html.match(/<li( class="on")?><details[\s\S]*?<\/details>/g) as string[]

test('the ladder has the rungs of its question, from the top down, in three bands', () => {
  const html = renderPicture('ladder').text
  const [part] = question.parts
  const names = part?.type === 'scale' ? (part.names ?? []) : []
  expect(names).toHaveLength(8)
  expect([...html.matchAll(/"tread">(\d)<\/span> ([^<]*)/g)].map((m) => `${m[1]} ${m[2]}`)).toEqual(
    names.map((name, i) => `${i + 1} ${name}`).toReversed(),
  )
  expect(
    [...html.matchAll(/<p class="band">([^<]*)<\/p><ol role="list" reversed start="(\d)"/g)].map((m) => [m[1], m[2]]),
  ).toEqual([
    ['Degrees of citizen power', '8'],
    ['Tokenism', '5'],
    ['Non-participation', '2'],
  ])
})

test('each rung has its two signs and a way up in a fold, closed until one is chosen', () => {
  const html = renderPicture('ladder').text
  expect(rungs(html)).toHaveLength(8)
  for (const rung of rungs(html)) {
    expect(rung.match(/<ul><li>.+<\/li><li>.+<\/li><\/ul>/)).not.toBeNull()
    expect(rung).toContain('What would one rung up look like here?')
  }
  expect(html).not.toContain('<details open')
  expect(html).not.toContain('Your rung')
})

test('the chosen rung is marked in words, and stands open', () => {
  const html = draw(4)
  const on = rungs(html).filter((rung) => rung.startsWith('<li class="on"><details open>'))
  expect(on).toHaveLength(1)
  expect(on[0]).toContain('</span> Consultation <b class="mark">Your rung</b>')
  expect(on[0]).toContain('Nobody has to act on them.')
  expect(on[0]).toContain('Publish replies')
  expect(html).toContain('You chose rung 4 of 8, consultation.')
  expect(html.match(/<details open/g)).toHaveLength(1)
})

test('whoever would rather not say sees the ladder as it was', () => {
  expect(draw('rather-not')).toBe(renderPicture('ladder').text)
  expect(draw(null)).toBe(renderPicture('ladder').text)
})

test('the words on the rungs are set as the chapters are', () => {
  const words = BANDS.flatMap((b) => [b.name, ...b.rungs.flatMap((r) => [r.name, ...r.signs, r.up])])
  expect(words.filter((text) => /["']|—|\b(must|should|just|simply|obviously)\b/i.test(text))).toEqual([])
})

import { expect, test } from 'vitest'
import { conflictReply, invalidReply, savedReply } from '../../src/components/question/answer-reply.ts'
import { anAnswer, aQuestion, NOW, times } from './an-answer.ts'

const rows = { upTo: 6, label: 'Community' }
const question = aQuestion({
  id: 'community.my-communities',
  parts: [{ name: 'communities', type: 'matrix', rows, columns: [{ id: 'note', label: 'Note', type: 'text' }] }],
  after: [{ text: 'Thank you.' }],
})

test('after a save the script learns what to say and what to draw', () => {
  const reply = savedReply(anAnswer(question, { communities: [{ row: 'Choir', cells: {} }] }, { revision: 4 }), times)
  expect(reply).toMatchObject({ status: 'saved', revision: 4, savedAt: NOW, shown: 'Saved, 2:14 pm', answered: true })
  expect(reply.after).toContain('Thank you.')
  expect(reply.picture).toContain('Your map has 1 community.')
})

test('after taking back there is nothing to feed back on', () => {
  expect(savedReply(anAnswer(question, {}, { revision: 5 }), times)).toMatchObject({ answered: false, after: '' })
})

test('a question without a picture brings none', () => {
  expect(savedReply(anAnswer(aQuestion({}), { story: 'x' }), times)).not.toHaveProperty('picture')
})

test('a conflict brings both versions and the base to build on', () => {
  const theirs = anAnswer(question, { communities: [{ row: 'Choir', cells: {} }] }, { revision: 7 })
  const reply = conflictReply(question, { mine: { communities: [{ row: 'Street', cells: {} }] }, theirs }, { times })
  expect(reply.revision).toBe(7)
  expect(reply.html).toMatch(/Choir[\s\S]*Street/)
})

test('messages come under the names of the form’s fields', () => {
  const reply = invalidReply(question, { message: 'No.', fields: { 'communities.2.cells.note': 'Too long.' } })
  expect(reply.fields).toEqual({ 'communities.3.note': 'Too long.' })
  expect(reply.html).toContain('href="#community.my-communities.communities.3.note"')
})

import { expect, test } from 'vitest'
import { renderQuestion } from '../../src/components/question/render-question.ts'
import { anAnswer, aQuestion, times } from './an-answer.ts'

const plain = aQuestion({ hint: 'Start with one moment.', deeper: ['Who did it?', 'What else?'] })
const show = (...args: Parameters<typeof renderQuestion>) => renderQuestion(...args).text

test('a blank sheet is a form that works without script', () => {
  const html = show(plain)
  expect(html).toContain('<form class="q" id="community.belong" method="post" action="/api/answers">')
  expect(html).toContain(`name="wording" value="${plain.hash}"`)
  expect(html).toContain('name="base" value="0"')
  expect(html).toContain('name="page" value="/chapters/community"')
  expect(html).toContain('<span class="label">Over to you</span><label class="ask" for="community.belong.story">')
  expect(html).toContain('aria-describedby="community.belong.story.hint community.belong.who"')
  expect(html).toMatch(/<p class="status" role="status">.*<span data-words><\/span>/)
  expect(html).toContain('<button class="btn" type="submit">Save</button>')
})

test('nothing on a sheet needs a style or a handler of its own', () => {
  expect(show(plain)).not.toMatch(/ style=| on[a-z]+=|<script/)
})

test('nudges come one at a time, each in the fold of the one before', () => {
  expect(show(plain)).toMatch(
    /Go a bit deeper<\/summary><p>Who did it\?<\/p><details class="fold"><summary>Another thought<\/summary><p>What else\?<\/p><\/details><\/details>/,
  )
})

test('an answer is in its box, and Saved is said with its time', () => {
  const html = show(plain, { answer: anAnswer(plain, { story: 'Ama said my name.' }, { revision: 2 }), times })
  expect(html).toContain('Ama said my name.</textarea>')
  expect(html).toContain('data-state="saved"')
  expect(html).toContain('Saved, 2:14 pm')
  expect(html).toContain('name="base" value="2"')
  expect(html).toContain(' data-answered>')
})

test('an answer that was taken back can be given again', () => {
  const html = show(plain, { answer: anAnswer(plain, { story: '' }, { revision: 2 }), times })
  expect(html).toContain('Taken back, 2:14 pm')
  expect(html).not.toContain(' data-answered>')
})

test('an answer to another wording says what was asked then', () => {
  const before = aQuestion({ ask: 'When did you feel at home?' })
  const html = show(plain, { answer: anAnswer(plain, { story: 'x' }, { asked: before }), times })
  expect(html).toContain('You were asked: “When did you feel at home?”')
  expect(show(plain, { answer: anAnswer(plain, { story: 'x' }), times })).not.toContain('You were asked')
})

test('a private answer stays folded on its own sheet, under the question', () => {
  const secret = aQuestion({ sensitivity: 'S2' })
  const html = show(secret, { answer: anAnswer(secret, { story: 'The front desk.' }), times })
  expect(html).toMatch(
    /<p class="ask">When did you belong\?<\/p><details class="fold shut"><summary>You wrote a private note here. Show it<\/summary>[\s\S]*The front desk\.<\/textarea>/,
  )
  expect(html).toContain('<label class="vh" for="community.belong.story">When did you belong?</label>')
  expect(show(secret)).not.toContain('details')
})

test('several parts stand under one legend, each with its own label', () => {
  const both = aQuestion({
    parts: [
      { name: 'first', type: 'scale', label: 'Where?', low: 'a', high: 'b' },
      { name: 'why', type: 'reason', label: 'When do you move?' },
    ],
  })
  const html = show(both)
  expect(html).toContain(
    '<fieldset><legend><span class="label">Over to you</span><span class="ask">When did you belong?</span></legend>',
  )
  expect(html).toContain('<span class="part-title">Where?</span>')
  expect(html).toContain('<label class="part-title" for="community.belong.why">When do you move?</label>')
})

test('tags are in a fold, open once one is picked', () => {
  const tagged = aQuestion({ aggregate: 'theme', themes: [{ id: 'place', label: 'Place' }] })
  expect(show(tagged)).toContain('<details class="fold"><summary>Pick a tag')
  expect(show(tagged, { answer: anAnswer(tagged, { story: 'x', themes: ['place'] }), times })).toContain(
    '<details class="fold" open><summary>Pick a tag',
  )
})

test('feedback comes after an answer, and fits the choice', () => {
  const options = [
    { id: 'to', label: 'To' },
    { id: 'with', label: 'With' },
  ]
  const asked = aQuestion({
    parts: [{ name: 'place', type: 'single-choice', options }],
    after: [
      { text: 'For everyone.' },
      { part: 'place', is: 'with', text: 'Sharing the pen.' },
      { part: 'place', is: 'to', text: 'In danger.' },
    ],
  })
  expect(show(asked)).not.toContain('For everyone.')
  const html = show(asked, { answer: anAnswer(asked, { place: 'with' }), times })
  expect(html).toContain('<p>For everyone.</p><p>Sharing the pen.</p>')
  expect(html).not.toContain('In danger.')
})

test('something that can’t be taken is said at the top and at the field, and the words are kept', () => {
  const html = show(plain, {
    outcome: { kind: 'invalid', typed: { story: 'much too long' }, fields: { story: 'Up to 10,000.' } },
  })
  expect(html).toContain('One thing to put right')
  expect(html).toContain('<a href="#community.belong.story">Up to 10,000.</a>')
  expect(html).toContain('id="community.belong.story.wrong"')
  expect(html).toContain('much too long</textarea>')
  expect(html).toContain('Not saved yet')
})

test('a conflict shows both versions, keeps mine in the box, and builds on the newest', () => {
  const theirs = anAnswer(plain, { story: 'From <b>Slack' }, { revision: 5, channel: 'slack' })
  const html = show(plain, { answer: theirs, outcome: { kind: 'conflict', typed: { story: 'From here' } }, times })
  expect(html).toContain('<p class="label">Saved, 2:14 pm, in Slack</p><p>From &lt;b&gt;Slack</p>')
  expect(html).toContain('<p class="label">Yours, not saved yet</p><p>From here</p>')
  expect(html).toContain('From here</textarea>')
  expect(html).toContain('name="base" value="5"')
  expect(html).not.toMatch(/data-state="saved"/)
})

test('a conflict about a private answer keeps both versions folded', () => {
  const secret = aQuestion({ sensitivity: 'S2' })
  const html = show(secret, {
    answer: anAnswer(secret, { story: 'a' }),
    outcome: { kind: 'conflict', typed: { story: 'b' } },
    times,
  })
  expect(html.match(/class="fold shut"/g)).toHaveLength(2)
})

test('what could not be saved is still in the box, with a way to try again', () => {
  const html = show(plain, {
    outcome: { kind: 'not-saved', typed: { story: 'kept' }, message: 'Please wait a moment.' },
  })
  expect(html).toContain('Could not be saved. Your words are still in the box. Please wait a moment.')
  expect(html).toContain('<button class="textbtn" data-again>Try again</button>')
  expect(html).toContain('kept</textarea>')
})

test('a part can’t take the name of a field of the form', () => {
  const taken = aQuestion({ parts: [{ name: 'page', type: 'long-text' }] })
  expect(() => renderQuestion(taken)).toThrow('Question community.belong: a part can’t be called “page”')
})

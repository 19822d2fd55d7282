import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { ruleOf } from '#core/questions/parts.ts'
import type { Question } from '#core/questions/question.ts'
import { anAnswer, times } from '#tests/components/an-answer.ts'
import { everyPiece } from '#tests/components/every-piece.ts'
import { renderTurn } from '../../bot/channels/web/render-card.ts'
import type { Card } from '../../bot/replies/card.ts'
import { namesInPage } from '../../src/cli/names-in.ts'
import { pruneStyles } from '../../src/cli/prune-styles.ts'
import { renderPicture } from '../../src/components/chapter/pictures.ts'
import { clauseEvidence } from '../../src/components/evidence/clause-evidence.ts'
import { conflictReply, invalidReply, savedReply } from '../../src/components/question/answer-reply.ts'
import { earlierOf } from '../../src/components/question/earlier-of.ts'
import { renderQuestion } from '../../src/components/question/render-question.ts'
import { compileTemplate } from '../../src/web/splice.ts'
import { filledIn } from './filled-in.ts'

const TURNS = [0, 1, 2, 3, 4]
const content = loadContent()
const built: Record<string, { file: string; stylesheets: string[] }> = JSON.parse(
  readFileSync('dist/pages.json', 'utf8'),
)
const find = (id: string) => content.question(id) as Question
const answer = (question: Question, turn: number, revision = 1) =>
  anAnswer(question, filledIn(question, turn), {
    revision,
    asked: turn === 1 ? { ...question, hash: 'old' } : question,
  })

/** Where something is wrong with every part, and with the first row and cell of it. */
const everyField = (question: Question) =>
  Object.fromEntries(question.parts.flatMap((p) => [p.name, `${p.name}.0`].map((field) => [field, 'Too long.'])))

/** A question as the server may put it into a page. */
function sheets(question: Question): string[] {
  const typed = filledIn(question, 2)
  const blank = Object.fromEntries(question.parts.map((p) => [p.name, ruleOf(p).blank]))
  const states = TURNS.flatMap((turn) => {
    const mine = answer(question, turn, turn + 1)
    const history = [answer(question, turn + 1, turn), mine]
    const earlier = earlierOf(question, {
      question: find,
      answer: (id) => (id === question.id ? { ...mine, history } : answer(find(id), turn)),
    })
    const fields = everyField(question)
    return [
      { answer: mine, earlier, times },
      { earlier, outcome: { kind: 'invalid' as const, typed, fields } },
      { answer: mine, earlier, outcome: { kind: 'conflict' as const, typed } },
      { answer: mine, earlier, outcome: { kind: 'not-saved' as const, typed, message: 'No.' } },
    ]
  })
  return [{ answer: anAnswer(question, blank), earlier: earlierOf(question, { question: find }) }, ...states].map(
    (state) => renderQuestion(question, state).text,
  )
}

/** What the script puts on the page for a question. */
function replies(question: Question): string[] {
  const mine = filledIn(question, 2)
  return TURNS.flatMap((turn) => {
    const theirs = answer(question, turn)
    const saved = savedReply(theirs, times, answer(question, turn + 1))
    const refused = invalidReply(question, { message: 'No.', fields: everyField(question) })
    return [saved.after, saved.picture ?? '', conflictReply(question, { mine, theirs }).html, refused.html]
  })
}

const picture = (name: string, of: string): string[] =>
  TURNS.flatMap((turn) => {
    const drawn = answer(find(of), turn)
    return [null, answer(find(of), turn + 1)].map((before) => renderPicture(name, drawn, before).text)
  })

const quote = {
  leadIn: 'It says',
  text: 'Words',
  parts: [{ label: 'a', text: 'b' }],
  label: 'PC 1',
  href: '/',
  status: 'x',
}
const card: Card = {
  title: 'Title',
  paragraphs: ['One'],
  contacts: [{ label: 'Somebody', tel: '0800 1111', note: 'Day and night' }],
  quotes: [quote],
  after: ['After'],
  choices: [{ say: 'Yes', label: 'Yes', detail: 'Detail' }],
  links: [{ label: 'There', href: '/' }],
  small: ['Small'],
}
const said = ['help', 'trouble', undefined].flatMap((tone) =>
  ['A message', null].map((words) => renderTurn(words, [{ ...card, ...(tone && { tone: tone as 'help' }) }]).text),
)

const rulesIn = (css: string): string[] => css.split(/(?<=[{}])/)
const slotsOf = (file: string) => compileTemplate(readFileSync(`dist/client/${file}`, 'utf8')).slots
const chapters = Object.entries(built).filter(([path]) => path.startsWith('/chapters/'))
const clauses = Object.entries(built).filter(([, { file }]) => slotsOf(file).some((slot) => slot.name === 'evidence'))

test('the chapters are there, and the pages of clauses', () => {
  expect(chapters.length).toBe(7)
  expect(clauses.length).toBeGreaterThan(0)
})

test.each([...chapters, ...clauses.slice(0, 1)])(
  '%s has the styles of everything that may come into it later',
  (_path, { file, stylesheets }) => {
    const page = readFileSync(`dist/client/${file}`, 'utf8')
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
    const whole = stylesheets.map((href) => readFileSync(`dist/client${href}`, 'utf8').trim()).join('')
    const later = slotsOf(file).flatMap(({ name, args: [first = '', second = ''] }) => {
      if (name === 'question') return [...sheets(find(first)), ...replies(find(first))]
      if (name === 'evidence') return clauseEvidence(everyPiece).text
      return name === 'picture' ? picture(first, second) : []
    })
    const all = namesInPage([page.replace(style, ''), ...later, ...(page.includes('data-say') ? said : [])].join('\n'))
    expect(style.length).toBeLessThan(0.9 * whole.length)
    // What the page has of the styles that match then is all that there is of them.
    const there = new Set(rulesIn(pruneStyles(style, all)))
    expect(rulesIn(pruneStyles(whole, all)).filter((rule) => !there.has(rule))).toEqual([])
  },
)

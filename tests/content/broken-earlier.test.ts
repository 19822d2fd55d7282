import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { temporaryFolder } from '#tests/support/databases.ts'

const folder = temporaryFolder()
const FILE = join(folder, 'questions/community.yaml')

/** A question of its own at the end of a copy of the content, with these lines; what is said about it. */
function messageFor(...lines: string[]): string {
  cpSync('content', folder, { recursive: true })
  const before = readFileSync(FILE, 'utf8')
  const asked = [
    '- id: community.try',
    '  ask: Now?',
    '  sensitivity: S0',
    '  aggregate: none',
    '  retired: true',
    ...(lines.some((l) => l.startsWith('parts:')) ? [] : ['  parts: [{ name: now, type: long-text }]']),
    ...lines.map((line) => `  ${line}`),
  ]
  writeFileSync(FILE, `${before}\n${asked.join('\n')}\n`)
  const line = before.split('\n').length + 1
  try {
    loadContent(folder)
  } catch (error) {
    const message = (error as Error).message
    expect(message.split('\n')).toHaveLength(1)
    const at = `${FILE}:${line}: community.try: `
    expect(message.slice(0, at.length)).toBe(at)
    return message.slice(at.length)
  }
  return ''
}

const CHOICE = 'parts: [{ name: place, type: single-choice, options: [{ id: a, label: A }, { id: b, label: B }] }]'
const moved = (question: string, row: string, more = '') =>
  `parts: [{ name: now, type: scale, low: a, high: b${more}, movedFrom: { question: ${question}, row: ${row} } }]`

test.each([
  [
    'a ghost of a question that is not there',
    ['back: [{ as: ghost, from: community.nowhere }]'],
    'back names community.nowhere. Expected the id of a question, found none of that id.',
  ],
  [
    'a ghost of a row that is not there',
    ['back: [{ as: ghost, from: community.four-elements, row: warmth }]'],
    'back names the row warmth of community.four-elements. Expected one of membership, influence, needs, connection.',
  ],
  [
    'a ghost of a row where no rows are rated',
    ['back: [{ as: ghost, from: community.ties, row: most }]'],
    'back names the row most of community.ties. Expected a matrix whose rows are rated.',
  ],
  [
    'a ghost where nothing was rated or chosen',
    ['back: [{ as: ghost, from: community.try }]'],
    'back shows ratings of community.try as a ghost. Expected a question with ratings, found long-text.',
  ],
  [
    'a ghost of private ratings',
    ['back: [{ as: ghost, from: community.my-communities }]'],
    "back shows ratings of community.my-communities as a ghost. Expected a question that isn't private, found S2.",
  ],
  [
    'the lowest of what has no ratings',
    ['back: [{ as: card, from: community.ties, pick: lowest }]'],
    'back picks the lowest of community.ties. Expected a question with a ranking or a matrix of ratings, found single-choice, single-choice.',
  ],
  [
    'the choices of what has none',
    ['back: [{ as: card, from: community.try, pick: choices }]'],
    'back picks the choices of community.try. Expected a question with options to tick, found long-text.',
  ],
  [
    'feedback on a part that is not there',
    ['after: [{ part: then, text: Well. }]'],
    'after names the part then. Expected one of now.',
  ],
  [
    'feedback on an option that is not there',
    [CHOICE, 'after: [{ part: place, is: [a, c], text: Well. }]'],
    'after: is names c. Expected one of a, b, rather-not, not-sure.',
  ],
  [
    'feedback on an option of no part',
    [CHOICE, 'after: [{ is: a, text: Well. }]'],
    'after: is names a. Expected a part with options.',
  ],
  [
    'feedback on a lowest row that is not there',
    [
      'parts: [{ name: r, type: matrix, rows: [{ id: a, label: A }], columns: [{ id: s, label: S, type: scale, low: l, high: h }] }]',
      'after: [{ part: r, lowest: b, text: Well. }]',
    ],
    'after: lowest names b. Expected one of a.',
  ],
  [
    'feedback on the lowest row of what has no rows',
    ['after: [{ part: now, lowest: b, text: Well. }]'],
    'after: lowest names b. Expected a matrix whose rows are rated.',
  ],
  [
    'a comparison with a question that is not there',
    [moved('community.nowhere', 'membership')],
    'movedFrom names community.nowhere. Expected the id of a question, found none of that id.',
  ],
  [
    'a comparison with a row that is not there',
    [moved('community.four-elements', 'warmth')],
    'movedFrom names the row warmth of community.four-elements. Expected one of membership, influence, needs, connection.',
  ],
  [
    'a comparison on another scale',
    [moved('community.four-elements', 'membership', ', points: 7')],
    'movedFrom compares with community.four-elements. Expected 7 points, found 5.',
  ],
])('%s is named with file, line, what was expected and what came', (_name, lines, message) => {
  expect(messageFor(...lines)).toBe(message)
})

test('a comparison with what is never counted, or is more personal, would count it', () => {
  const rating = (more: string) => [
    moved('community.rated', 'a'),
    'evidence: []',
    // Another question after this one.
    `after: []\n- { id: community.rated, ask: "How?", retired: true, ${more}, parts: [{ name: r, type: matrix, rows: [{ id: a, label: A }], columns: [{ id: s, label: S, type: scale, low: l, high: h }] }] }`,
  ]
  expect(messageFor(...rating('sensitivity: S0, aggregate: distribution'))).toBe('')
  expect(messageFor(...rating('sensitivity: S0, aggregate: none'))).toBe(
    'movedFrom compares with community.rated. Expected aggregate: distribution and nothing more personal than S0, found none, S0.',
  )
  expect(messageFor(...rating('sensitivity: S1, aggregate: distribution'))).toContain('found distribution, S1.')
})

test('what is there is taken', () => {
  expect(
    messageFor(
      moved('community.four-elements', 'membership'),
      'back: [{ as: ghost, from: community.four-elements, row: membership }, { as: card, from: cd.values-rank, pick: highest }, { as: ghost, from: community.ties }]',
      'after: [{ part: now, is: ["5", not-sure], text: Well. }]',
    ),
  ).toBe('')
})

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '#core/content/load-content.ts'
import { temporaryFolder } from '#tests/support/databases.ts'

const folder = temporaryFolder()
const QUESTIONS = 'questions/community.yaml'

/** The message for a copy of the content in which one thing was broken. */
function messageFor(file: string, from: string | RegExp, to: string): string {
  cpSync('content', folder, { recursive: true })
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  expect(text.replace(from, to), 'the test changes something').not.toBe(text)
  writeFileSync(path, text.replace(from, to))
  try {
    loadContent(folder)
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, '')
  }
  return ''
}

const lineOf = (file: string, words: string) =>
  readFileSync(join('content', file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1

test.each([
  [
    'a duplicate id',
    QUESTIONS,
    '- id: community.belong',
    '- id: community.first-words',
    /questions\/community\.yaml:\d+: the id community\.first-words is used twice\. Expected an id of its own; found it first at/,
  ],
  [
    'a dangling refer-back',
    QUESTIONS,
    'from: community.first-words',
    'from: community.nowhere',
    /questions\/community\.yaml:\d+: community\.working-definition: back names community\.nowhere\. Expected the id of a question, found none/,
  ],
  [
    'an unknown clause',
    QUESTIONS,
    'SFJBA13:KU16',
    'SFJBA13:KU99',
    /questions\/community\.yaml:\d+: community\.first-words: evidence names the clause SFJBA13:KU99\. Expected a clause of a standard/,
  ],
  [
    'an unknown key',
    QUESTIONS,
    '  sensitivity: S0',
    '  sensitivty: S0',
    /questions\/community\.yaml:\d+: .*“sensitivty” that isn't known here/,
  ],
  [
    'a missing field',
    QUESTIONS,
    /\n {2}aggregate: theme/,
    '',
    /questions\/community\.yaml:\d+: 0\.aggregate: .* Found: nothing\./,
  ],
  [
    'a question in no chapter',
    'chapters/community.mdx',
    '<Question id="community.belong" />',
    '',
    /questions\/community\.yaml:\d+: community\.belong stands in no chapter/,
  ],
  [
    'a chapter that names a question that is not there',
    'chapters/community.mdx',
    '<Question id="community.belong" />',
    '<Question id="community.belonging" />',
    /chapters\/community\.mdx:\d+: <Question id="community\.belonging">: expected the id of a question/,
  ],
  [
    'a key of a chapter that is spelt wrong',
    'chapters/community.mdx',
    '\nminutes:',
    '\nminuts:',
    /chapters\/community\.mdx:\d+: .*“minuts” that isn't known here/,
  ],
  [
    'a nation that the law leaves out',
    'law.yaml',
    '    northern-ireland: *reserved\n',
    '',
    /law\.yaml:\d+: 7\.nations\.northern-ireland: .* Found: nothing\./,
  ],
  [
    'a law that says nothing of when it was looked up',
    'law.yaml',
    'dated: Checked August 2025',
    'dated: recently',
    /law\.yaml:\d+: 2\.dated: Expected “Checked” or “Written”, a month and a year\. Found: "recently"\./,
  ],
  [
    'a message that quotes the words of a personal answer',
    'prompts/power.yaml',
    '  pick: choices\n',
    '',
    /prompts\/power\.yaml:\d+: bot\.power\.quote: quotes names power\.gives-you-power, which is personal \(S1\)\. Expected pick: choices, found nothing/,
  ],
  [
    'a message that quotes a private answer',
    'prompts/power.yaml',
    /power\.gives-you-power/g,
    'power.takes-power-away',
    /bot\.power\.quote: quotes names power\.takes-power-away\. Expected an answer that may be quoted, found a private one/,
  ],
  [
    'a message that picks the ticks of an answer that has none',
    'prompts/power.yaml',
    /power\.gives-you-power/g,
    'power.worker-power',
    /bot\.power\.quote: pick is choices\. Expected power\.worker-power to have a part with options to tick, found none/,
  ],
  [
    'what is no YAML',
    QUESTIONS,
    '  sensitivity: S0',
    '  sensitivity: "S0',
    /questions\/community\.yaml:\d+: this isn't YAML/,
  ],
])('%s is named with file, line, what was expected and what came', (_name, file, from, to, message) => {
  expect(messageFor(file, from, to)).toMatch(message)
})

test('the line is the line of the mistake', () => {
  const line = lineOf(QUESTIONS, '- id: community.belong')
  expect(messageFor(QUESTIONS, '- id: community.belong', '- id: community.first-words')).toContain(
    `community.yaml:${line}:`,
  )
})

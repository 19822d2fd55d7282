import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Written } from './new-chapter.ts'
import { ContentError } from './read-yaml.ts'

/** What the author of a new question of each type begins with. */
const PARTS: Record<string, string> = {
  'long-text': '{ name: words, type: long-text }',
  'short-text': '{ name: words, type: short-text }',
  boxes: '{ name: list, type: boxes, boxes: 3 }',
  scale: '{ name: point, type: scale, points: 5, low: "[the lowest]", high: "[the highest]" }',
  'single-choice': `name: choice
      type: single-choice
      options:
        - { id: one, label: "[One]" }
        - { id: other, label: "[Another]" }`,
  'multi-choice': `name: choices
      type: multi-choice
      options:
        - { id: one, label: "[One]" }
        - { id: other, label: "[Another]" }`,
  ranking: `name: order
      type: ranking
      top: "[what stands first]"
      bottom: "[what stands last]"
      options:
        - { id: one, label: "[One]" }
        - { id: other, label: "[Another]" }
        - { id: third, label: "[A third]" }`,
  matrix: `name: grid
      type: matrix
      rows:
        - { id: one, label: "[One row]" }
      columns:
        - { id: what, label: "[A column]", type: text }`,
  'when-will': '{ name: plan, type: when-will }',
}
export const NEW_QUESTION_TYPES = Object.keys(PARTS)

/** The chapter's questions with one more, and its text with the question above its closing plan. */
export function newQuestion(folder: string, id: string, type: string): Written[] {
  const [, chapter, name] = /^([a-z]+)\.([a-z0-9-]+)$/.exec(id) ?? []
  if (!chapter || !name)
    throw new ContentError(
      `An id is the chapter’s, a dot and a name in small letters, such as power.who-decides. Found: ${id}.`,
    )
  const part = PARTS[type]
  if (!part) throw new ContentError(`There is no type ${type}. There are: ${NEW_QUESTION_TYPES.join(', ')}.`)
  const questions = join(folder, 'questions', `${chapter}.yaml`)
  const text = join(folder, 'chapters', `${chapter}.mdx`)
  for (const file of [questions, text])
    if (!existsSync(file)) throw new ContentError(`${file} is not there. npm run new:chapter makes a chapter.`)
  const asked = readFileSync(questions, 'utf8')
  if (asked.includes(`id: ${id}\n`))
    throw new ContentError(`${questions}: ${id} is there already. Ids are permanent: choose another.`)
  const long = type === 'long-text'
  const more = `
- id: ${id}
  ask: "[What do you ask?]"
  hint: "[A way in]"
${long ? '  deeper:\n    - "[Another person’s view?]"\n    - "[What did the setting do?]"\n' : ''}  sensitivity: S0
  aggregate: none
  parts:
    - ${part}
  evidence: []
`
  const source = readFileSync(text, 'utf8')
  const at = source.lastIndexOf('<Practice>')
  const place = at === -1 ? source.length : at
  return [
    { path: questions, text: `${asked.trimEnd()}\n${more}` },
    { path: text, text: `${source.slice(0, place)}<Question id="${id}" />\n\n${source.slice(place)}` },
  ]
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentError } from './read-yaml.ts'

/** A file to be written: its path, and what it holds afterwards. */
export interface Written {
  path: string
  text: string
}

/**
 * The three files of a chapter that builds and passes, so that its author can change one thing at a time. Texts in square
 * brackets wait for words.
 */
export function newChapter(folder: string, id: string, title: string): Written[] {
  if (!/^[a-z]+$/.test(id))
    throw new ContentError(`The id of a chapter is one word in small letters, such as housing. Found: ${id}.`)
  const files = readdirSync(join(folder, 'chapters'))
  if (files.includes(`${id}.mdx`))
    throw new ContentError(`${folder}/chapters/${id}.mdx is there already. Choose another id, or change that file.`)
  const numbers = files.map((f) =>
    Number(/^number: (\d+)$/m.exec(readFileSync(join(folder, 'chapters', f), 'utf8'))?.[1]),
  )
  return [
    { path: join(folder, 'chapters', `${id}.mdx`), text: chapter(id, title, Math.max(0, ...numbers) + 1) },
    { path: join(folder, 'questions', `${id}.yaml`), text: questions(id, title) },
    { path: join(folder, 'prompts', `${id}.yaml`), text: prompts(id, title) },
  ]
}

const chapter = (id: string, title: string, number: number): string => `---
number: ${number}
id: ${id}
title: ${JSON.stringify(title)}
promise: "[One line: what does a reader gain here?]"
minutes: 30
words: 2000
outcomes:
  - "[what they can do afterwards, completing “By the end you can …”]"
careNote: "[What may be hard here. You can skip any question, or stop here and come back. Get help is on every page.]"
recall: []
clauses:
  - SFJBA13:KU16
references:
  - sfjba13-2015
---

## [A heading]

[Open with a question or a scene. What has the reader seen for themselves? SFJBA13 is the standard this leans on.]

<Question id="${id}.first" />

<Story title="[A story, invented]">

[Who wants what, and what stands in the way?]

</Story>

## Look back

[One thought to take along.]

<Practice>

[A small thing to try, which nobody has to approve.]

<Question id="${id}.practice" />

</Practice>
`

const questions = (id: string, title: string): string => `# ${title}. Ids are permanent: never rename or reuse one.

- id: ${id}.first
  ask: "[A question that starts from what the reader has seen or done]"
  hint: "[A way in, for somebody whose mind is blank]"
  deeper:
    - "[How might somebody else tell it?]"
    - "[What around you helped, or got in the way?]"
  sensitivity: S0
  aggregate: none
  parts:
    - { name: story, type: long-text }
  evidence: [SFJBA13:KU16]

- id: ${id}.practice
  ask: "[When will you try it, and what will you do?]"
  sensitivity: S0
  aggregate: none
  parts:
    - { name: plan, type: when-will }
`

const prompts = (
  id: string,
  title: string,
): string => `# What the companion may send about ${title}. At most 240 characters each; ids are permanent.

- id: bot.${id}.scenario
  chapter: ${id}
  kind: scenario
  text: "[A moment, and what would you do?]"
  followUp: "[One question more]"
`

import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type PromptDefinition, promptDefinition } from '../prompts/prompt-definition.ts'
import { type Question, questionDefinition, toQuestion } from '../questions/question.ts'
import { loadStandards, type Standards } from '../standards/load-standards.ts'
import type { Clause } from '../standards/standard.ts'
import type { ChapterFrontmatter } from './chapter.ts'
import { checkLinks } from './check-links.ts'
import { type Help, help } from './help.ts'
import { readChapter } from './read-chapter.ts'
import { ContentError, readYaml } from './read-yaml.ts'

/** A chapter as the core needs it: its facts, and which questions stand where. */
export interface Chapter extends ChapterFrontmatter {
  path: string
  /** In reading order, with the line in the file for messages to authors. */
  questions: { id: string; line: number }[]
}

/** Everything under `content/`, checked. Nothing of it changes while the program runs. */
export interface Content {
  chapters: Chapter[]
  /** In reading order. Retired ones last. */
  questions: Question[]
  question(id: string): Question | undefined
  standards: Standards
  clause(uid: string): Clause | undefined
  prompts: PromptDefinition[]
  help: Help
}

/** Where something stands, for messages to authors. */
export interface Placed<T> {
  item: T
  file: string
  line: number
}

/** Reads `content/`. Every mistake found is in the error's message, each with file, line, what was expected, what came. */
export function loadContent(folder: string = resolve('content')): Content {
  const mistakes: string[] = []
  const gather = <T>(read: () => T[]): T[] => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      mistakes.push(error.message)
      return []
    }
  }
  const files = (kind: string, ending: string) =>
    readdirSync(join(folder, kind))
      .filter((f) => f.endsWith(ending))
      .sort()
      .map((f) => join(folder, kind, f))
  const questions = files('questions', '.yaml').flatMap((file) =>
    gather(() => readList(file, questionDefinition).map((q) => ({ ...q, item: toQuestion(q.item) }))),
  )
  const prompts = files('prompts', '.yaml').flatMap((file) => gather(() => readList(file, promptDefinition)))
  const chapters = files('chapters', '.mdx').flatMap((file) => gather(() => [readChapter(file)]))
  const [standards] = gather(() => [loadStandards(join(folder, 'standards'))])
  const [helpCard] = gather(() => [readYaml(join(folder, 'help.yaml'), help).data])
  // Links are checked only when everything could be read: a file with a slip would make every link into it dangle.
  if (standards && mistakes.length === 0) mistakes.push(...checkLinks({ questions, chapters, prompts, standards }))
  if (mistakes.length || !standards || !helpCard) throw new ContentError(mistakes.join('\n'))

  const inOrder = chapters.map((c) => c.item).sort((a, b) => a.number - b.number)
  const place = new Map(inOrder.flatMap((c) => c.questions).map((q, i) => [q.id, i]))
  const ordered = questions
    .map((q) => q.item)
    .sort((a, b) => (place.get(a.id) ?? Number.POSITIVE_INFINITY) - (place.get(b.id) ?? Number.POSITIVE_INFINITY))
  const byId = new Map(ordered.map((q) => [q.id, q]))
  return {
    chapters: inOrder,
    questions: ordered,
    question: (id) => byId.get(id),
    standards,
    clause: standards.clause,
    prompts: prompts.map((p) => p.item),
    help: helpCard,
  }
}

function readList<T>(file: string, schema: z.ZodType<T>): Placed<T>[] {
  const { data, lineOf } = readYaml(file, z.array(schema))
  return data.map((item, i) => ({ item, file, line: lineOf([i]) }))
}

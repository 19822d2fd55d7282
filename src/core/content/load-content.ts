import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { promptDefinition } from '../prompts/prompt-definition.ts'
import { questionDefinition, toQuestion } from '../questions/question.ts'
import { loadStandards } from '../standards/load-standards.ts'
import { bankHolidays } from './bank-holidays.ts'
import { checkLinks } from './check-links.ts'
import type { Content, Placed } from './content.ts'
import { help } from './help.ts'
import { law } from './law.ts'
import { readChapter } from './read-chapter.ts'
import { ContentError, readYaml } from './read-yaml.ts'

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
  const [holidays] = gather(() => [readYaml(join(folder, 'bank-holidays.yaml'), bankHolidays).data])
  const lawTopics = gather(() => readYaml(join(folder, 'law.yaml'), law).data)
  // Links are checked only when everything could be read: a file with a slip would make every link into it dangle.
  if (standards && mistakes.length === 0) mistakes.push(...checkLinks({ questions, chapters, prompts, standards }))
  if (mistakes.length || !standards || !helpCard || !holidays) throw new ContentError(mistakes.join('\n'))

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
    law: lawTopics,
    bankHolidays: holidays,
  }
}

function readList<T>(file: string, schema: z.ZodType<T>): Placed<T>[] {
  const { data, lineOf } = readYaml(file, z.array(schema))
  return data.map((item, i) => ({ item, file, line: lineOf([i]) }))
}

import type { PromptDefinition } from '../prompts/prompt-definition.ts'
import { type Question, THEMES } from '../questions/question.ts'
import type { Standards } from '../standards/load-standards.ts'
import { checkEarlier } from './check-earlier.ts'
import type { Chapter, Placed } from './content.ts'

interface Everything {
  questions: Placed<Question>[]
  chapters: Placed<Chapter>[]
  prompts: Placed<PromptDefinition>[]
  standards: Pick<Standards, 'clause'>
}

/** Every id that is used twice, and every reference to something that isn't there, as messages with file and line. */
export function checkLinks({ questions, chapters, prompts, standards }: Everything): string[] {
  const known = new Map<string, Placed<Question>>()
  const mistakes: string[] = []
  const say = (at: { file: string; line: number }, text: string) => mistakes.push(`${at.file}:${at.line}: ${text}`)

  for (const q of questions) {
    const first = known.get(q.item.id)
    if (first)
      say(
        q,
        `the id ${q.item.id} is used twice. Expected an id of its own; found it first at ${first.file}:${first.line}.`,
      )
    else known.set(q.item.id, q)
  }
  for (const q of questions) {
    const { item } = q
    const names = item.parts.map((p) => p.name)
    if (new Set(names).size < names.length)
      say(q, `${item.id}: two parts have the same name. Expected different names, found ${names.join(', ')}.`)
    if (item.aggregate === 'theme' && item.themes.length === 0)
      say(q, `${item.id}: aggregate is theme. Expected a list of themes, found none.`)
    if (item.sensitivity === 'S2' && item.aggregate !== 'none')
      say(q, `${item.id}: private (S2) answers are never counted. Expected aggregate: none, found ${item.aggregate}.`)
    for (const mistake of checkEarlier(item, (id) => known.get(id)?.item)) say(q, `${item.id}: ${mistake}`)
    for (const part of item.parts)
      if ('suggest' in part && part.suggest && !known.has(part.suggest))
        say(q, `${item.id}: suggest names ${part.suggest}. Expected the id of a question, found none of that id.`)
    for (const uid of item.evidence)
      if (!standards.clause(uid))
        say(
          q,
          `${item.id}: evidence names the clause ${uid}. Expected a clause of a standard, such as SFJBA13:PC15.1; found none of that id.`,
        )
  }

  const placed = new Map<string, string>()
  const numbers = new Map<number, string>()
  for (const c of chapters) {
    const taken = numbers.get(c.item.number)
    if (taken) say(c, `number: ${c.item.number} is taken by ${taken}. Expected a number of its own.`)
    numbers.set(c.item.number, c.file)
    for (const uid of c.item.clauses)
      if (!standards.clause(uid)) say(c, `clauses: ${uid} is not a clause of a standard.`)
    for (const { id, line } of c.item.questions) {
      const at = { file: c.file, line }
      if (!known.has(id))
        say(at, `<Question id="${id}">: expected the id of a question in content/questions, found none of that id.`)
      const before = placed.get(id)
      if (before) say(at, `<Question id="${id}"> stands twice. Expected it once; found it first at ${before}.`)
      placed.set(id, `${c.file}:${line}`)
    }
  }
  for (const q of questions)
    if (!q.item.retired && !placed.has(q.item.id))
      say(q, `${q.item.id} stands in no chapter. Expected a <Question id="${q.item.id}" />, or retired: true.`)

  const promptIds = new Map<string, string>()
  for (const p of prompts) {
    const first = promptIds.get(p.item.id)
    if (first) say(p, `the id ${p.item.id} is used twice; found it first at ${first}.`)
    promptIds.set(p.item.id, `${p.file}:${p.line}`)
    if (p.item.quotes && !known.has(p.item.quotes))
      say(p, `${p.item.id}: quotes names ${p.item.quotes}. Expected the id of a question, found none of that id.`)
    const wrong = wrongQuote(p.item, known.get(p.item.quotes ?? '')?.item)
    if (wrong) say(p, `${p.item.id}: ${wrong}`)
  }
  return mistakes
}

/** A message may quote an everyday answer, or what was ticked in a personal one; of a private one nothing. */
function wrongQuote({ pick }: PromptDefinition, quoted: Question | undefined): string | null {
  if (!quoted) return null
  const { id, sensitivity, parts } = quoted
  if (sensitivity === 'S2')
    return `quotes names ${id}. Expected an answer that may be quoted, found a private one (S2).`
  if (sensitivity === 'S1' && !pick)
    return `quotes names ${id}, which is personal (S1). Expected pick: choices, found nothing.`
  if (pick && !parts.some((p) => p.name !== THEMES && (p.type === 'single-choice' || p.type === 'multi-choice')))
    return `pick is choices. Expected ${id} to have a part with options to tick, found none.`
  return null
}

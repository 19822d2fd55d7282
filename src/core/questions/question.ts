import { createHash } from 'node:crypto'
import { z } from 'zod'
import { option } from './part.ts'
import { type Part, type PartValue, partDefinition, ruleOf } from './parts.ts'

/** Clause ids as the standards have them, for example `SFJBA13:PC15.1`. */
const clauseId = z.string().regex(/^[A-Z0-9-]+:[A-Za-z0-9.-]+$/)

/** What of an earlier answer comes back: its lowest or highest rating, or what was chosen and no words. */
const pick = z.enum(['lowest', 'highest', 'choices'])
export type Pick = z.infer<typeof pick>

const back = z.discriminatedUnion('as', [
  /** "Earlier you wrote" above the box: all of it, or one thing picked from it. */
  z.strictObject({ as: z.literal('card'), from: z.string(), pick: pick.optional() }),
  /** The earlier answer beside the new box. */
  z.strictObject({ as: z.literal('side'), from: z.string() }),
  /** Earlier items fill a menu here, or are counted by one column of an earlier matrix. */
  z.strictObject({ as: z.literal('fill'), from: z.string(), column: z.string().optional() }),
  /** Earlier ratings, or those of one row, as "before"; from the question itself, its revision before this one. */
  z.strictObject({ as: z.literal('ghost'), from: z.string(), row: z.string().optional() }),
])
export type Back = z.infer<typeof back>

/** A question as its author writes it. */
export const questionDefinition = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
  ask: z.string().min(1),
  hint: z.string().min(1).optional(),
  /** One nudge at a time under "Go a bit deeper". */
  deeper: z.array(z.string().min(1)).default([]),
  /** S0 everyday, S1 personal, S2 private: never quoted, never counted, never in chat. */
  sensitivity: z.enum(['S0', 'S1', 'S2']),
  aggregate: z.enum(['none', 'distribution', 'theme']),
  parts: z.array(partDefinition).min(1),
  /** Tags a learner may pick for their own answer; only bands of tags reach a trainer. */
  themes: z.array(option).default([]),
  back: z.array(back).default([]),
  /** Feedback after answering; with `is`, only for these options of that part; with `lowest`, where that row is lowest. */
  after: z
    .array(
      z.strictObject({
        part: z.string().optional(),
        is: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
        lowest: z.string().optional(),
        text: z.string().min(1),
      }),
    )
    .default([]),
  /** Several parts are shown one after the other, the next under a fold. */
  oneAtATime: z.boolean().default(false),
  evidence: z.array(clauseId).default([]),
  /** No longer asked; what was answered stays readable. */
  retired: z.boolean().default(false),
})
export type QuestionDefinition = z.infer<typeof questionDefinition>

export interface Question extends QuestionDefinition {
  chapter: string
  /** Only of a question that a trainer wrote for one course. */
  own?: OwnTo
  /** Only of a question that this installation doesn't ask: where it was asked, in words; empty when nothing is known. */
  elsewhere?: { place: string }
  /** A hash of what the learner is asked: wording, parts and options. */
  hash: string
}

/** The course that a trainer's own question was written for. */
export interface OwnTo {
  cohort: string
  course: string
  /** Still asked: neither was it taken back, nor has the course ended. */
  open: boolean
  /** How many people must have answered before anything of it shows. */
  needs: number
}

/** An answer's value: by part name. */
export type AnswerValue = Record<string, PartValue>

/** Name of the part that holds the tags a learner picked. */
export const THEMES = 'themes'

const somethingElse = { id: 'something-else', label: 'Something else' }

/** Turns an author's definition into a question: adds the tags as a part, and the hash of the wording. */
export function toQuestion(definition: QuestionDefinition): Question {
  const tags: Part[] = definition.themes.length
    ? [
        {
          type: 'multi-choice',
          name: THEMES,
          label: 'If you like, pick one or two tags that fit what you wrote.',
          options: [...definition.themes, somethingElse],
          notSure: false,
          most: 2,
        },
      ]
    : []
  const parts = [...definition.parts, ...tags]
  const asked = JSON.stringify({ ask: definition.ask, parts })
  return {
    ...definition,
    parts,
    chapter: definition.id.split('.')[0] as string,
    hash: createHash('sha256').update(asked).digest('hex').slice(0, 32),
  }
}

/** The parts that may be counted under the question's aggregate rule. */
export function countedParts(question: Question): Part[] {
  if (question.sensitivity === 'S2' || question.aggregate === 'none') return []
  if (question.aggregate === 'theme') return question.parts.filter((p) => p.name === THEMES)
  return question.parts.filter((p) => ruleOf(p).cells(p).length > 0)
}

// Making a schema takes longer than reading an answer with it.
const schemas = new WeakMap<Part[], z.ZodType<AnswerValue>>()

/** The schema of everything a learner may send as an answer to this question. Parts left out are blank. */
export function answerValue({ parts }: Question): z.ZodType<AnswerValue> {
  const made = schemas.get(parts)
  if (made) return made
  const shape = parts.map((p) => [
    p.name,
    ruleOf(p)
      .value(p)
      .default(ruleOf(p).blank as never),
  ])
  const schema = z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<AnswerValue>
  schemas.set(parts, schema)
  return schema
}

export const isBlankAnswer = (question: Question, value: AnswerValue): boolean =>
  question.parts.every((p) => value[p.name] === undefined || ruleOf(p).isBlank(value[p.name] as PartValue))

/** An answer in words, part by part; blank parts are left out. Tags only when asked for. */
export function answerLines(question: Question, value: AnswerValue, { tags = false } = {}): string[] {
  return question.parts.flatMap((p) => {
    const v = value[p.name]
    if (v === undefined || ruleOf(p).isBlank(v) || (p.name === THEMES && !tags)) return []
    return ruleOf(p).lines(p, v)
  })
}

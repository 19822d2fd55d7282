import { z } from 'zod'

/** One option a learner may choose. Its id is permanent: answers hold it. */
export const option = z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), label: z.string().min(1) })
export type Option = z.infer<typeof option>

/** What every part of a question has, whatever its type. */
export const partBase = {
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Shown above the part when a question has several; a single part is labelled by the question itself. */
  label: z.string().min(1).optional(),
  hint: z.string().min(1).optional(),
}

/** Something the release module may count: a key that is the same for everyone, and the words for it. */
export interface Cell {
  key: string
  label: string
  /** Cells of one group are shown together, for example one row of a matrix. */
  group: string
}

/**
 * The rule of one part type: what authors may write, what learners may send, and how a value is read back.
 * Its view has the same file name under `src/components/question/parts/`.
 */
export interface PartRule<Part extends { type: string; name: string }, Value> {
  type: Part['type']
  /** How authors write the part in YAML. */
  definition: z.ZodType<Part>
  /** What a learner may send for it. Messages say what is allowed; they never quote what was sent. */
  value(part: Part): z.ZodType<Value>
  blank: Value
  isBlank(value: Value): boolean
  /** The value in words, one line each, for the notebook, slips, chat and export. */
  lines(part: Part, value: Value): string[]
  /** Everything of this part that may be counted; none for words of a learner's own. */
  cells(part: Part): Cell[]
  /** The keys of the cells that this value falls into; of a part that is compared with an earlier one, its move's. */
  keys(part: Part, value: Value): string[]
}

/** Longest texts, in characters (Unicode code points). The page says the same numbers. */
export const LIMITS = { long: 10_000, short: 300, box: 200 } as const

/** Code points rather than UTF-16 units, so that an emoji counts once. */
export const lengthOf = (text: string): number => [...text].length

/** Text of at most `max` characters; the message names the limit and the length, and the caller keeps the text. */
export const limitedText = (max: number) =>
  z.string().superRefine((text, ctx) => {
    const length = lengthOf(text)
    if (length > max)
      ctx.addIssue({
        code: 'custom',
        message: `This can be up to ${max.toLocaleString('en-GB')} characters. It is ${length.toLocaleString('en-GB')} now.`,
      })
  })

/** The ways of not answering a choice; never counted. */
export const ABSTAIN = [
  { id: 'rather-not', label: 'I’d rather not say' },
  { id: 'not-sure', label: 'Not sure yet' },
] as const

const abstentions: Option[] = ABSTAIN.map((o) => ({ ...o }))

/** Whether "Not sure yet" is offered, or what it is called there, for example "Don't know". */
export const notSureOption = z.union([z.boolean(), z.string().min(1)])
export type NotSure = z.infer<typeof notSureOption>

/** The options a learner sees: the author's, then the ways of not answering that the part allows. */
export function withAbstentions(options: Option[], notSure: NotSure): Option[] {
  const has = new Set(options.map((o) => o.id))
  const named = abstentions.map((o) =>
    o.id === 'not-sure' && typeof notSure === 'string' ? { ...o, label: notSure } : o,
  )
  return [...options, ...named.filter((o) => !has.has(o.id) && (notSure || o.id === 'rather-not'))]
}

export const isAbstention = (id: string): boolean => id === 'rather-not' || id === 'not-sure'

/** The label of an option id; an id that the question no longer has is shown as it is. */
export const labelOf = (options: Option[], id: string): string =>
  options.find((o) => o.id === id)?.label ?? abstentions.find((o) => o.id === id)?.label ?? id

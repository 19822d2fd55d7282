import { z } from 'zod'

const localId = z.string().regex(/^[A-Za-z]+[0-9]*(\.[0-9]+)*$/)
const words = z.string().min(1)

/** One thing that can be cited. `text` is the standard's own wording and is never changed here. */
const clauseDefinition = z
  .strictObject({
    /** With the standard's id in front, the clause's permanent id: `SFJBA13:PC15.1`. */
    id: localId,
    /** How the clause is named where the document numbers it: "PC 15.1". */
    label: words.optional(),
    /** Where it stands, for words without a number of their own: "Overview, paragraph 2". */
    place: words.optional(),
    number: words.optional(),
    /** The clause this one completes, such as PC 15 for PC 15.1. */
    parent: localId.optional(),
    text: words,
    /** The words as our copy prints them, where `text` is repaired. */
    printed: words.optional(),
  })
  .refine((c) => (c.label === undefined) !== (c.place === undefined), 'A clause has either a label or a place.')

const SECTION_KINDS = ['overview', 'performance', 'knowledge', 'scope', 'values', 'details'] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** What people ask of a document rather than of its clauses. */
export const FACTS = ['version', 'approved', 'review', 'status', 'author', 'number', 'audience', 'suite'] as const
export type Fact = (typeof FACTS)[number]

/** `content/standards/<id>.yaml`. */
export const standardDefinition = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]*$/),
  title: words,
  short: words,
  /** What people call it: "The networks standard". */
  name: words,
  status: words,
  /** One sentence shown with every quote. */
  statusNote: words,
  about: z.array(words).min(1),
  credit: words,
  /** Other names people use for it, in small letters. */
  aliases: z.array(words).min(1),
  /** The clauses that state a fact of the document, by fact; a fact left out is one that the text doesn't give. */
  facts: z.partialRecord(z.enum(FACTS), z.array(localId).min(1)).default({}),
  sections: z
    .array(
      z.strictObject({
        kind: z.enum(SECTION_KINDS),
        heading: words,
        leadIn: words.optional(),
        groups: z
          .array(
            z.strictObject({
              heading: words.optional(),
              /** Who asks about these may be worried about somebody: show the way to Get help. */
              offerHelp: z.boolean().default(false),
              clauses: z.array(clauseDefinition).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})
export type StandardDefinition = z.infer<typeof standardDefinition>

/** `content/standards/glosses.yaml`: every clause in plain words, and what people say when they mean it. */
export const glosses = z.record(words, z.strictObject({ gloss: words, also: z.array(words) }))
export type Glosses = z.infer<typeof glosses>

/** `content/standards/lexicon.yaml`: words of the standards, and the everyday words people use for them. */
export const lexicon = z.record(words, z.array(words).min(1))
export type Lexicon = z.infer<typeof lexicon>

/** `content/standards/out-of-scope.yaml`: what the standards don't say, why, and where to turn. `…` is a gap in a phrase. */
export const outOfScope = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    why: words,
    turnTo: z.array(words).min(1),
    /** Whether the nearest clauses are worth offering with the refusal. */
    nearest: z.boolean().default(true),
    phrases: z.array(words).min(1),
    /** Phrases that look alike but that the standards do answer. */
    except: z.array(words).default([]),
  }),
)
export type OutOfScope = z.infer<typeof outOfScope>

/** `content/standards/questions/<id>.yaml`: what learners ask, in their own words, by the clause that answers it. */
export const questionsByClause = z.record(words, z.array(words).min(2))

/** `content/standards/questions/out-of-scope.yaml`: what no clause answers, by what it is about. */
export const questionsBySubject = z.record(z.string().regex(/^[a-z-]+$/), z.array(words).min(1))

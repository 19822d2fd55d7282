import { z } from 'zod'
import { define } from '../define.ts'
import { harmLevel } from '../privacy/possible-harm.ts'
import { LONGEST_QUESTION } from './ask-standards.ts'
import { cleanQuestion } from './clean-question.ts'
import { findLabels } from './find-label.ts'
import { findPlace } from './find-place.ts'
import type { Standards } from './load-standards.ts'
import { withOurIds } from './named-standards.ts'
import { rank } from './rank.ts'
import type { Clause } from './standard.ts'

export interface Found {
  clause: string
  label: string
  /** Of its group, or else of its section. */
  heading: string
  /** Our own plain words for it. */
  gloss: string
  path: string
}

export interface Search {
  /** Best first. */
  found: Found[]
  /** Show the way to Get help: the words, or what they find, are about somebody being harmed. */
  offerHelp: boolean
}

/** How many clauses are shown for what has been typed so far. */
const MOST = 8
/** How many words are tried for one that is still being typed. */
const COMPLETIONS = 3

/**
 * The clauses nearest to some words, of which the last may still be being typed; or those of a label. Open to everybody.
 * Nothing of the words is kept.
 */
export const searchStandards = define({
  input: z.strictObject({
    query: z.string().trim().max(LONGEST_QUESTION, `A search can be up to ${LONGEST_QUESTION} characters.`),
    /** Its id: only this one's clauses. */
    standard: z.string().max(60).optional(),
  }),
  async run({ content: { standards } }, _actor, { query, standard }): Promise<Search> {
    const level = harmLevel(query)
    if (level === 'sure') return { found: [], offerHelp: true }
    const text = withOurIds(standards, cleanQuestion(query).text)
    const all = [
      ...(findLabels(standards, text)?.clauses ?? []),
      ...beginning(standards, text),
      ...findPlace(standards, text),
      ...rank(standards, `${text} ${completed(standards, text).join(' ')}`).hits.flatMap(
        (h) => standards.clause(h.uid) ?? [],
      ),
    ]
    const clauses = [...new Set(all)].filter((c) => !standard || c.standard === standard).slice(0, MOST)
    return { found: clauses.map(toFound), offerHelp: level === 'perhaps' || (clauses[0]?.offerHelp ?? false) }
  },
})

const toFound = ({ uid, label, heading, sectionHeading, gloss, path }: Clause): Found => ({
  clause: uid,
  label,
  heading: heading ?? sectionHeading,
  gloss,
  path,
})

const compact = (text: string): string => text.toLowerCase().replace(/[^a-z0-9.]/g, '')

/** Clauses whose label begins as what was typed: "pc 1" may become "PC 15.2". */
function beginning(standards: Standards, text: string): Clause[] {
  const typed = compact(text)
  if (!/^(?:sfjba13|cdcollab|scnetworks)?(?:pc?|ku?)\d/.test(typed)) return []
  const clauses = standards.list.flatMap((s) => s.clauses)
  return clauses.filter((c) => compact(c.short).startsWith(typed) || compact(c.label).startsWith(typed))
}

/** The words of the clauses that a last, unfinished word may become, the commonest first. */
function completed({ index }: Standards, text: string): string[] {
  const last = /[\p{L}]{2,}$/u.exec(text)?.[0].toLowerCase()
  if (!last) return []
  return [...index.vocabulary]
    .filter(([word]) => word.startsWith(last) && word !== last)
    .sort((a, b) => b[1] - a[1])
    .slice(0, COMPLETIONS)
    .map(([word]) => word)
}

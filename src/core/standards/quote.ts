import type { Standards } from './load-standards.ts'
import type { Clause } from './standard.ts'
import type { Choice, Quote } from './standards-answer.ts'
import { verifyQuote } from './verify-quote.ts'

const ORDER = ['performance', 'knowledge', 'overview', 'values', 'scope', 'details']

function toQuote(standards: Standards, clause: Clause): Quote {
  const standard = standards.standard(clause.standard)
  if (!standard) throw new Error(`No standard is loaded for ${clause.uid}.`)
  const parts = clause.children.flatMap((uid) => {
    const part = standards.clause(uid)
    return part ? [{ clause: uid, label: part.label, text: part.text, path: part.path }] : []
  })
  return {
    clause: clause.uid,
    standard: standard.id,
    standardTitle: standard.title,
    label: clause.label,
    section: clause.section,
    heading: clause.heading,
    leadIn: clause.leadIn,
    text: clause.text,
    parts,
    statusNote: standard.statusNote,
    path: clause.path,
  }
}

/** Quotes of these clauses, grouped by standard (the best first), performance before knowledge. Each is checked against its clause. */
export function quotesOf(standards: Standards, clauses: Clause[]): Quote[] {
  const standardOrder = [...new Set(clauses.map((c) => c.standard))]
  const sorted = clauses.toSorted(
    (a, b) =>
      standardOrder.indexOf(a.standard) - standardOrder.indexOf(b.standard) ||
      ORDER.indexOf(a.section) - ORDER.indexOf(b.section),
  )
  return checked(
    standards,
    sorted.map((c) => toQuote(standards, c)),
  )
}

/** Lets only quotes through whose words stand in the clause they name. Anything else is a fault of ours, never shown. */
export function checked(standards: Standards, quotes: Quote[]): Quote[] {
  for (const quote of quotes)
    for (const { clause, text } of [quote, ...quote.parts])
      if (!verifyQuote(standards.clause(clause), text)) throw new Error(`A quotation does not stand in ${clause}.`)
  return quotes
}

export const choiceOf = (clause: Clause): Choice => ({
  clause: clause.uid,
  label: clause.label,
  heading: clause.gloss,
  path: clause.path,
})

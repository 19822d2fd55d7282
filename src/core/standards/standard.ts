import type { Fact, Glosses, SectionKind, StandardDefinition } from './standard-definition.ts'

/** One citable clause, in the standard's own words. */
export interface Clause {
  /** Permanent: `SFJBA13:PC15.1`. */
  uid: string
  standard: string
  section: SectionKind
  sectionHeading: string
  /** The heading of its group, where there is one. */
  heading: string | null
  /** As it is cited: "SFJBA13 PC 15.1"; a place where the document gives no number. */
  label: string
  /** The label without the standard: "PC 15.1". */
  short: string
  number: string | null
  parent: string | null
  children: string[]
  /** The words the clause completes: the section's lead-in, and its parent's text. */
  leadIn: string | null
  text: string
  printed: string | null
  repaired: boolean
  /** Our own plain words for it. */
  gloss: string
  /** What people say when they mean it; for searching only. */
  also: string[]
  /** Who asks about it may be worried about somebody. */
  offerHelp: boolean
  /** Its page. */
  path: string
}

export interface Standard {
  id: string
  title: string
  short: string
  name: string
  status: string
  statusNote: string
  about: string[]
  credit: string
  aliases: string[]
  facts: Partial<Record<Fact, string[]>>
  sections: {
    kind: SectionKind
    heading: string
    leadIn: string | null
    groups: { heading: string | null; clauses: Clause[] }[]
  }[]
  clauses: Clause[]
  path: string
}

/** Builds a standard from its definition and glosses. Ids are taken to be checked already. */
export function toStandard(definition: StandardDefinition, glosses: Glosses): Standard {
  const path = `/standards/${definition.id.toLowerCase()}`
  const uid = (local: string) => `${definition.id}:${local}`
  const plain = definition.sections.flatMap((s) => s.groups.flatMap((g) => g.clauses))
  const textOf = new Map(plain.map((c) => [c.id, c.text]))
  const childrenOf = (id: string) => plain.filter((c) => c.parent === id).map((c) => uid(c.id))
  const sections = definition.sections.map((section) => ({
    kind: section.kind,
    heading: section.heading,
    leadIn: section.leadIn ?? null,
    groups: section.groups.map((group) => ({
      heading: group.heading ?? null,
      clauses: group.clauses.map((c): Clause => {
        const leads = [section.leadIn, c.parent && textOf.get(c.parent)].filter(Boolean)
        return {
          uid: uid(c.id),
          standard: definition.id,
          section: section.kind,
          sectionHeading: section.heading,
          heading: group.heading ?? null,
          label: c.label ? `${definition.id} ${c.label}` : `${definition.id}, ${c.place}`,
          short: c.label ?? (c.place as string),
          number: c.number ?? null,
          parent: c.parent ? uid(c.parent) : null,
          children: childrenOf(c.id),
          leadIn: leads.length ? leads.join(' ') : null,
          text: c.text,
          printed: c.printed ?? null,
          repaired: c.printed !== undefined,
          gloss: glosses[uid(c.id)]?.gloss ?? '',
          also: glosses[uid(c.id)]?.also ?? [],
          offerHelp: group.offerHelp,
          path: `${path}/${c.id.toLowerCase()}`,
        }
      }),
    })),
  }))
  const facts = Object.fromEntries(Object.entries(definition.facts).map(([fact, ids]) => [fact, ids.map(uid)]))
  const { id, title, short, name, status, statusNote, about, credit, aliases } = definition
  const clauses = sections.flatMap((s) => s.groups.flatMap((g) => g.clauses))
  return { id, title, short, name, status, statusNote, about, credit, aliases, facts, sections, clauses, path }
}

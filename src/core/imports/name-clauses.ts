import { ContentError } from '../content/read-yaml.ts'
import type { DraftGroup } from './draft.ts'
import type { Log } from './log.ts'
import type { RepairsFile } from './repairs-file.ts'

export interface BuiltSection {
  kind: string
  heading: string
  leadIn?: string
  groups: DraftGroup[]
}

/** Gives clauses and groups the names that a person chose, and sees to it that no two clauses share an id. */
export function nameClauses(sections: BuiltSection[], given: RepairsFile, file: string, log: Log): void {
  const clauses = sections.flatMap((s) => s.groups.flatMap((g) => g.clauses))
  const taken = new Set<string>()
  for (const clause of clauses) {
    // Terms and headings may come twice; what the document numbers may not.
    if (!clause.label)
      for (let n = 2, id = clause.id; taken.has(clause.id); n++)
        clause.id = id.replace(/[\d.]*$/, (end) => (end ? `also${'x'.repeat(n - 2)}${end}` : String(n)))
    if (taken.has(clause.id))
      log.doubt(
        'address twice',
        clause.lines[0] ?? 0,
        `${clause.label}: ${clause.text}`,
        'another clause has this address already',
        'mend',
      )
    taken.add(clause.id)
  }
  const renamed = new Map<string, string>()
  for (const [id, naming] of Object.entries(given.clauses)) {
    const clause = clauses.find((c) => c.id === id)
    if (!clause)
      throw new ContentError(
        `${file}: clauses: the import made no clause ${id}. Its ids are: ${clauses.map((c) => c.id).join(', ')}`,
      )
    if (naming.id) renamed.set(id, naming.id)
    if (naming.label) delete clause.place
    if (naming.place) delete clause.label
    Object.assign(clause, naming)
    log.repair(
      'name by a person',
      clause.lines[0] ?? 0,
      id,
      naming.id ?? naming.label ?? naming.place ?? '',
      'the document gives it no number',
    )
  }
  for (const clause of clauses) clause.parent = clause.parent && (renamed.get(clause.parent) ?? clause.parent)
  for (const [id, heading] of Object.entries(given.groups)) {
    const section = sections.find((s) => s.groups.some((g) => g.clauses.some((c) => c.id === id)))
    const group = section?.groups.find((g) => g.clauses[0]?.id === id)
    if (!group) throw new ContentError(`${file}: groups: no group begins with the clause ${id}.`)
    log.repair(
      'heading by a person',
      group.clauses[0]?.lines[0] ?? 0,
      group.heading ?? '',
      heading,
      'a heading of our own',
    )
    group.heading = heading
  }
  for (const section of sections)
    section.groups = section.groups.reduce<DraftGroup[]>((all, group) => {
      const before = all.at(-1)
      if (before && before.heading === group.heading) before.clauses.push(...group.clauses)
      else all.push(group)
      return all
    }, [])
}

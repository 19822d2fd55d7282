import type { Background, Field } from './background.ts'

/** The fewest people behind anything that leaves. */
export const LEAST_IN_GROUP = 10

/** The group of a field’s answers that were too few to stand alone, and of those who would rather not say. */
export const OTHER = 'other-or-not-said'
/** Not split by this field: too few told anything else. */
export const ALL = 'all'

export interface Group<Person> {
  people: Person[]
  /** For each field of the study: a code, OTHER or ALL. */
  labels: Partial<Record<Field, string>>
}

/**
 * Splits people by the fields, in their order, so that each person is in exactly one group and no group has fewer than
 * ten. There are no totals and nothing is left out beside them, so no smaller group can be worked out by subtracting.
 * No group at all where there are fewer than ten people.
 */
export function split<Person extends { background: Background }>(people: Person[], fields: Field[]): Group<Person>[] {
  if (people.length < LEAST_IN_GROUP) return []
  return fields.reduce<Group<Person>[]>(
    (groups, field) => groups.flatMap((group) => apart(group, field)),
    [{ people, labels: {} }],
  )
}

function apart<Person extends { background: Background }>(group: Group<Person>, field: Field): Group<Person>[] {
  const byCode = Map.groupBy(group.people, (person) => person.background[field])
  const rest = byCode.get(undefined) ?? []
  byCode.delete(undefined)
  const inSize = [...byCode].sort(([a, as], [b, bs]) => as.length - bs.length || (`${a}` < `${b}` ? -1 : 1))
  // Whoever is too few goes with the rest; and while the rest are too few, the next smallest go with them.
  while (inSize[0] && (inSize[0][1].length < LEAST_IN_GROUP || (rest.length > 0 && rest.length < LEAST_IN_GROUP)))
    rest.push(...(inSize.shift()?.[1] ?? []))
  const labelled = (code: string | undefined, people: Person[]) => ({
    people,
    labels: { ...group.labels, [field]: code },
  })
  // One group is no split: that all of them told the same is not told either.
  if (inSize.length + Number(rest.length > 0) < 2) return [labelled(ALL, group.people)]
  const alone = inSize
    .map(([code, people]) => labelled(code, people))
    .sort((a, b) => (`${a.labels[field]}` < `${b.labels[field]}` ? -1 : 1))
  return rest.length ? [...alone, labelled(OTHER, rest)] : alone
}

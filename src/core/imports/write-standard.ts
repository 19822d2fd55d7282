import { stringify } from 'yaml'
import type { StandardDefinition } from '../standards/standard-definition.ts'

/** The YAML of a standard, as it stands in `content/standards/`. */
export function writeStandard(definition: StandardDefinition): string {
  const sections = definition.sections.map(({ kind, heading, leadIn, groups }) => ({
    kind,
    heading,
    leadIn,
    groups: groups.map(({ heading, offerHelp, clauses }) => ({ heading, ...(offerHelp && { offerHelp }), clauses })),
  }))
  const { id, title, short, name, status, statusNote, about, credit, aliases, facts } = definition
  const said = {
    id,
    title,
    short,
    name,
    status,
    statusNote,
    about,
    credit,
    aliases,
    ...(Object.keys(facts).length && { facts }),
  }
  return `# The words of this standard, clause by clause. \`text\` is never reworded.
# \`printed\` keeps the words as our copy of the document has them, wherever \`text\` is repaired.
${stringify({ ...said, sections }, { lineWidth: 0 })}`
}

/** What is still to be written before the product can read the standard: a gloss and two questions for every clause. */
export function writeToFillIn(definition: StandardDefinition, uids: string[]): { glosses: string; questions: string } {
  const text = new Map<string, string>(
    definition.sections.flatMap((s) =>
      s.groups.flatMap((g) => g.clauses.map((c) => [`${definition.id}:${c.id}`, c.text] as const)),
    ),
  )
  const above = (uid: string) => `# ${text.get(uid)}`
  return {
    glosses: uids.map((uid) => `${above(uid)}\n${uid}:\n  gloss: ""\n  also: []\n`).join(''),
    questions: uids.map((uid) => `${above(uid)}\n${uid}:\n  - ""\n  - ""\n`).join(''),
  }
}

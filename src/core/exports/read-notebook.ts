import { type Block, heading, note } from './block.ts'
import { timeWords } from './date-words.ts'
import { FORMAT, type NotebookFile, notebookFile, VERSION } from './notebook-file.ts'
import { isoTime, type Reading, type Section } from './section.ts'
import { SECTIONS } from './sections.ts'

/** Everything that is kept of a learner, as it stands in the JSON file. */
export async function readNotebook(reading: Reading): Promise<NotebookFile> {
  const { world, withoutPrivate } = reading
  const sections: Record<string, unknown> = {}
  for (const section of SECTIONS) sections[section.name] = await section.read(reading)
  // Parsed, so that what leaves is what the schema says, and nothing besides.
  return notebookFile.parse({
    format: FORMAT,
    version: VERSION,
    madeAt: isoTime(world.clock.now()),
    withoutPrivate,
    ...sections,
  })
}

/** The same in words, for the files that people read. */
export const notebookBlocks = (file: NotebookFile): Block[] => [
  heading(1, 'My notebook'),
  note(
    `Made ${timeWords(file.madeAt)}. Everything that was kept of me then is in it${file.withoutPrivate ? ', without my private notes' : ''}.`,
  ),
  ...SECTIONS.flatMap((section) => (section as Section).blocks(file[section.name])),
]

import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { ukDay } from '../cohorts/uk-time.ts'
import { define } from '../define.ts'
import { asMarkdown } from './as-markdown.ts'
import type { NotebookFile } from './notebook-file.ts'
import { notebookBlocks, readNotebook } from './read-notebook.ts'
import { writeDocx } from './write-docx.ts'

/** Stands in the document's properties, in lists of recent files and on a lock screen: it says nothing of what is inside. */
const TITLE = 'My notebook'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const FORMATS = {
  docx: {
    type: DOCX,
    ending: 'docx',
    write: (file: NotebookFile) => writeDocx(TITLE, notebookBlocks(file)),
  },
  markdown: {
    type: 'text/markdown; charset=utf-8',
    ending: 'md',
    write: (file: NotebookFile) => Buffer.from(asMarkdown(notebookBlocks(file))),
  },
  json: {
    type: 'application/json',
    ending: 'json',
    write: (file: NotebookFile) => Buffer.from(`${JSON.stringify(file, null, 2)}\n`),
  },
} as const
export type ExportFormat = keyof typeof FORMATS

export interface ExportedFile {
  name: string
  type: string
  bytes: Uint8Array
}

/** Everything that is kept of the acting learner, in one file: to read (docx, markdown), or to bring in elsewhere (json). */
export const exportMine = define({
  input: z.strictObject({
    format: z.enum(Object.keys(FORMATS) as ExportFormat[], 'Choose docx, markdown or json.'),
    withoutPrivate: z.boolean().default(false),
  }),
  async run(world, actor, { format, withoutPrivate }): Promise<ExportedFile> {
    const learnerId = requireLearner(actor)
    const { type, ending, write } = FORMATS[format]
    const file = await readNotebook({ world, learnerId, withoutPrivate })
    return { name: `notebook-${ukDay(world.clock.now())}.${ending}`, type, bytes: await write(file) }
  },
})

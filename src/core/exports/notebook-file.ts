import { z } from 'zod'
import { SECTIONS } from './sections.ts'

export const FORMAT = 'standpoint-notebook'
export const VERSION = 1

type Sections = (typeof SECTIONS)[number]
type Shapes = { [S in Sections as S['name']]: S['shape'] }

/** The whole JSON file: what it is, and one entry for each section. `docs/interface.md` describes it. */
export const notebookFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  madeAt: z.iso.datetime(),
  /** Private notes were left out of `answers`. */
  withoutPrivate: z.boolean(),
  ...(Object.fromEntries(SECTIONS.map((section) => [section.name, section.shape])) as Shapes),
})
export type NotebookFile = z.infer<typeof notebookFile>

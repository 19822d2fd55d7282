import { type Html, html, raw } from '../html.ts'
import { cd } from './motifs/cd.ts'
import { community } from './motifs/community.ts'
import { empower } from './motifs/empower.ts'
import { equality } from './motifs/equality.ts'
import { influence } from './motifs/influence.ts'
import { mark } from './motifs/mark.ts'
import { partnership } from './motifs/partnership.ts'
import { power } from './motifs/power.ts'

/** The drawings, on a grid of 240, in two inks and paper: `--m-a`, `--m-b`, `--m-p`. */
const MOTIFS = { mark, community, cd, empower, power, equality, influence, partnership }
const OF_CHAPTER = [mark, community, cd, empower, power, equality, influence, partnership]

export type MotifName = keyof typeof MOTIFS

/** The drawing of a chapter (by number) or by name. It says nothing that the words beside it don't say. */
export function motif(which: MotifName | number, className = 'motif'): Html {
  const paths = typeof which === 'number' ? (OF_CHAPTER[which] ?? mark) : MOTIFS[which]
  return html`<svg class="${className}" viewBox="0 0 240 240" aria-hidden="true" focusable="false">${raw(paths)}</svg>`
}

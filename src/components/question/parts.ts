import type { PART_RULES, Part, PartOf, PartType, PartValue } from '#core/questions/parts.ts'
import type { PartView } from './part-view.ts'
import { boxes } from './parts/boxes.ts'
import { longText } from './parts/long-text.ts'
import { matrix } from './parts/matrix.ts'
import { multiChoice } from './parts/multi-choice.ts'
import { ranking } from './parts/ranking.ts'
import { reason } from './parts/reason.ts'
import { scale } from './parts/scale.ts'
import { shortText } from './parts/short-text.ts'
import { singleChoice } from './parts/single-choice.ts'
import { whenWill } from './parts/when-will.ts'

type Views = { [T in PartType]: PartView<PartOf<T>, (typeof PART_RULES)[T]['blank']> }

/** A view for every part type; one that is missing doesn't compile. */
export const PART_VIEWS: Views = {
  'long-text': longText,
  'short-text': shortText,
  boxes,
  scale,
  'single-choice': singleChoice,
  'multi-choice': multiChoice,
  ranking,
  matrix,
  reason,
  'when-will': whenWill,
}

/** The view of a part, with its types widened so that any part can be passed on. */
export const viewOf = (part: Part): PartView<Part, PartValue> =>
  PART_VIEWS[part.type] as unknown as PartView<Part, PartValue>

import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Linkable } from '#core/learners/link-rules.ts'
import type { WaitingPrompt } from '#core/prompts/waiting-prompt.ts'
import type { AnswerValue } from '#core/questions/question.ts'
import type { SpokenOf } from '#core/standards/spoken-of.ts'
import type { Edits } from '../kernel/said.ts'
import type { Card } from '../replies/card.ts'
import type { Filled, Taken } from '../replies/modal.ts'
import type { Place } from '../replies/place.ts'

/** A question that was put to the learner: what their answer will build upon. */
export interface Asked {
  question: string
  /** The hash of the wording they saw. */
  wording: string
  /** How many revisions there were. */
  base: number
  /** What they had filled in besides the part that chat asks for. */
  rest: AnswerValue
}

/** Words for an answer, and the name of the save they lead to. */
export interface Words extends Asked {
  text: string
  operation: string
}

/** What a conversation remembers from turn to turn. It is sealed under the learner's key. */
export interface Dialogue {
  /** The companion has introduced itself. */
  met?: boolean
  /** The next message is the answer to this. */
  awaiting?: Asked
  /** The next message is the reply to this prompt; `followUp` is the one question that may follow it. */
  prompt?: { delivery: string; followUp: string | null } | undefined
  /** Words that were not saved and are not lost. */
  held?: Words
  /** They asked to delete everything, and were told what that means. */
  deleting?: boolean
  /** The code that they were asked about: whether they made it themselves. */
  linking?: string
  /** They were told that deleting a message deletes no answer. */
  toldOfDeleting?: boolean
  /** What the last answer about the standards showed, so that a question may follow it: ids, and no word of the question. */
  about?: SpokenOf
  /** The last question about the standards, and the clauses shown for it: until the next message, and never one that may tell of harm. */
  asked?: { question: string; clauses: string[] }
  /** The last words saved, and the message that saved them: delivered again, it has the same reply. */
  answered?: Words & { by: string }
}

/** What was filled in, in a window for an answer, and what came of it. */
export interface Written extends Omit<Asked, 'rest'> {
  filled: Filled
  /** Set by the feature that takes it, with what stands from now on in place of the question's card. */
  taken?: Taken
  settled?: Card
}

/** A message, with what a feature needs to answer it. */
export interface Turn {
  core: Core
  actor: Actor
  /** The platform's account that it was said from; none where a browser's notebook speaks. */
  account?: Linkable
  text: string
  channel: 'chat' | 'slack' | 'teams'
  operation: string
  place: Place
  /** The conversation in the channel, and where in it this was said. */
  conversation: string
  thread?: string | undefined
  /** The chapter beside which it was said. */
  chapter?: string | undefined
  /** The prompt whose button said this. */
  pressed?: string | undefined
  /** It is no new message: the one that had these operations was changed, or is gone. */
  edits?: Edits | undefined
  /** It is no message: this was sent from a window. */
  written?: Written | undefined
  /** The prompt that waits for a word: the one whose button was pressed, or else the last one sent. */
  waiting?: WaitingPrompt | null
  /** Ends when whoever wrote no longer waits. */
  signal?: AbortSignal | undefined
  /** Says something before the reply is whole, where the rest may take long. */
  atOnce?: ((card: Card) => Promise<void>) | undefined
  /** Changed in place; kept when the turn is over. */
  dialogue: Dialogue
}

/** One thing a person says: what it sounds like, and the reply, with one core call at most. */
export interface Feature {
  name: string
  /** Comes before anything that is going on. */
  first?: boolean
  /** Stands alone: the companion doesn't introduce itself beside it. */
  alone?: boolean
  /** It is still about what was asked last. */
  goesOn?: boolean
  hears(turn: Turn): boolean
  reply(turn: Turn): Promise<Card | Card[]> | Card | Card[]
}

import type { SpokenOf } from './spoken-of.ts'

/** A clause as the reader is shown it. Every word of `text` is the standard's; code has checked that. */
export interface Quote {
  /** The clause's permanent id, `SFJBA13:PC15.1`. */
  clause: string
  standard: string
  standardTitle: string
  label: string
  section: 'overview' | 'performance' | 'knowledge' | 'scope' | 'values' | 'details'
  heading: string | null
  /** "You must be able to:", and the text of the clause this one completes. */
  leadIn: string | null
  text: string
  /** The points a clause such as PC 15 goes on to list. */
  parts: { clause: string; label: string; text: string; path: string }[]
  statusNote: string
  path: string
}

/** A clause that a model's sentence rests on: the whole of it, and where the words stand that were cited from `text`. */
export interface CitedClause extends Quote {
  /** In characters of `text`: from `start` up to and without `end`; sorted, not touching. */
  marks: { start: number; end: number }[]
}

/** A model's sentence. Code has checked it against every clause that it cites; its readers are shown them whole. */
export interface Statement {
  text: string
  citations: CitedClause[]
}

/**
 * offered: this question could go to the model, and nobody has said yes. answered: `statements` are its own. Otherwise
 * the standards' own words are the answer, and `say` begins with why: none of its sentences stood the check, it was late,
 * it was down or not asked because it keeps failing, or the day's budget is used up. stopped: whoever asked doesn't wait for it.
 */
export type ModelOutcome = 'offered' | 'answered' | 'nothing-verified' | 'late' | 'down' | 'over-budget' | 'stopped'

/**
 * offered: this question could go to the endpoint that compares meanings, and nobody has said yes. ranked: it ordered the
 * clauses. Otherwise our own means did: it was late, sent nothing of use or isn't asked because it keeps failing, or the day's
 * budget is used up.
 */
export type RankingOutcome = 'offered' | 'ranked' | 'late' | 'down' | 'over-budget'

/** A clause offered by its heading and our plain words, not quoted. */
export interface Choice {
  clause: string
  label: string
  heading: string
  path: string
  /** What to ask to have it, where that isn't its label. */
  ask?: string
}

/**
 * answer: these clauses speak of it. hedge: they may not; choose one. refusal: the standards don't say.
 * lookup: clauses asked for by label. facts: of the document itself. not-loaded: another standard was named.
 * harm: the message tells of harm, as far as can be told; the edge shows the fixed card of content/help.yaml and nothing else.
 */
export type AnswerKind = 'answer' | 'hedge' | 'refusal' | 'lookup' | 'facts' | 'not-loaded' | 'harm'

export interface StandardsAnswer {
  kind: AnswerKind
  /** What is said first: whole sentences from a fixed list. Never generated. */
  say: string[]
  /** Grouped by standard, performance before knowledge. */
  quotes: Quote[]
  /** Nearest clauses to choose from, for a hedge or a refusal. */
  choices: Choice[]
  /** Said once under the quotes, for example under knowledge clauses. */
  note: string | null
  /** Where else to turn. */
  turnTo: string[]
  /** More clauses can be had by asking again with `more`. */
  hasMore: boolean
  /** Offer the way to Get help: the question is about somebody being harmed. */
  offerHelp: boolean
  /**
   * The message may tell of harm, and probably doesn't: edges say first where to turn, in fixed words. Nothing in the answer asks
   * anything then, and no model is asked.
   */
  perhapsHarm: boolean
  /** Sentences of a model's that were verified; `quotes` are then the clauses they cite, whole. */
  statements?: Statement[]
  /** What became of the model, and the host a question goes to. Absent where none is set, or this question never goes to one. */
  model?: { outcome: ModelOutcome; host: string }
  /** What became of the endpoint that compares meanings, as for `model`. */
  ranking?: { outcome: RankingOutcome; host: string }
  /** Sent with the next question, it lets "tell me more" or "and the second one?" be understood. Null when nothing was shown. */
  context: SpokenOf | null
}

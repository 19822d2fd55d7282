import type { CircuitBreaker } from './circuit-breaker.ts'
import type { DailyBudget } from './daily-budget.ts'

/** What a model is sent: the standards and the rules, always the same, and one question as data. */
export interface Prompt {
  system: string
  user: string
}

export interface Reading {
  /** Ends the request. */
  signal: AbortSignal
  /** Leaves out what some endpoints don't know, such as a schema for the reply. */
  plain: boolean
  /** Told what the endpoint says that a reply cost, in tokens. */
  onTokens(tokens: number): void
}

/** Why an endpoint gave no reply: `again` says whether asking once more may help, and how. */
export class EndpointError extends Error {
  readonly again: 'same' | 'plain' | 'no'
  /** The HTTP status, where there was one. Never what the endpoint wrote: it may repeat a key or a question. */
  readonly status: number

  constructor(status: number, again: 'same' | 'plain' | 'no') {
    super(`The model's endpoint gave no reply (${status || 'no connection'}).`)
    this.name = 'EndpointError'
    this.status = status
    this.again = again
  }
}

/** A language model behind an address, and what keeps it from costing too much or keeping people waiting. */
export interface Model {
  /** The host a question goes to, as the person who asks is told. */
  host: string
  /** How long one question may wait, in milliseconds, over all attempts. */
  patience: number
  /** The longest reply, in tokens. */
  longestReply: number
  /** The reply as it comes, in pieces. Throws `EndpointError`. */
  stream(prompt: Prompt, reading: Reading): AsyncIterable<string>
  breaker: CircuitBreaker
  budget: DailyBudget
}

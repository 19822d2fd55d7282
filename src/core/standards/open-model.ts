import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { BREAKER, circuitBreaker } from './circuit-breaker.ts'
import { dailyBudget } from './daily-budget.ts'
import { EndpointError, type Model, type Prompt, type Reading } from './model.ts'
import { openClient } from './open-client.ts'
import { proposal } from './proposal.ts'
import { type Piece, readReply } from './read-reply.ts'

/** The model of the settings, or null where none is set. Nothing is sent before somebody asks. */
export async function openModel(settings: Config['model'], clock: Clock): Promise<Model | null> {
  if (!settings) return null
  // Loaded only where it is used: it is large.
  const [{ APIError }, { zodResponseFormat }] = await Promise.all([import('openai'), import('openai/helpers/zod')])
  // Attempts and time are counted over the whole answer, in ask-model.ts.
  const client = await openClient(settings)
  const format = zodResponseFormat(proposal, 'statements')

  async function* stream({ system, user }: Prompt, { signal, plain, onTokens }: Reading): AsyncIterable<string> {
    const request = {
      model: settings?.name ?? '',
      messages: [
        { role: 'system' as const, content: system },
        { role: 'user' as const, content: user },
      ],
      temperature: 0,
      stream: true as const,
    }
    const cap = settings?.longestReply ?? 0
    const body = plain
      ? { ...request, max_tokens: cap }
      : {
          ...request,
          max_completion_tokens: cap,
          response_format: format,
          stream_options: { include_usage: true },
        }
    try {
      const response = await client.chat.completions.create(body, { signal }).asResponse()
      for await (const { text, tokens } of readReply(response, client) as AsyncIterable<Piece>) {
        if (tokens) onTokens(tokens)
        if (text) yield text
      }
    } catch (error) {
      const status = error instanceof APIError ? (error.status ?? 0) : 0
      throw new EndpointError(status, again(status))
    }
  }
  return {
    host: new URL(settings.baseUrl).host,
    patience: settings.patience,
    longestReply: settings.longestReply,
    stream,
    breaker: circuitBreaker(clock, BREAKER),
    budget: dailyBudget(clock, { calls: settings.callsADay, tokens: settings.tokensADay }),
  }
}

/** A request that isn't understood is sent once more in its plainest form; a key that is refused stays refused. */
function again(status: number): EndpointError['again'] {
  if (status === 0 || status === 408 || status === 409 || status === 429 || status >= 500) return 'same'
  return status === 400 || status === 404 || status === 422 ? 'plain' : 'no'
}

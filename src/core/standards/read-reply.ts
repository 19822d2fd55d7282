import type { OpenAI } from 'openai'
import { Stream } from 'openai/streaming'

/** A part of a reply, and what the whole of it cost, where the endpoint says so. */
export interface Piece {
  text: string
  tokens: number
}

/** The largest reply that is read, in bytes on the wire. A stream wraps each word in some 300. */
const LARGEST = 2 * 1024 * 1024

interface Said {
  choices?: { delta?: { content?: unknown } | null; message?: { content?: unknown } | null }[] | null
  usage?: { total_tokens?: unknown } | null
}

/** Reads a reply of chat completions, streamed or, from endpoints that don't stream, whole. */
export async function* readReply(response: Response, client: OpenAI): AsyncIterable<Piece> {
  const limited = withLimit(response)
  if (/^text\/event-stream\b/.test(response.headers.get('content-type') ?? '')) {
    for await (const chunk of Stream.fromSSEResponse<Said>(limited, new AbortController(), client)) yield pieceOf(chunk)
  } else yield pieceOf((await limited.json()) as Said)
}

function pieceOf(said: Said): Piece {
  const choice = said?.choices?.[0]
  const text = choice?.delta?.content ?? choice?.message?.content
  const tokens = said?.usage?.total_tokens
  return {
    text: typeof text === 'string' ? text : '',
    tokens: typeof tokens === 'number' && Number.isFinite(tokens) && tokens > 0 ? Math.ceil(tokens) : 0,
  }
}

/** The same response, which fails when its body gets too large. */
function withLimit(response: Response): Response {
  let bytes = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > LARGEST) controller.error(new Error('The reply is too large.'))
      else controller.enqueue(chunk)
    },
  })
  return new Response(response.body?.pipeThrough(counter) ?? null, { status: 200, headers: response.headers })
}

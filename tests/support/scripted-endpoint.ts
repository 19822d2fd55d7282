import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** One request to the endpoint, as it came. */
export interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown> & { messages: { role: string; content: string }[] }
  of(role: 'system' | 'user'): string
}

export type Script = (asked: Asked, response: ServerResponse, nth: number) => void | Promise<void>

export interface ScriptedEndpoint {
  /** What OPENAI_BASE_URL is set to. */
  url: string
  asked: Asked[]
  /** Changes what it does from now on. */
  act(script: Script): void
  close(): Promise<void>
}

/** As `openEndpoint`; closes with the test. */
export async function scriptedEndpoint(script: Script): Promise<ScriptedEndpoint> {
  const endpoint = await openEndpoint(script)
  onTestFinished(endpoint.close)
  return endpoint
}

/** A server that speaks the protocol of chat completions and replies as it is told. Close it. */
export async function openEndpoint(script: Script): Promise<ScriptedEndpoint> {
  let acts = script
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const body = JSON.parse(text) as Asked['body']
    const of = (role: string) =>
      body.messages
        .filter((message) => message.role === role)
        .map(({ content }) => content)
        .join('\n')
    const came = { path: request.url ?? '', headers: request.headers, body, of }
    asked.push(came)
    await acts(came, response, asked.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return {
    url,
    asked,
    act(next) {
      acts = next
    },
    close,
  }
}

const chunk = (content: string | null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: content === null ? {} : { content }, finish_reason: content === null ? 'stop' : null }] })}\n\n`

export const beginStream = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream' })

/** Sends some text of a reply. */
export const send = (response: ServerResponse, text: string): void => void response.write(chunk(text))

export function endStream(response: ServerResponse, tokens?: number): void {
  response.write(chunk(null))
  if (tokens !== undefined)
    response.write(`data: ${JSON.stringify({ id: 'c', choices: [], usage: { total_tokens: tokens } })}\n\n`)
  response.end('data: [DONE]\n\n')
}

/** The whole of a reply in pieces of so many letters. */
export function stream(response: ServerResponse, text: string, size = 7): void {
  beginStream(response)
  for (let at = 0; at < text.length; at += size) send(response, text.slice(at, at + size))
  endStream(response)
}

/** The whole of a reply at once, as from an endpoint that doesn't stream. */
export function whole(response: ServerResponse, text: string, tokens = 100): void {
  const message = { role: 'assistant', content: text }
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      id: 'c',
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: tokens },
    }),
  )
}

export function fail(response: ServerResponse, status: number, message = 'no'): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }))
}

/** A reply as the schema wants it. */
export const reply = (statements: unknown[], decision = 'answer'): string =>
  JSON.stringify({ decision, statements, missing: null })

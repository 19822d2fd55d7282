import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Front } from './front.ts'
import { type Problem, toProblem } from './problem.ts'
import { problemHtml } from './problem-html.ts'
import { HTML, JSON_TYPE, sendOwn } from './send.ts'

/** Says what went wrong, as a plain page with a way on, or as JSON to a script that asked for it. */
export function sendProblem(front: Front, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const problem = toProblem(error, front.log)
  if (response.headersSent) {
    response.destroy()
    return
  }
  sayWhenAgain(response, problem)
  if (
    String(request.headers.accept ?? '').includes('application/json') ||
    request.headers['content-type']?.startsWith('application/json')
  ) {
    const { kind, message, fields } = problem
    sendOwn(request, response, problem.status, JSON_TYPE, JSON.stringify({ status: kind, message, fields }))
  } else sendOwn(request, response, problem.status, HTML, problemHtml(front.site, problem))
}

/** A program that asks too much is told when it may ask again. */
export function sayWhenAgain(response: ServerResponse, { status, wait = 60_000 }: Problem): void {
  if (status === 429) response.setHeader('retry-after', String(Math.max(1, Math.ceil(wait / 1000))))
}

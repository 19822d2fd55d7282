import type { ServerResponse } from 'node:http'
import type { Front } from './front.ts'
import { toProblem } from './problem.ts'
import type { Reply } from './route.ts'

export const LINES_TYPE = 'application/x-ndjson'

/** Sends values as they become known, a line of JSON each. It has begun as a success, so a fault is told in the last line. */
export async function sendLines(
  front: Front,
  response: ServerResponse,
  lines: NonNullable<Reply['lines']>,
): Promise<void> {
  // Proxies may not hold lines back until all are there.
  const headers = { 'content-type': LINES_TYPE, 'cache-control': 'private, no-store', 'x-accel-buffering': 'no' }
  response.writeHead(200, headers)
  const write = (value: unknown) => void response.write(`${JSON.stringify(value)}\n`)
  try {
    await lines(write)
  } catch (error) {
    const { kind, message } = toProblem(error, front.log)
    write({ status: kind, message })
  }
  response.end()
}

import { once } from 'node:events'
import { parseInput } from '#core/define.ts'
import { AppError } from '#core/errors.ts'
import { askStandards } from '#core/standards/ask-standards.ts'
import type { Brief } from '#core/standards/brief.ts'
import { readLines } from './read-lines.ts'

/** In bytes. A question has 1,000 characters at most, and a line little else. */
const LONGEST_LINE = 64 * 1024

export interface BatchReply extends Brief {
  /** What somebody who asked would read. */
  text: string
}

/** A line that holds no question, and why. */
class BadLine extends Error {}

interface Streams {
  input: AsyncIterable<Buffer>
  output: NodeJS.WritableStream
}

/**
 * Answers questions as they come: a line of JSON `{"id","q"}` for each, a line of JSON back, in the same order. A line that
 * can't be taken is answered with what is wrong, and the rest go on. Blank lines are passed over. Ends when the questions do,
 * or when nobody reads the answers any more.
 */
export async function askBatch(
  { input, output }: Streams,
  reply: (question: string) => BatchReply | Promise<BatchReply>,
): Promise<void> {
  const reader = new AbortController()
  // Whoever reads may have seen enough, as `head` has: that is no fault.
  output.on('error', () => reader.abort())
  let number = 0
  for await (const line of readLines(input, LONGEST_LINE)) {
    number += 1
    if (reader.signal.aborted) return
    const answered = await answerLine(line, reply).catch((error) => {
      if (!(error instanceof BadLine)) throw error
      return { id: null, error: `Line ${number}: ${error.message}` }
    })
    if (answered && !output.write(`${JSON.stringify(answered)}\n`))
      await once(output, 'drain', { signal: reader.signal }).catch(() => {})
  }
}

async function answerLine(line: Buffer | null, reply: (question: string) => BatchReply | Promise<BatchReply>) {
  if (line === null) throw new BadLine(`A line can have up to ${LONGEST_LINE.toLocaleString('en-GB')} bytes.`)
  const words = textOf(line)
  if (!words.trim()) return null
  const { id, q } = askedIn(words)
  return { id, ...(await reply(q)) }
}

function textOf(line: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line)
  } catch {
    throw new BadLine('This isn’t UTF-8.')
  }
}

function askedIn(words: string): { id: unknown; q: string } {
  const sent = parsed(words)
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw new BadLine('A JSON object is expected: {"id": "1", "q": "What does K31 say?"}.')
  const { id = null, q } = sent as { id?: unknown; q?: unknown }
  if (typeof q !== 'string') throw new BadLine('“q” is expected, a text: the question.')
  try {
    return { id, q: parseInput(askStandards.input, { question: q }).question }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new BadLine(error.fields.question ?? error.message)
  }
}

// TypeScript doesn't know of it yet.
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown }

/** Numbers stay as they were written: an id such as 12345678901234567890 would lose its last digits. */
const asWritten = (_key: string, value: unknown, { source }: { source?: string } = {}): unknown =>
  typeof value === 'number' && source !== undefined ? rawJSON(source) : value

function parsed(words: string): unknown {
  try {
    return JSON.parse(words, asWritten)
  } catch {
    throw new BadLine('This isn’t JSON.')
  }
}

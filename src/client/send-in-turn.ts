import { linesOf } from './read-reply.ts'

/** A card that is there before the rest, as HTML, and what it is about. */
export interface Part {
  html: string
  card: { about?: object }
}

/** What the companion's address answers. */
export interface Reply {
  html: string
  failed: boolean
  /** What is spoken of; null when nothing is. */
  context: object | null
  /** The conversation is kept from now on. */
  keeps: boolean
}

/** A message on its way. */
export interface Message {
  text: string
  /** Names it, so that sent again after a failure it has one effect. Browsers make names only on https and this machine. */
  operation: string | undefined
  /** What its button was about; a typed one follows what was said last. */
  context: string | null
  chapter: string | undefined
  typed: boolean
}

interface Page {
  /** What was spoken of last. */
  context(): string
  /** So many are on their way, the first of them just now. */
  looking(waiting: number): void
  /** This came of its reply; `first` where nothing had come of it on this try. */
  came(message: Message, part: Part, first: boolean): void
  replied(message: Message, reply: Reply): void
  /** Nobody waits for the rest of its reply any more. */
  left(message: Message): void
  /** This one and all after it wait; `again` sends them. */
  stopped(message: Message, why: string): void
}

/** Sends messages one after another, in the order they came: each may follow what the one before it was about. */
export function sendInTurn(page: Page) {
  const waiting: (Message | (() => Promise<void>))[] = []
  let running = false
  let leave = new AbortController()

  async function receive(message: Message): Promise<Reply> {
    let first = true
    for await (const line of post({ ...message, context: message.context ?? page.context() }, leave.signal)) {
      if (!('card' in line)) return line
      page.came(message, line, first)
      first = false
    }
    throw new TypeError('It was cut off.')
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        if (typeof next === 'function') await next()
        else {
          page.looking(waiting.length)
          leave = new AbortController()
          const reply = await receive(next).catch((error: unknown) => {
            if (leave.signal.aborted) return null
            throw error
          })
          if (reply) page.replied(next, reply)
          else page.left(next)
        }
        waiting.shift()
      }
    } catch (error) {
      // What the browser says of a lost connection is no help to anybody.
      const [head] = waiting
      const why = error instanceof TypeError || !(error instanceof Error) ? '' : error.message
      if (head && typeof head !== 'function') page.stopped(head, why)
    } finally {
      running = false
    }
  }
  return {
    send(message: Message): void {
      waiting.push(message)
      if (running) page.looking(waiting.length)
      void run()
    },
    /** Does something once everything sent before has its reply. */
    afterwards(task: () => Promise<void>): void {
      waiting.push(task)
      void run()
    },
    again: () => void run(),
    /** Waits no longer for the reply that is under way; what is sent after it has its turn. */
    leave: () => leave.abort(),
  }
}

async function* post(
  { text, operation, context, chapter }: Message,
  signal: AbortSignal,
): AsyncGenerator<Part | Reply> {
  const response = await fetch('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson, application/json' },
    body: JSON.stringify({ text, operation, context, chapter }),
    signal,
  })
  if (!response.ok || !response.body) throw new Error((await response.json()).message)
  for await (const line of linesOf(response.body)) {
    // A fault after it had begun is the last line.
    const { status, message } = line as { status?: string; message?: string }
    if (status) throw new Error(message)
    yield line as Part | Reply
  }
}

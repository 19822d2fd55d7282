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
  replied(message: Message, reply: Reply): void
  /** This one and all after it wait; `again` sends them. */
  stopped(why: string): void
}

/** Sends messages one after another, in the order they came: each may follow what the one before it was about. */
export function sendInTurn(page: Page) {
  const waiting: (Message | (() => Promise<void>))[] = []
  let running = false

  async function run(): Promise<void> {
    if (running) return
    running = true
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        if (typeof next === 'function') await next()
        else {
          page.looking(waiting.length)
          const reply = await post({ ...next, context: next.context ?? page.context() })
          page.replied(next, reply)
        }
        waiting.shift()
      }
    } catch (error) {
      // What the browser says of a lost connection is no help to anybody.
      page.stopped(error instanceof TypeError || !(error instanceof Error) ? '' : error.message)
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
  }
}

async function post({ text, operation, context, chapter }: Message): Promise<Reply> {
  const response = await fetch('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ text, operation, context, chapter }),
  })
  const reply = (await response.json()) as Reply & { message?: string }
  if (!response.ok) throw new Error(reply.message)
  return reply
}

import { randomUUID } from 'node:crypto'

/** One learner's browser as far as HTTP goes: keeps the cookie, names its origin, and sends forms or JSON. */
export class BrowserClient {
  readonly #url: () => string
  cookie = ''

  constructor(url: () => string) {
    this.#url = url
  }

  async get(path: string): Promise<Response> {
    const response = await fetch(this.#url() + path, { headers: { cookie: this.cookie }, redirect: 'manual' })
    return this.#keep(response)
  }

  async post(path: string, sent: URLSearchParams | object, headers: Record<string, string> = {}): Promise<Response> {
    const isForm = sent instanceof URLSearchParams
    const response = await fetch(this.#url() + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: this.#url(),
        'sec-fetch-site': 'same-origin',
        ...(this.cookie && { cookie: this.cookie }),
        ...(isForm ? { accept: 'text/html' } : { accept: 'application/json', 'content-type': 'application/json' }),
        ...headers,
      },
      body: isForm ? sent : JSON.stringify(sent),
    })
    this.#keep(response)
    // A browser sends the same again by itself.
    return response.status === 307 ? this.post(response.headers.get('location') as string, sent, headers) : response
  }

  /** Saves an answer as the page's script does. */
  save(question: string, value: object, base: number, operation: string = randomUUID()): Promise<Response> {
    return this.post('/api/answers', { question, value, base, operation })
  }

  #keep(response: Response): Response {
    const set = response.headers.getSetCookie().findLast((header) => !header.includes('Max-Age=0'))
    if (set) this.cookie = set.split(';')[0] as string
    return response
  }
}

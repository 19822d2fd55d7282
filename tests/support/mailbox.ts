import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

export interface Letter {
  to: string[]
  subject: string
  headers: string
  text: string
}

export interface Mailbox {
  /** What STANDPOINT_SMTP_URL should be. */
  url: string
  letters: Letter[]
  /** From now on this is what the server says to a recipient, `RCPT TO`, or to a letter, `DATA`; null takes it. */
  replies: { rcpt: Refusal | null; data: Refusal | null }
  /** The code in the newest letter to this address. */
  codeFor(address: string): string
}

/** What a mail server refuses with: `450 4.2.0 Later`. */
export type Refusal = `${4 | 5}${number} ${string}`

const refused = (reply: Refusal): Error =>
  Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) })

/** A real mail server that keeps every letter, until the tests of this file are over. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = []
  const replies: Mailbox['replies'] = { rcpt: null, data: null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_to, _session, done) {
      done(replies.rcpt && refused(replies.rcpt))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (replies.data) return done(refused(replies.data))
        letters.push(
          readLetter(
            Buffer.concat(chunks).toString('latin1'),
            envelope.rcptTo.map((to) => to.address),
          ),
        )
        done()
      })
    },
  })
  const listening = await new Promise<{ port: number }>((resolve, reject) => {
    server.on('error', reject)
    const socket = server.listen(0, '127.0.0.1', () => resolve(socket.address() as { port: number }))
  })
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  return {
    url: `smtp://127.0.0.1:${listening.port}`,
    letters,
    replies,
    codeFor(address) {
      const letter = letters.findLast(({ to }) => to.includes(address))
      const code = letter?.text.match(/^\d{6}$/m)?.[0]
      if (!code) throw new Error(`There is no letter with a code to ${address}.`)
      return code
    },
  }
}

function readLetter(raw: string, to: string[]): Letter {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => headers.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? ''
  const body = raw.slice(end + 4)
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body, 'latin1')
  return { to, subject: header('Subject'), headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n') }
}

const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

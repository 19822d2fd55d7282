import type { Config } from '../config.ts'
import type { Mail } from './mail.ts'

/** A mail server that hangs must not keep somebody waiting at a form. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Sends through the mail server of the settings. With none, each letter is printed, and the print says so. */
export function openMail(config: Config, say: (line: string) => void): Mail {
  const { smtpUrl, mailFrom } = config
  if (smtpUrl === null)
    return async ({ to, subject, text }) => {
      const letter = [`Subject: ${subject}`, '', text.trimEnd()].join('\n').replace(/^/gm, '  | ')
      say(
        `No mail server is set (STANDPOINT_SMTP_URL), so this letter to ${to} is printed here instead of being sent:\n${letter}`,
      )
    }
  return async ({ headers, ...letter }) => {
    const { createTransport } = await import('nodemailer')
    const post = createTransport({ url: smtpUrl, disableFileAccess: true, disableUrlAccess: true, ...PATIENCE })
    await post.sendMail({
      from: { name: 'Standpoint', address: mailFrom },
      ...letter,
      // So that nobody's holiday reply comes back.
      headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  }
}

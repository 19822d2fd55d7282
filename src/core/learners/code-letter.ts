import { CODE_MINUTES } from './code-rules.ts'

/** The letter with a code. It holds nothing that the learner wrote. */
export function codeLetter(to: string, code: string, siteUrl: string | null) {
  return {
    to,
    subject: 'Your code for Standpoint',
    text: [
      'Your code:',
      '',
      code,
      '',
      `Type it on the page where you asked for it${siteUrl ? ` (${siteUrl}/sign-in)` : ''}. It works for ${CODE_MINUTES} minutes, and only in that browser.`,
      '',
      'If you didn’t ask for it, you don’t need to do anything: without the code, nothing happens. Nobody from Standpoint will ever ask you for it, so please don’t pass it on.',
      '',
    ].join('\n'),
  }
}

import { CODE_MINUTES } from './code-rules.ts'

/**
 * The letter with a code, and a link to a page with the code in its box. Opening the link does nothing, since scanners of
 * mail open links too: a button there sends the code. The letter holds nothing that the learner wrote.
 */
export function codeLetter(to: string, code: string, siteUrl: string | null) {
  return {
    to,
    subject: 'Your code for Standpoint',
    text: [
      'Your code:',
      '',
      code,
      '',
      `Type it on the page where you asked for it. It works for ${CODE_MINUTES} minutes, and only in that browser.`,
      '',
      ...(siteUrl
        ? ['Or open this link in that browser, and press the button:', `${siteUrl}/sign-in?code=${code}`, '']
        : []),
      'If you didn’t ask for it, you don’t need to do anything: without the code, nothing happens. Nobody from Standpoint will ever ask you for it, so please don’t pass it on.',
      '',
    ].join('\n'),
  }
}

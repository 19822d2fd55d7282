import type { ReadyPrompt } from '#core/prompts/choose-prompt.ts'
import { ASKS_WHETHER } from './prompts.ts'

interface Email {
  subject: string
  text: string
}

/**
 * The e-mail that brings a prompt; null asks whether to go on. E-mails are read on their way and on screens that others
 * see: it says nothing of anybody, and what quotes its reader waits on the page instead.
 */
export function promptEmail(prompt: ReadyPrompt | null, { site, stopAt }: { site: string; stopAt: string }): Email {
  return {
    subject: 'A question from Standpoint',
    text: [
      ...said(prompt),
      '',
      `Answer it here, or skip it: ${site}/companion`,
      'If it isn’t there, sign in first, as you did before. Please don’t answer this e-mail: nobody reads what comes back.',
      '',
      `You asked for a question by e-mail now and then. It comes from a program. To change when it comes: ${site}/prompts`,
      `Stop these e-mails: ${stopAt}`,
      '',
    ].join('\n'),
  }
}

function said(prompt: ReadyPrompt | null): string[] {
  if (!prompt) return [ASKS_WHETHER]
  if (prompt.quotes)
    return ['A question waits for you. It isn’t in this e-mail, because an e-mail can be read by others on its way.']
  return [prompt.text]
}

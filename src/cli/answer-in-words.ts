import type { Help } from '#core/content/help.ts'
import type { Quote, StandardsAnswer } from '#core/standards/standards-answer.ts'

/** An answer as it is read in a terminal: the quotes with label, standing and full link, or a refusal that helps. */
export function answerInWords(answer: StandardsAnswer, site: string, help: Help): string {
  const link = (path: string) => `${site}${path}`
  const contacts = `${help.harmCard.showContacts}: ${link('/help')}`
  if (answer.kind === 'harm') {
    const { title, body, carryOn } = help.harmCard
    return [title, ...body, contacts, carryOn].join('\n\n')
  }
  const quote = (q: Quote) =>
    [
      `${q.label}${q.heading ? ` (${q.heading})` : ''}`,
      ...(q.leadIn ? [`  ${q.leadIn}`] : []),
      `  “${q.text}”`,
      ...q.parts.map((p) => `    ${p.label}: “${p.text}”`),
      `  From “${q.standardTitle}”. ${q.statusNote}`,
      `  ${link(q.path)}`,
    ].join('\n')
  const choices = answer.choices.map((c) => `  ${c.label}: ${c.heading}\n  ${link(c.path)}`)
  return [
    ...(answer.perhapsHarm ? [help.perhapsHarm.words, contacts, help.perhapsHarm.carryOn] : []),
    answer.say.join('\n'),
    ...answer.quotes.map(quote),
    answer.note,
    choices.length ? ['The nearest clauses:', ...choices].join('\n') : null,
    answer.turnTo.length ? `You could turn to: ${answer.turnTo.join('; ')}.` : null,
    answer.hasMore ? 'There are more clauses: ask again with --more.' : null,
    answer.offerHelp ? `If somebody is being harmed: ${link('/help')}` : null,
  ]
    .filter(Boolean)
    .join('\n\n')
}

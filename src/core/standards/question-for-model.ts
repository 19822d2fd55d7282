import { findFlags } from '../privacy/find-flags.ts'
import { shareableText } from '../privacy/shareable-text.ts'

/** A question as a model may have it: telephone numbers, addresses and the like are taken out. */
export async function questionForModel(question: string): Promise<string> {
  const text = shareableText(question)
  const contacts = (await findFlags(text, { people: [] })).filter(({ kind }) => kind === 'contact')
  return contacts.reduceRight((kept, { start, end }) => `${kept.slice(0, start)}[removed]${kept.slice(end)}`, text)
}

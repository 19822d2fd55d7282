/**
 * These words without the sentences that ask something: whoever may be telling of harm isn't asked anything. A question that is
 * quoted, as in “You could try”, stays.
 */
export const asksNothing = (paragraphs: string[]): string[] =>
  paragraphs.map((words) => words.replace(/[^.!?\n]*\?(?!["”’])\s*/g, '').trim()).filter(Boolean)

import { z } from 'zod'
import { spokenOf } from '#core/standards/spoken-of.ts'

/** What the last answer was about, as JSON sends it back or a form's hidden field does. What can't be read is left out. */
export const carriedContext = z
  .preprocess((sent) => (typeof sent === 'string' ? parsed(sent) : sent), spokenOf.optional())
  .catch(undefined)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

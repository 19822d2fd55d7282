import { z } from 'zod'

const words = z.string().min(1)

/** `content/cycle.yaml`: the words of the loop that chapter 2 draws, with what two voices say at each of four stops. */
export const cycle = z.strictObject({
  title: words,
  choose: words,
  /** In the middle of the loop; and what stands there when the worker sets the agenda. */
  middle: words,
  takenMiddle: words,
  /** Around the rim. */
  values: z.array(words).min(1),
  decides: words,
  offers: words,
  stops: z
    .array(
      z.strictObject({
        name: words,
        decides: z.array(words).min(1),
        offers: z.array(words).min(1),
        /** Clauses on what a worker offers, by uid. */
        clauses: z.array(words).min(1),
        /** What becomes of this stop when the worker sets the agenda. */
        taken: words,
      }),
    )
    .length(4),
  closing: words,
  switch: words,
  switched: words,
})
export type Cycle = z.infer<typeof cycle>

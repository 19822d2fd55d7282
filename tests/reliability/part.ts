/** What a part found: whether it holds, and its figures in a line or two. */
export interface Found {
  holds: boolean
  figures: string
}

/** One thing that takes too long for `npm test`. */
export type Part = () => Promise<Found>

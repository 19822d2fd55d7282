import { tickOnPostgres } from '#tests/support/tick-on-postgres.ts'

const COURSES = 100
/** Beside reading and decrypting, a tick looks up people, seals a receipt for every answer and writes. */
const AT_MOST = 15

/** How many times as long a tick takes as reading and decrypting the same answers, in the same run. */
export async function tickRatio(): Promise<boolean> {
  const { answers, seconds, readingSeconds } = await tickOnPostgres(COURSES)
  const ratio = seconds / readingSeconds
  console.log(`Tick: ${ratio.toFixed(1)} times reading and decrypting the same ${answers} answers (at most ${AT_MOST})`)
  return ratio <= AT_MOST
}

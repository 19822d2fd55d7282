import { Cron } from 'croner'

/** The first moment after `after` at which clocks show this hour on one of these weekdays (all when absent). */
export function nextHour(
  { hour, weekdays }: { hour: number; weekdays?: number[] },
  zone: string,
  after: number,
): number {
  // Croner's rule for a fixed time: in the hour left out in spring it is the first moment after, and in the hour that
  // comes twice in autumn the first of the two.
  const cron = new Cron(`0 ${hour} * * ${weekdays?.join(',') ?? '*'}`, { timezone: zone, paused: true })
  const next = cron.nextRun(new Date(after))
  if (!next) throw new Error(`No clock in ${zone} ever shows ${hour} o’clock.`)
  return next.getTime()
}

/** The first moment of the day that follows, in a zone. */
export const nextDay = (zone: string, after: number): number => nextHour({ hour: 0 }, zone, after)

const TIME_ZONE = 'Europe/London'
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})
const day = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, day: 'numeric', month: 'long', year: 'numeric' })

/** An ISO time as a person in the UK would say it: "3 March 2026, 2:14 pm". A file is read years later, so the year is there. */
export const timeWords = (iso: string): string => dayAndTime.format(new Date(iso)).replace(' at ', ', ')
export const dayWords = (iso: string): string => day.format(new Date(iso))

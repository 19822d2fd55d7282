import type { PromptMoment } from '#core/prompts/read-calendar.ts'

/** A line of RFC 5545 has 75 octets at most, without its end. */
const LONGEST_LINE = 75

/** For as long as answering takes; nobody's day is shown as taken by it. */
const MINUTES = 15

/**
 * The moments at which prompts come as an iCalendar object (RFC 5545), in UTC: each is an instant that was worked out by
 * the learner's own clock, so no zone or rule need be carried along. It tells when, and nothing else of anybody.
 */
export function writeCalendar(moments: PromptMoment[], { madeAt, site }: { madeAt: number; site: string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Standpoint//Prompts//EN',
    'CALSCALE:GREGORIAN',
    // Asked for by programs that read these; the others choose for themselves.
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    'NAME:Standpoint',
    'X-WR-CALNAME:Standpoint',
    ...(moments.length === 0 ? UTC : moments.flatMap((moment) => event(moment, madeAt, site))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** An iCalendar object holds one component at least: with no event, the zone that no event needs. */
const UTC = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const event = ({ id, at }: PromptMoment, madeAt: number, site: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@standpoint`,
  `DTSTAMP:${utc(madeAt)}`,
  `DTSTART:${utc(at)}`,
  `DURATION:PT${MINUTES}M`,
  `SUMMARY:${escaped('A moment for Standpoint')}`,
  `DESCRIPTION:${escaped(`If a question waits for you, it is in the companion: ${site}/companion\nTo change when this comes: ${site}/prompts`)}`,
  `URL:${site}/companion`,
  'CLASS:PRIVATE',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** `20270330T090000Z` */
const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** TEXT (RFC 5545, 3.3.11). */
export const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** Long lines go on after a line end and a space, and no character is torn apart (RFC 5545, 3.1). */
export function folded(line: string): string {
  const lines: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LONGEST_LINE) {
      lines.push(part)
      part = ' '
    }
    part += character
  }
  return [...lines, part].join('\r\n')
}

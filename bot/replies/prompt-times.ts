import type { Nation } from '#core/content/help.ts'
import type { PromptSettings } from '#core/prompts/settings.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const OFTEN = ['never', 'once a week', 'twice a week', 'three times a week']
const NAMES: Record<Nation, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

const hour = (at: number): string => `${String(at).padStart(2, '0')}:00`

/** "Tuesday 9 March", on the learner's own clock. */
export const dayOf = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
    .format(at)
    .replace(',', '')

/** "I write once a week, at 10:00." */
export function howOften({ perWeek, every, hour: at, weekday }: PromptSettings): string {
  if (perWeek === 0) return 'How often is set to never, so nothing comes.'
  const often = every > 1 ? `once in ${every} weeks` : OFTEN[perWeek]
  return `I write ${often}, from ${DAYS[weekday]} on, at ${hour(at)}.`
}

/** "The next comes on Tuesday 9 March at the earliest." */
export const whenNext = ({ nextAt, zone }: PromptSettings): string =>
  nextAt === null ? '' : `The next comes on ${dayOf(nextAt, zone)} at the earliest.`

/** Everything that is set, line by line. */
export function settingsLines(settings: PromptSettings): string[] {
  const { on, asked, daysOff, quietFrom, quietUntil, zone, nation, snoozedUntil } = settings
  return [
    on ? 'Prompts are on.' : 'Prompts are off: I never write first.',
    ...(asked ? ['I asked whether to keep going, and stay quiet until you say.'] : []),
    `${howOften(settings)} ${on ? whenNext(settings) : ''}`.trim(),
    ...(on && snoozedUntil !== null ? [`Paused until ${dayOf(snoozedUntil, zone)}.`] : []),
    quietFrom === quietUntil ? 'No quiet hours.' : `Quiet hours: ${hour(quietFrom)} to ${hour(quietUntil)}.`,
    daysOff.length > 0 ? `Days off: ${daysOff.map((day) => DAYS[day]).join(', ')}.` : 'No days off.',
    nation ? `Nothing on bank holidays in ${NAMES[nation]}.` : 'Bank holidays are days like any other.',
    `Time zone: ${zone}.`,
  ]
}

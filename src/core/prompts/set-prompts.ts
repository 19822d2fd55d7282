import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { changeSchedule } from './change-schedule.ts'
import { type PromptSettings, wishes } from './settings.ts'
import { isQuiet } from './when.ts'

const input = wishes.partial().extend({
  /** Where prompts go from now on: the conversation that they were switched on in. */
  at: z.strictObject({ channel: z.enum(['slack', 'chat']), place: z.string().max(100).nullable() }).optional(),
})
type Input = z.infer<typeof input>

/**
 * Switches prompts on or off and changes how they come; what is left out stays as it is. Switching on ends a pause. Nothing
 * is ever sent to somebody who hasn't switched them on.
 */
export const setPrompts = define({
  input,
  run: (world, actor, sent): Promise<PromptSettings> =>
    changeSchedule(world, requireLearner(actor), (before) => decided(before, sent)),
})

function decided(before: PromptSettings, { at, perWeek, every, ...wanted }: Input) {
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  const settings: PromptSettings = { ...before, ...given, ...often(before, perWeek), ...(every && { every }) }
  if (isQuiet(settings, settings.hour)) {
    const said = 'Prompts can’t come in your quiet hours. Choose another hour, or other quiet hours.'
    throw new AppError('invalid', said, { fields: { hour: said } })
  }
  if (wanted.on && !before.on) settings.snoozedUntil = null
  // Prompts that come in Slack go on coming there, whatever is changed about them on a page.
  const stays = before.on && before.channel === 'slack' && at?.channel === 'chat'
  return { ...settings, ...(at && !stays && { channel: at.channel, place: at.place }) }
}

function often(
  { perWeek, every }: PromptSettings,
  wanted: Input['perWeek'],
): Pick<PromptSettings, 'perWeek' | 'every'> {
  if (wanted === undefined) return { perWeek, every }
  if (wanted !== 'fewer') return { perWeek: wanted, every: 1 }
  return perWeek > 1 ? { perWeek: perWeek - 1, every: 1 } : { perWeek, every: Math.min(every * 2, 4) }
}

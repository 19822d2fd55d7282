import { z } from 'zod'
import { requireLearner } from '../actor.ts'
import { define } from '../define.ts'
import { AppError } from '../errors.ts'
import { addressesOf } from '../learners/addresses.ts'
import type { World } from '../world.ts'
import { changeSchedule } from './change-schedule.ts'
import { channel, type PromptSettings, wishes } from './settings.ts'
import { teamsChatOf } from './teams-chat.ts'
import { isQuiet } from './when.ts'

const input = wishes.partial().extend({
  /** Where prompts go from now on: the conversation that they were switched on in. */
  at: z.strictObject({ channel: channel.exclude(['email']), place: z.string().max(100).nullable() }).optional(),
  /** Ends a pause. Switching on does so too. */
  resume: z.literal(true).optional(),
  /**
   * Where they go from now on, chosen from elsewhere: `chat`, `teams` if a chat there is known, an e-mail address of theirs,
   * or where they come already.
   */
  where: z.string().max(320).optional(),
})
type Input = z.infer<typeof input>
interface At {
  channel: PromptSettings['channel']
  place: string | null
}

/**
 * Switches prompts on or off and changes how they come; what is left out stays as it is. Switching on ends a pause. Nothing
 * is ever sent to somebody who hasn't switched them on.
 */
export const setPrompts = define({
  input,
  async run(world, actor, { where, ...sent }): Promise<PromptSettings> {
    const rootId = requireLearner(actor)
    const known = where ? await knownPlaces(world, rootId) : []
    return changeSchedule(world, rootId, (before) => ({
      ...decided(before, sent),
      ...(where && !(before.on && where === before.channel) && chosen(where, known)),
    }))
  },
})

/** The web, a chat in Teams, and the addresses that they have proven: nobody has prompts sent to another's. */
async function knownPlaces(world: World, rootId: string): Promise<At[]> {
  const chat = await teamsChatOf(world, rootId)
  const addresses = world.config.smtpUrl === null ? [] : await addressesOf(world.db, rootId)
  return [
    { channel: 'chat', place: null },
    ...(chat ? [{ channel: 'teams' as const, place: chat.place }] : []),
    ...addresses.map((place): At => ({ channel: 'email', place })),
  ]
}

function chosen(where: string, known: At[]): At {
  const at = known.find(({ channel, place }) => where === (channel === 'email' ? place : channel))
  if (at) return at
  const said =
    'Prompts can go to an e-mail address that you have signed in with here. To get them in a chat, write “prompts on” to the companion there.'
  throw new AppError('invalid', said, { fields: { where: said } })
}

function decided(before: PromptSettings, { at, perWeek, every, resume, ...wanted }: Omit<Input, 'where'>) {
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  const settings: PromptSettings = { ...before, ...given, ...often(before, perWeek), ...(every && { every }) }
  if (isQuiet(settings, settings.hour)) {
    const said = 'Prompts can’t come in your quiet hours. Choose another hour, or other quiet hours.'
    throw new AppError('invalid', said, { fields: { hour: said } })
  }
  if (resume || (wanted.on && !before.on)) settings.snoozedUntil = null
  // Prompts that come elsewhere go on coming there, whatever else is changed about them on a page.
  const stays = before.on && before.channel !== 'chat' && at?.channel === 'chat'
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

import { z } from 'zod'
import { promptsOf } from '../../prompts/prompts-of.ts'
import { teamsChat } from '../../prompts/teams-chat.ts'
import { heading, note, words } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

const time = z.iso.datetime()

/** When the companion may write to somebody, what it has sent, and what they replied. */
export const prompts = section({
  name: 'prompts',
  shape: z.strictObject({
    settings: z
      .strictObject({
        on: z.boolean(),
        perWeek: z.int(),
        every: z.int(),
        /** 0 is Sunday. */
        weekday: z.int(),
        hour: z.int(),
        daysOff: z.array(z.int()),
        quietFrom: z.int(),
        quietUntil: z.int(),
        zone: z.string(),
        nation: z.string().nullable(),
        /** In files of before; what the companion may quote stands among the consents. */
        quoting: z.boolean().optional(),
        channel: z.string(),
        /** They are off because that channel doesn't reach them any more. */
        cutOff: z.boolean().default(false),
        pausedUntil: time.nullable(),
        next: time.nullable(),
      })
      .nullable(),
    /** Where prompts can be sent in Teams. */
    teamsChats: z.array(teamsChat),
    /** The e-mail address that they go to. */
    address: z.string().nullable(),
    /** When the calendar address was made; the address itself isn't kept. */
    calendarSince: time.nullable(),
    sent: z.array(
      z.strictObject({
        /** The id of the prompt; null where they were asked whether to go on, or none was chosen yet. */
        prompt: z.string().nullable(),
        text: z.string().nullable(),
        state: z.string(),
        due: time,
        sentAt: time.nullable(),
        replies: z.array(z.strictObject({ words: z.string(), at: time })),
      }),
    ),
  }),
  async read({ world, learnerId }) {
    const { settings, teamsChats, address, calendarSince, deliveries } = await promptsOf(world, learnerId)
    const orNull = (at: number | null) => (at === null ? null : isoTime(at))
    const kept =
      settings &&
      (({ asked: _asked, snoozedUntil, nextAt, ...s }) => ({
        ...s,
        pausedUntil: orNull(snoozedUntil),
        next: orNull(nextAt),
      }))(settings)
    return {
      settings: kept,
      teamsChats,
      address,
      calendarSince: orNull(calendarSince),
      sent: deliveries.map(({ prompt, state, dueAt, sentAt, replies }) => ({
        prompt,
        text: world.content.prompts.find(({ id }) => id === prompt)?.text.replace(/\{\{.*?\}\}/g, '…') ?? null,
        state,
        due: isoTime(dueAt),
        sentAt: orNull(sentAt),
        replies: replies.map((reply) => ({ words: reply.words, at: isoTime(reply.at) })),
      })),
    }
  },
  blocks({ settings, sent }) {
    if (!settings) return []
    return [
      heading(2, 'Prompts from the companion'),
      note(`Prompts are ${settings.on ? 'on' : 'off'}. The JSON file has all settings.`),
      ...sent
        .filter(({ sentAt }) => sentAt !== null)
        .flatMap(({ text, sentAt, replies }) => [
          note(`${dayWords(sentAt as string)}: ${text ?? 'Would you like to keep going?'}`),
          ...replies.map((reply) => words(reply.words)),
        ]),
    ]
  },
})

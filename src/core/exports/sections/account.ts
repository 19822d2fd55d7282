import { z } from 'zod'
import { whatIsKept } from '../../learners/what-is-kept.ts'
import { heading, note } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

const NAMES = { email: 'E-mail', slack: 'Slack', teams: 'Teams', chat: 'Web chat', organisation: 'Organisation' }
const time = z.iso.datetime()

/** How a learner can come back, and where the notebook is open. */
export const account = section({
  name: 'account',
  shape: z.strictObject({
    startedAt: time,
    /** The end of the month in which it was last used, in UTC; no day is kept. */
    usedUntil: time.nullable(),
    /** `subject`: the address, or who that is there. */
    signIns: z.array(
      z.strictObject({
        kind: z.enum(['email', 'slack', 'teams', 'chat', 'organisation']),
        subject: z.string(),
        verifiedAt: time.nullable(),
      }),
    ),
    browsers: z.array(z.strictObject({ since: time, until: time, shared: z.boolean() })),
    /** When each was made. */
    passkeys: z.array(time),
  }),
  async read({ world, learnerId }) {
    const kept = await whatIsKept(world.db, learnerId)
    return {
      startedAt: isoTime(kept.startedAt),
      usedUntil: kept.usedUntil === null ? null : isoTime(kept.usedUntil),
      signIns: kept.identities.map(({ kind, subject, verifiedAt }) => ({
        kind,
        subject,
        verifiedAt: verifiedAt === null ? null : isoTime(verifiedAt),
      })),
      browsers: kept.browsers.map(({ since, until, shared }) => ({
        since: isoTime(since),
        until: isoTime(until),
        shared,
      })),
      passkeys: kept.passkeys.map(isoTime),
    }
  },
  blocks: ({ startedAt, signIns, browsers, passkeys }) => [
    heading(2, 'This notebook'),
    note(`Started ${dayWords(startedAt)}.`),
    ...signIns.map(({ kind, subject }) => note(`${NAMES[kind]}: ${subject}`)),
    ...passkeys.map((made) => note(`A passkey, made ${dayWords(made)}.`)),
    ...browsers.map(({ since }) => note(`Open in a browser since ${dayWords(since)}.`)),
  ],
})

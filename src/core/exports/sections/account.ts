import { z } from 'zod'
import { whatIsKept } from '../../learners/what-is-kept.ts'
import { heading, note } from '../block.ts'
import { dayWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

const NAMES = { email: 'E-mail', slack: 'Slack', teams: 'Teams', chat: 'Web chat', organisation: 'Organisation' }
const KINDS = ['email', 'slack', 'teams', 'chat', 'organisation'] as const
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
        kind: z.enum(KINDS),
        subject: z.string(),
        verifiedAt: time.nullable(),
        /** When it was linked to this notebook; null where the notebook began with it. */
        linkedAt: time.nullable(),
      }),
    ),
    /** Accounts that were unlinked. They are remembered so that one person counts once. */
    unlinked: z.array(z.strictObject({ kind: z.enum(KINDS), subject: z.string(), unlinkedAt: time })),
    browsers: z.array(z.strictObject({ since: time, until: time, shared: z.boolean() })),
    /** When each was made. */
    passkeys: z.array(time),
  }),
  async read({ world, learnerId }) {
    const kept = await whatIsKept(world.db, learnerId)
    return {
      startedAt: isoTime(kept.startedAt),
      usedUntil: kept.usedUntil === null ? null : isoTime(kept.usedUntil),
      signIns: kept.identities.map(({ kind, subject, verifiedAt, linkedAt }) => ({
        kind,
        subject,
        verifiedAt: verifiedAt === null ? null : isoTime(verifiedAt),
        linkedAt: linkedAt === null ? null : isoTime(linkedAt),
      })),
      unlinked: kept.unlinked.map(({ unlinkedAt, ...account }) => ({ ...account, unlinkedAt: isoTime(unlinkedAt) })),
      browsers: kept.browsers.map(({ since, until, shared }) => ({
        since: isoTime(since),
        until: isoTime(until),
        shared,
      })),
      passkeys: kept.passkeys.map(isoTime),
    }
  },
  blocks: ({ startedAt, signIns, unlinked, browsers, passkeys }) => [
    heading(2, 'This notebook'),
    note(`Started ${dayWords(startedAt)}.`),
    ...signIns.map(({ kind, subject }) => note(`${NAMES[kind]}: ${subject}`)),
    ...unlinked.map(({ kind, subject, unlinkedAt }) =>
      note(`${NAMES[kind]}: ${subject}, unlinked ${dayWords(unlinkedAt)}.`),
    ),
    ...passkeys.map((made) => note(`A passkey, made ${dayWords(made)}.`)),
    ...browsers.map(({ since }) => note(`Open in a browser since ${dayWords(since)}.`)),
  ],
})

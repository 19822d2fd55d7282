import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Config } from '#core/config.ts'
import { newCourse, newTrainer } from '#tests/attacks/group.ts'
import type { Posted, Window } from '#tests/support/slack-emulator.ts'
import { buttons, slackAndCompanion, TEAM } from './slack-talk.ts'
import { command, pressForWindow, submit } from './slack-windows.ts'

export type Talking = Awaited<ReturnType<typeof courseTalk>>

/** Slack, the companion and a course in a channel, on a clock that the test moves. */
export async function courseTalk(fresh: (more: Record<string, string>) => Config | Promise<Config>, people: string[]) {
  let clock = ''
  const slack = await slackAndCompanion(async (more) => {
    const config = await fresh(more)
    clock = join(config.dataDir, '..', `clock-${randomUUID()}`)
    writeFileSync(clock, '2026-03-02T09:00:00Z')
    return { ...config, testClock: clock }
  }, people)
  const { core, companion } = slack.served
  const trainer = await newTrainer(core)
  const users = new Map<string, string>()
  for (const name of people) users.set(name, await slack.slack.userOf(name))
  const userOf = (name: string): string => users.get(name) ?? name
  return {
    slack,
    core,
    trainer,
    userOf,
    at: (iso: string) => writeFileSync(clock, iso),
    send: async () => companion.sendPrompts(() => true),
    course: (more: Record<string, unknown> = { channelSees: true }) => newCourse(core, trainer, more),
    channel: (kind: 'public' | 'private' = 'public') => slack.slack.together(people, kind),
    actor: (name: string): Promise<Actor> =>
      core.linkAccount(SYSTEM, { kind: 'slack', subject: `${TEAM}:${userOf(name)}`, verified: true }),
    /** Somebody's account becomes the trainer's own, with a code of the trainer's. */
    async isTrainer(name: string): Promise<void> {
      const account = { kind: 'slack', subject: `${TEAM}:${userOf(name)}` } as const
      const { code } = await core.makeLinkCode(trainer, {})
      const chat = await core.linkAccount(SYSTEM, { ...account, verified: true })
      await core.linkWithCode(chat, { account, code, together: true })
    },
    types: (name: string, channel: string, text: string) => command(slack, { user: userOf(name), channel, text }),
    posted: (channel: string): Posted[] => slack.slack.posted(channel),
    whispered: (channel: string, name: string) => slack.slack.whispered(channel, userOf(name)),
    /** Presses a button under a message in a channel, and gives the window that opens. */
    async press(
      name: string,
      channel: string,
      sent: Posted | undefined,
      label: string,
      home?: string,
    ): Promise<Window> {
      const button = buttons(sent).find(({ text }) => text.text === label)
      if (!sent || !button) throw new Error(`There is no button “${label}”.`)
      return pressForWindow(slack, { user: userOf(name), channel, sent, button, home })
    },
    fills: (name: string, window: Window, given: string[]) => submit(slack, userOf(name), window, given),
    close: () => slack.close(),
  }
}

/** A course that is connected with a channel by somebody. */
export async function connectedCourse(
  talk: Talking,
  by: string,
  more?: Record<string, unknown>,
  kind?: 'public' | 'private',
) {
  const course = await talk.course(more)
  const channel = await talk.channel(kind)
  const { code } = await talk.core.makeChannelCode(talk.trainer, { cohort: course.id })
  const said = await talk.types(by, channel, `connect ${code}`)
  return { course, channel, said }
}

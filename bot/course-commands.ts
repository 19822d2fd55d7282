import { SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import type { Linkable } from '#core/learners/link-rules.ts'
import type { Card } from './replies/card.ts'
import { connectedCard, disconnectedCard, onlyInAChannelCard } from './replies/course-channel.ts'

const CONNECT = /^connect\s+(?<code>[a-z]{4}[-\s]?[a-z]{4})\s*[.!]?$/i
const DISCONNECT = /^disconnect(?: this channel)?\s*[.!]?$/i

/** What a trainer says in a channel to use it for a course. */
export interface CourseCommands {
  /** Null where it means something else. */
  answer(text: string, where: { team: string; channel: string; account: Linkable }): Promise<Card> | null
}

/** `posts`: what is to be said there first goes out at once. */
export function courseCommands(
  core: Pick<Core, 'connectChannel' | 'disconnectHere'>,
  posts: () => Promise<void>,
): CourseCommands {
  const connect = async (code: string, where: Parameters<CourseCommands['answer']>[1]): Promise<Card> => {
    const { course, channelSees } = await core.connectChannel(SYSTEM, { code, ...where })
    void posts()
    return connectedCard(course, channelSees)
  }
  const disconnect = async (where: Parameters<CourseCommands['answer']>[1]): Promise<Card> => {
    await core.disconnectHere(SYSTEM, where)
    return disconnectedCard
  }
  return {
    answer(text, where) {
      const code = CONNECT.exec(text)?.groups?.code
      if (code === undefined && !DISCONNECT.test(text)) return null
      if (where.channel.startsWith('D')) return Promise.resolve(onlyInAChannelCard)
      return code === undefined ? disconnect(where) : connect(code, where)
    },
  }
}

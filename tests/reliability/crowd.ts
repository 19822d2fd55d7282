import { activity, signedBy } from '#tests/bot/teams-talk.ts'
import { startServer } from '#tests/support/server.ts'
import { type Sent, startTeams } from '#tests/support/teams-service.ts'
import type { Part } from './part.ts'

const PEOPLE = 100
const A_SECOND = 10
/** A lone message is sent so often, before the crowd comes. */
const ALONE = 30
/** The 95th of a hundred messages of the crowd takes at most so many times as long as a lone one, the middle of all. */
const AT_MOST = 10

export interface Crowd {
  messages: number
  /** People whose replies hold another's words, or not their own. */
  crossed: string[]
  /** Milliseconds from sending to the last reply: of lone messages, and of the crowd's. */
  alone: number[]
  together: number[]
}

const ownWords = (person: string) => `Tea, cake and mulberry-${person}`
/** What everybody says, one after the other: state is made, used and looked up. */
const script = (person: string) => ['next question', ownWords(person), 'what did I say about community?']
const words = ({ body }: Sent) => body.attachments?.[0]?.content.fallbackText ?? ''

/**
 * So many people talk to the companion of one server at once, each in a chat of their own; `pause` milliseconds lie
 * between one message and the next, whoever sends it. Before them one talks alone.
 */
export async function crowd(people: number, pause: number): Promise<Crowd> {
  const teams = await startTeams()
  try {
    const { STANDPOINT_URL: _printed, ...settings } = teams.settings
    await using server = await startServer(settings)
    /** Sends one message, and settles when so many replies of that conversation have come. */
    const say = async (person: string, text: string, replies: number): Promise<number> => {
      const from = performance.now()
      const before = teams.of(person).length
      const response = await fetch(`${server.url}/api/teams/activities`, {
        method: 'POST',
        headers: signedBy(teams.token()),
        body: JSON.stringify(activity(teams.url, person, { text })),
      })
      if (response.status !== 200) throw new Error(`A message of the crowd was taken with ${response.status}.`)
      await teams.until(() => teams.of(person).length >= before + replies)
      return performance.now() - from
    }
    // The first message of all loads what is loaded late, and the first of each person is introduced.
    await say('first', 'hello', 1)
    const alone: number[] = []
    for (let i = 0; i < ALONE; i++) alone.push(await say('first', 'what did I say about community?', 1))

    const names = Array.from({ length: people }, (_, i) => `person${i}x`)
    const together: number[] = []
    const turns = names.map(() => Promise.resolve())
    for (const step of [0, 1, 2])
      for (const [i, name] of names.entries()) {
        const text = script(name)[step] as string
        // Nobody writes before their own last message was answered; the others don't wait.
        turns[i] = (turns[i] as Promise<void>).then(async () => {
          together.push(await say(name, text, step === 0 ? 2 : 1))
        })
        await new Promise((next) => setTimeout(next, pause))
      }
    await Promise.all(turns)
    const crossed = names.filter((name) => {
      const all = teams.of(name).map(words)
      const others = all.join('\n').match(/mulberry-person\d+x/g) ?? []
      return !all.at(-1)?.includes(ownWords(name)) || others.some((found) => found !== `mulberry-${name}`)
    })
    return { messages: together.length, crossed, alone, together }
  } finally {
    await teams.close()
  }
}

const share = (times: number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] as number

/** 100 conversations at ten messages a second. */
export const crowdPart: Part = async () => {
  const { messages, crossed, alone, together } = await crowd(PEOPLE, 1000 / A_SECOND)
  const [one, p95] = [share(alone, 0.5), share(together, 0.95)]
  return {
    holds: crossed.length === 0 && p95 < AT_MOST * one,
    figures: `${PEOPLE} conversations, ${messages} messages at ${A_SECOND} a second: ${crossed.length} crossed
a lone message ${one.toFixed(0)} ms, of the crowd p50 ${share(together, 0.5).toFixed(0)} and p95 ${p95.toFixed(0)} ms: ${(p95 / one).toFixed(1)} times (below ${AT_MOST})`,
  }
}

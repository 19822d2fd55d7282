/** What somebody can say yes to here, beside studies and texts, whose words are their own. */
export type Choosable = 'quoting' | 'model'

interface Words {
  /** Goes up with every change of the words. */
  version: number
  /** Exactly what somebody says yes to. The ledger keeps them with the yes. */
  words: string
}

/** `host`: the computer on which the model runs. */
export const wordsOf = (what: Choosable, host: string | null): Words =>
  what === 'quoting'
    ? {
        version: 1,
        words: 'The companion may quote my personal answers back to me, in private. Private answers never.',
      }
    : {
        version: 1,
        words: `A model${host ? ` at ${host}` : ''} may read what I ask the standards, without contact details. It gets nothing else of mine, and never an answer.`,
      }

/** On a course: what its pages, and the companion, put to whoever joins. `channelSees`: not only its trainers see the pictures. */
export const countedWords = (channelSees: boolean): Words =>
  channelSees
    ? {
        version: 2,
        words:
          'Count my answers as part of the group, never by themselves. Pictures of the group are shown in a Slack channel too, to everybody in it.',
      }
    : { version: 1, words: 'Count my answers as part of the group, never by themselves.' }

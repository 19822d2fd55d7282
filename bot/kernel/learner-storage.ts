import type { Storage, StoreItem, StoreItems } from 'botbuilder'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { AppError } from '#core/errors.ts'
import { VISITING } from './said.ts'

/** As Botkit names a conversation's state: the channel, the conversation, the sender. */
const KEY = new RegExp(`^(\\w+)/conversations/(.+)-(${VISITING}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/$`)

/** What a conversation remembers before anything was said. Given as it stands, so that a turn without effect writes nothing. */
const nothing = (): StoreItem => ({ dialogState: { dialogStack: [] }, dialogue: {} })

/** Botkit's storage on our database: each conversation's state, sealed under its learner's key. A visitor has none. */
export function learnerStorage(core: Pick<Core, 'readDialogue' | 'keepDialogue'>): Storage {
  const keep = async (key: string, state: string | null) => {
    const { actor, conversation } = ownerOf(key)
    if (actor) await core.keepDialogue(actor, { conversation, state })
    // The front server starts a notebook for whoever sent this, and takes the message again.
    else if (state !== null)
      throw new AppError('signed-out', 'To remember this, the companion needs a notebook to keep it in.')
  }
  return {
    async read(keys) {
      const items: StoreItems = {}
      for (const key of keys) {
        const { actor, conversation } = ownerOf(key)
        const state = actor && (await core.readDialogue(actor, { conversation }))
        items[key] = state ? JSON.parse(state) : nothing()
      }
      return items
    },
    async write(changes: StoreItems) {
      for (const [key, { eTag: _always, ...item }] of Object.entries(changes)) {
        const state = JSON.stringify(item)
        await keep(key, state === JSON.stringify(nothing()) ? null : state)
      }
    },
    async delete(keys) {
      for (const key of keys) await keep(key, null)
    },
  }
}

function ownerOf(key: string): { actor: Actor | null; conversation: string } {
  const [, channel, conversation, sender] = KEY.exec(key) ?? []
  if (!sender) throw new Error('A conversation’s state was asked for under a name that isn’t one of ours.')
  return {
    actor: sender === VISITING ? null : { kind: 'learner', learnerId: sender },
    conversation: `${channel}/${conversation}`,
  }
}

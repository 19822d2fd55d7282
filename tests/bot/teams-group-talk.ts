import { APP, type Button, type Sent, type Shown, TENANT } from '#tests/support/teams-service.ts'
import { activity, buttons, type TeamsAndCompanion } from './teams-talk.ts'

/** What a program is given for a press: the card that takes the other's place. */
export interface Answered {
  status: number
  card: Shown
}

/** A group chat, or a channel of a team, with the companion in it. */
export function groupOf(at: TeamsAndCompanion, kind: 'groupChat' | 'channel', id: string) {
  const conversation = { id, conversationType: kind, tenantId: TENANT, isGroup: true }
  const since = async (sends: () => Promise<unknown>): Promise<Sent[]> => {
    const before = at.teams.sent.length
    await sends()
    await at.served.companion.idle()
    return at.teams.sent.slice(before).filter((sent) => sent.conversation === id)
  }
  /** An activity of somebody's here. */
  const post = (person: string, more: object, headers?: Record<string, string>) =>
    at.post(activity(at.teams.url, person, { conversation, ...more }), headers)
  return {
    post,
    since,
    /** Somebody names the companion; what everybody is shown then. */
    name: (person: string, text: string, more: object = {}) =>
      since(() => post(person, { text: `<at>Standpoint</at> ${text}`, entities: [MENTION], ...more })),
    /** Somebody’s program sends what a button says, or does so by itself. */
    async act(person: string, button: Pick<Button, 'verb' | 'data'> | undefined, more: object = {}): Promise<Answered> {
      const action = { type: 'Action.Execute', verb: button?.verb, data: button?.data }
      const value = { action, trigger: 'manual' }
      const invoke = { type: 'invoke', name: 'adaptiveCard/action', text: undefined, value, ...more }
      const { status, text } = await post(person, invoke)
      if (status !== 200) throw new Error(`The companion took a press of ${person}'s with ${status}.`)
      const { statusCode, value: card } = JSON.parse(text)
      return { status: statusCode, card }
    },
  }
}

export const MENTION = {
  type: 'mention',
  mentioned: { id: `28:${APP}`, name: 'Standpoint' },
  text: '<at>Standpoint</at>',
}

/** The button of a card that does this. */
export const doing = (card: Shown, verb: string): Button | undefined =>
  card.body.flatMap(({ actions }) => actions ?? []).find((button) => button.verb === verb)

/** What opens the reply: the button of the card that everybody sees. */
export const opening = ([sent]: Sent[]): Button | undefined => buttons(sent).find(({ verb }) => verb === 'show')

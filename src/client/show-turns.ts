import type { Place } from './keep-place.ts'
import type { Message, Part, Reply } from './send-in-turn.ts'

interface Turn {
  you: HTMLElement
  /** What has come of its reply; absent until something has. */
  reply?: HTMLElement
}

/**
 * The turns on the page. What was sent stands below the log, which reads out what comes into it, and joins it with the first of
 * its reply; what comes later is added, so that nothing is read out twice.
 */
export function showTurns(log: HTMLElement, place: Place) {
  const turns = new Map<Message, Turn>()
  const waiting = made('div', 'soft')
  log.after(waiting)
  return {
    /** What was sent, on the page at once. */
    stand(message: Message): void {
      const you = made('div', 'turn-row you')
      you.innerHTML = '<p class="by">You</p><div class="said"><p></p></div>'
      const words = you.querySelector('.said p')
      for (const [i, line] of message.text.trim().split('\n').entries())
        words?.append(...(i > 0 ? [document.createElement('br')] : []), line)
      waiting.append(you)
      turns.set(message, { you })
      place.toEnd()
    },
    /** Part of a reply; `first`: it begins, perhaps again. */
    came(message: Message, { html }: Part, first: boolean): void {
      const turn = turns.get(message)
      if (!turn) return
      const { reply } = turn
      if (reply) {
        const said = reply.querySelector('.said')
        if (first) said?.replaceChildren()
        said?.insertAdjacentHTML('beforeend', html)
        return
      }
      place.show(() => {
        const row = made('div', 'turn-row')
        row.innerHTML = `<p class="by">Companion</p><div class="said">${html}</div>`
        turn.reply = row
        log.append(turn.you, row)
        return turn.you
      })
    },
    /** The whole reply; `added`: it came part by part just now. */
    replied(message: Message, { html }: Reply, added: boolean): void {
      const turn = turns.get(message)
      turns.delete(message)
      if (added) return
      place.show(() => {
        turn?.you.remove()
        turn?.reply?.remove()
        log.insertAdjacentHTML('beforeend', html)
        return log.querySelector(':scope > .turn-row.you:nth-last-of-type(2)')
      })
    },
    /** Whether something of its reply stands there. */
    hasBegun: (message: Message): boolean => turns.get(message)?.reply !== undefined,
    left: (message: Message): void => void turns.delete(message),
  }
}

export function made<Tag extends 'div' | 'button'>(
  tag: Tag,
  className: string,
  words = '',
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), { className, textContent: words })
}

/** What is on the screen of a conversation: the newest, unless its reader has gone up to something else. */
export interface Place {
  /** Whoever sends something is at the end. */
  toEnd(): void
  /** A turn has come; it is read from its beginning. `write` puts it there. */
  show(write: () => Element | null | undefined): void
}

/** Less than this, in CSS pixels, is no going up. */
const SLIGHT = 8

/** Beside a chapter only the conversation itself scrolls, never the page under it. */
export function placeWithin(conversation: HTMLElement): Place {
  let put = 0
  const to = (top: number) => {
    conversation.scrollTop = top
    put = conversation.scrollTop
  }
  return {
    toEnd: () => to(conversation.scrollHeight),
    show(write) {
      const wentUp = conversation.scrollTop < put - SLIGHT
      const before = conversation.scrollTop
      const turn = write()
      if (wentUp) conversation.scrollTop = before
      else if (turn) to(before + turn.getBoundingClientRect().top - conversation.getBoundingClientRect().top)
    },
  }
}

/** On the page of its own the page scrolls, for whoever has sent something and stayed there, or is where one writes. */
export function placeOnPage(form: Element | null): Place {
  let sentAt: number | null = null
  const isSeen = () => {
    const { top, bottom } = form?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
    return top < innerHeight && bottom > 0
  }
  return {
    toEnd() {
      sentAt = scrollY
    },
    show(write) {
      const stayed = sentAt === null ? isSeen() : scrollY >= sentAt - SLIGHT
      sentAt = null
      const turn = write()
      if (stayed) turn?.scrollIntoView({ block: 'start' })
    },
  }
}

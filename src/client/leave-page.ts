/**
 * "Leave this page" at once: by its link, or by pressing Shift three times. The page is emptied before the other one
 * comes, and its entry in the history is replaced. Without this script the link still leads away.
 */
export {}

const link = document.querySelector<HTMLAnchorElement>('[data-leave]')
const status = document.querySelector('[data-leave-status]')
const TIMES = 3
const PAUSE = 5_000

function leave(href: string): void {
  document.title = ''
  document.body.replaceChildren()
  location.replace(href)
}

if (link) {
  const { href } = link
  let pressed = 0
  let alone = false
  let forget = 0

  link.addEventListener('click', (event) => {
    // Asked for in another tab or window: that page opens there, and this one goes as well.
    if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(href, '_blank', 'noopener,noreferrer')
    event.preventDefault()
    leave(href)
  })

  const say = (words: string) => {
    if (status) status.textContent = words
  }
  // Shift counts only by itself: not while it makes a capital letter.
  addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && (alone || !event.repeat)
    if (event.key !== 'Shift') pressed = 0
  })
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return
    alone = false
    pressed += 1
    clearTimeout(forget)
    const more = TIMES - pressed
    if (!more) return leave(href)
    say(`Press Shift ${more} more ${more === 1 ? 'time' : 'times'} to leave this page.`)
    forget = window.setTimeout(() => {
      pressed = 0
      say('')
    }, PAUSE)
  })
}

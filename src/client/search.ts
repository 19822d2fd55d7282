/**
 * Shows clauses while somebody types. The words go in the body of a request, never in an address. Without this script the form
 * posts, and what was found is a page.
 */
export {}

/** How long to wait for the next letter, in milliseconds. */
const PAUSE = 150

const form = document.querySelector<HTMLFormElement>('[data-search]')
const box = form?.querySelector<HTMLInputElement>('[name=query]')
const said = form?.querySelector<HTMLElement>('[data-said]')
const place = form?.querySelector<HTMLElement>('[data-found]')

let waiting: ReturnType<typeof setTimeout> | undefined
let asking = new AbortController()

const show = (words: string, html: string) => {
  if (said) said.textContent = words
  if (place) place.innerHTML = html
}

async function search(): Promise<void> {
  const sent = Object.fromEntries(new FormData(form as HTMLFormElement))
  asking = new AbortController()
  try {
    const response = await fetch('/api/search', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(sent),
      signal: asking.signal,
    })
    const reply = (await response.json()) as { said: string; html: string; message?: string }
    if (response.ok) show(reply.said, reply.html)
    else show(reply.message ?? '', '')
  } catch (error) {
    // Another letter came meanwhile, and its own search follows.
    if ((error as Error).name !== 'AbortError') show('The search can’t be reached. The connection may be down.', '')
  }
}

box?.addEventListener('input', () => {
  clearTimeout(waiting)
  asking.abort()
  if (box.value.trim()) waiting = setTimeout(() => void search(), PAUSE)
  else show('', '')
})

/** From the box into what was found with the arrows, and back. Enter follows a link, as everywhere. */
form?.addEventListener('keydown', (event) => {
  if (event.isComposing || !box) return
  const links = [...form.querySelectorAll<HTMLElement>('.found a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const inside = at >= 0 || document.activeElement === box
  if (event.key === 'Escape' && (at >= 0 || links.length)) {
    box.focus()
    box.value = ''
    show('', '')
  } else if (event.key === 'ArrowDown' && inside) links[Math.min(at + 1, links.length - 1)]?.focus()
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? box).focus()
  else return
  event.preventDefault()
})

import type * as ComeBack from './come-back.ts'
import { bodyOf, fillForm } from './form-body.ts'
import { allKept, type Kept, type Save } from './kept.ts'
import { newId } from './post.ts'
import type { Reply } from './reply.ts'
import { makeSaver, type Saver, type Shown } from './saver.ts'
import { isMine, keeper, openNotebook, send } from './waiting.ts'

/** Shows what waits in this browser, and sends it: on the notebook, on the account page, and where there is no connection. */
const place = document.querySelector<HTMLElement>('[data-waiting]')
const list = place?.querySelector('ol')
const items = new Map<string, HTMLElement>()
const savers: Saver[] = []

const element = (name: string, text = '', className = ''): HTMLElement => {
  const made = document.createElement(name)
  made.textContent = text
  made.className = className
  return made
}

/** A page as everybody sees it, kept or fetched: its form knows what was asked, and what the marks of a choice mean. */
async function sheetOf(entry: Kept): Promise<HTMLFormElement | null> {
  const fields = new URLSearchParams(entry.body)
  const path = fields.get('page') ?? ''
  const kept = 'caches' in globalThis ? await caches.match(path).catch(() => undefined) : undefined
  const response = kept ?? (await fetch(path, { credentials: 'omit' }).catch(() => null))
  // Its styles are its own: this page's policy knows nothing of them.
  const text = ((await response?.text()) ?? '').replace(/<style[\s\S]*?<\/style>/g, '')
  const page = new DOMParser().parseFromString(text, 'text/html')
  const form = page.getElementById(fields.get('question') ?? '') as HTMLFormElement | null
  if (form) fillForm(form, entry.body)
  return form
}

/** What was typed and chosen, in words. Without the page only the texts can be told. */
function wordsIn(form: HTMLFormElement | null, entry: Kept): string[] {
  if (!form) return [...new URLSearchParams(entry.body).values()].filter((text) => text.includes(' '))
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('[type=hidden]')].map(({ name }) => name))
  return [...new URLSearchParams(bodyOf(form))].flatMap(([name, value]) => {
    if (hidden.has(name) || !value) return []
    const boxes = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)]
    const box = boxes.find((b) => b.value === value)
    if (box instanceof HTMLSelectElement) return [box.selectedOptions[0]?.text ?? value]
    return /^(radio|checkbox)$/.test(box?.type ?? '') ? [box?.labels?.[0]?.textContent?.trim() ?? value] : [value]
  })
}

async function show(entry: Kept): Promise<void> {
  const form = await sheetOf(entry)
  const fields = new URLSearchParams(entry.body)
  const item = element('li', '', 'entry')
  const words = form?.querySelector('details.shut') ? element('details', '', 'fold shut') : element('div', '', 'mine')
  if (words.matches('details')) words.append(element('summary', 'You wrote a private note here. Show it'))
  const lines = wordsIn(form, entry)
  words.append(...(lines.length ? lines : ['(taken back)']).map((line) => element('p', line)))
  const where = element('a', 'Go to the question') as HTMLAnchorElement
  where.href = `${fields.get('page')}#${fields.get('question')}`
  const status = element('span', 'Kept in this browser, not sent yet.')
  status.dataset.says = ''
  const meta = element('p', '', 'meta')
  meta.append(status, ' ', where)
  item.append(element('p', form?.querySelector('.ask')?.textContent ?? '', 'label'), words, meta)
  items.set(entry.id, item)
  list?.append(item)
}

const WHY: Partial<Record<Shown['status'], string>> = {
  saving: 'Being sent …',
  dropped: 'Kept in this browser, not sent: no connection. It is tried again by itself.',
  busy: 'Kept in this browser, not sent: the server is busy. It is tried again by itself.',
  conflict: 'Not saved: this answer was changed somewhere else. At the question you see both, and choose.',
  invalid: 'Not saved: something has to be put right at the question.',
  refused: 'Not saved. You can try again at the question.',
}

function say(entry: Kept, what: Shown): void {
  const item = items.get(entry.id)
  const status = item?.querySelector('[data-says]')
  if (what.status === 'saved') item?.remove()
  const elsewhere = what.status === 'invalid' && what.elsewhere
  if (status) status.textContent = elsewhere ? 'Not sent: your notebook isn’t open here.' : (WHY[what.status] ?? '')
  const signIn = place?.querySelector<HTMLElement>('[data-open-again]')
  if (elsewhere && signIn) signIn.hidden = false
  count(what.status === 'saved')
}

function count(sent: boolean): void {
  const title = place?.querySelector('h2')
  const left = list?.children.length ?? 0
  if (place && left) place.hidden = false
  if (title) title.textContent = `${left === 1 ? '1 answer is' : `${left} answers are`} waiting to be sent`
  if (left || !sent || !place) return
  place.hidden = true
  // They stand in the notebook now.
  if (place.dataset.waiting === 'reload') location.reload()
}

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
const sendOn = async (save: Save, mark: string): Promise<Reply> => {
  const reply = await send(save, mark)
  if (reply.status === 'saved') for (const saver of savers) saver.online()
  return reply
}

async function start(): Promise<void> {
  const found = await allKept()
  openNotebook(found)
  const waiting = found.filter(({ id }) => id)
  if (!waiting.length) return
  for (const entry of waiting.filter(isMine)) await show(entry)
  count(false)
  const back = await import('./come-back.ts')
  await sendAll(waiting, back)
  back.after({ status: 'dropped' })
}

async function sendAll(waiting: Kept[], back: typeof ComeBack): Promise<void> {
  const taken = await back.claimAll(waiting, allKept)
  const parts = { keeper, makeSaver, later, newId, sendOn, show: say }
  for (const mine of taken) savers.push(back.keepSent(mine, parts).saver)
  const mine = new Set(taken.map(([{ id }]) => id))
  for (const entry of waiting) if (!mine.has(entry.id)) void watch(entry, back)
}

/** Another page has it, or the worker: once that one is done with it, it was sent, or waits for this page. */
async function watch(entry: Kept, back: typeof ComeBack): Promise<void> {
  if (await back.isLeftBehind(entry, allKept)) return sendAll([entry], back)
  const item = items.get(entry.id)
  item?.remove()
  if (item) count(true)
}

addEventListener('online', () => {
  for (const saver of savers) saver.online()
})
void start()

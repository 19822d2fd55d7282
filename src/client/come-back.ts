import type { Kept, Save } from './kept.ts'
import type { Reply } from './reply.ts'
import type { Line } from './save.ts'
import type { makeSaver, Shown } from './saver.ts'
import type { keeper } from './waiting.ts'

/** What this part of the script, which comes when it is needed, takes from the part that is there. */
export interface Parts {
  keeper: typeof keeper
  makeSaver: typeof makeSaver
  later(run: () => void, ms: number): () => void
  newId(): string
  sendOn(save: Save, mark: string): Promise<Reply>
  /** Says where things stand, on a page that shows what waits. */
  show?(entry: Kept, what: Shown): void
}

/** Something that was left behind, and what gives it back when it is done with. */
export type Taken = [entry: Kept, free: () => void]

/**
 * Takes an entry for this page alone, until the page is gone or gives it back; null while another page has it. Browsers
 * have such locks only over https; elsewhere everybody gets it, and the name of each save keeps it from counting twice.
 */
const claim = (id: string): Promise<(() => void) | null> =>
  new Promise((got) => {
    if (!navigator.locks) return got(() => {})
    void navigator.locks.request(id, { ifAvailable: true }, (lock) =>
      lock ? new Promise<void>((free) => got(free)) : got(null),
    )
  })

/** Takes over what other pages left behind, and later what they have in hand now, if they leave it behind as well. */
export async function takeOver(found: Kept[], lookAgain: () => Promise<Kept[]>): Promise<Taken[]> {
  const taken = await claimAll(found, lookAgain)
  const mine = new Set(taken.map(([{ id }]) => id))
  for (const entry of found) if (entry.id && !mine.has(entry.id)) void takeLater(entry, lookAgain)
  return taken
}

/** Settles when nobody has it in hand any more: whether it still waits then. */
export async function isLeftBehind({ id: mine }: Kept, lookAgain: () => Promise<Kept[]>): Promise<boolean> {
  await navigator.locks?.request(mine, () => {})
  return (await lookAgain()).some(({ id }) => id === mine)
}

/** A page that has just been closed has what it held for a moment longer. */
async function takeLater(entry: Kept, lookAgain: () => Promise<Kept[]>): Promise<void> {
  if (!(await isLeftBehind(entry, lookAgain))) return
  // What belongs to another page, the worker sends.
  if (sheetOf(entry)) showAnew()
  else after({ status: 'dropped' })
}

const sheetOf = ({ body }: Kept) => document.getElementById(new URLSearchParams(body).get('question') ?? '')

/** Coming anew, this page takes over what waits. What is typed meanwhile is kept, so nobody is stopped while they write. */
function showAnew(): void {
  const anew = () => location.reload()
  if (document.activeElement?.closest('form.q')) addEventListener('focusout', anew, { once: true })
  else anew()
}

/**
 * Words that their learner has to decide on, and that other words of theirs kept from their sheet: they come up there
 * once those have left it. `mine` is what this notebook's learner had waiting as the page began.
 */
export async function bringUp(entry: Kept, { status }: Shown, mine: Kept[], lookAgain: () => Promise<Kept[]>) {
  if (!['conflict', 'invalid', 'refused'].includes(status)) return
  const sheet = sheetOf(entry)
  const before = mine.filter((kept) => kept.at < entry.at && sheet && sheetOf(kept) === sheet)
  for (const { id } of before) await navigator.locks?.request(id, () => {})
  const waiting = new Set((await lookAgain()).map(({ id }) => id))
  if (before.length > 0 && waiting.has(entry.id) && !before.some(({ id }) => waiting.has(id))) showAnew()
}

/** What no other page has in hand. */
export async function claimAll(found: Kept[], lookAgain: () => Promise<Kept[]>): Promise<Taken[]> {
  const free = new Map<string, () => void>()
  for (const { id } of found) {
    const mine = id && (await claim(id))
    if (mine) free.set(id, mine)
  }
  // Another page may have sent one, and given it back, meanwhile.
  return (await lookAgain()).flatMap((entry) => {
    const mine = free.get(entry.id)
    return mine ? [[entry, mine]] : []
  })
}

/** Words of another page, or of another notebook: they are sent, and wait here until the server has taken them. */
export function keepSent([entry, free]: Taken, { keeper, makeSaver, sendOn, later, newId, show: say }: Parts): Line {
  const show = (what: Shown) => say?.(entry, what)
  const { keep, mark, isSafe, since } = keeper(entry, free)
  let body = ''
  const fill = (kept: string | null) => {
    body = kept ?? ''
  }
  const ports = { body: () => body, send: (save: Save) => sendOn(save, mark()), keep, show, fill, later, newId }
  return { saver: makeSaver(ports, entry.base, entry), isSafe, since }
}

/** Back on a page that the browser had put aside: changed elsewhere meanwhile, or signed out, it is shown anew. */
export async function refresh(lines: Line[]): Promise<void> {
  for (const { saver } of lines) void saver.save()
  const page = await fetch(location.href)
    .then((r) => r.text())
    .catch(() => '')
  const fresh = new DOMParser().parseFromString(page, 'text/html')
  const base = (form: Element) => form.querySelector<HTMLInputElement>('[name=base]')?.value
  const stale = lines.some(({ sheet }) => {
    const now = sheet && fresh.getElementById(sheet.id)
    return now && base(now) !== base(sheet)
  })
  // Unless words wait here.
  if (stale && !lines.some(({ sheet, saver }) => sheet && saver.unsaved())) location.reload()
}

/** Chromium wakes the worker when the connection is back; TypeScript doesn't know of it. */
type Waking = ServiceWorkerRegistration & { sync?: { register(name: string): Promise<void> } }

/**
 * From the first saved answer on, the chapters can be read without a connection; before it nothing is kept in the
 * browser. When something waits, the browser is asked to keep it, and to send it when it can.
 */
export function after({ status }: { status: Reply['status'] }): void {
  const { serviceWorker, storage } = navigator
  if (status === 'saved') serviceWorker?.register('/service-worker.js').catch(() => {})
  if (status !== 'dropped') return
  storage?.persist?.().catch(() => {})
  serviceWorker?.ready.then((worker) => (worker as Waking).sync?.register('answers')).catch(() => {})
}

import { type Draft, keepDraft, keptDraft, type Save } from './drafts.ts'
import { bodyOf, fillForm } from './form-body.ts'
import { rank } from './ranking.ts'
import { type Reply, toReply } from './reply.ts'
import { makeSaver, type Saver } from './saver.ts'
import { makeShow } from './show.ts'

/** Longer than any save takes; after it the connection counts as lost. */
const PATIENCE = 15_000
/** What a browser still sends for a page that is gone, in all. */
const LAST_WORDS = 60_000

let leaving = false
let line: Promise<unknown> = Promise.resolve()

async function post({ body, base, operation }: Save): Promise<Reply> {
  const all = new URLSearchParams(body)
  all.set('base', `${base}`)
  all.set('operation', operation)
  try {
    const response = await fetch('/api/answers', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: all,
      keepalive: `${all}`.length < LAST_WORDS,
      signal: AbortSignal.timeout(PATIENCE),
    })
    return toReply(response.status, await response.json().catch(() => null))
  } catch {
    return { status: 'dropped' }
  }
}

/** One after the other over the whole page: two first answers at once would start two notebooks. */
function send(save: Save): Promise<Reply> {
  if (leaving) return post(save)
  const reply = line.then(() => post(save))
  line = reply
  return reply
}

/** A random UUID; browsers offer one themselves only over https. */
const newId = () =>
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) =>
    (+c ^ ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & (15 >> (+c / 4)))).toString(16),
  )

function keepSaved(form: HTMLFormElement): Saver {
  // After a reload browsers put old text back, and what wasn't saved is in the drafts. Otherwise it was typed just now.
  const typed = visit?.type === 'navigate' ? bodyOf(form) : ''
  form.reset()
  const built = bodyOf(form)
  const baseBox = form.elements.namedItem('base') as HTMLInputElement
  const show = makeShow(form)
  const saver = makeSaver(
    {
      body: () => bodyOf(form),
      send,
      keep: (draft: Draft | null) => keepDraft(form.id, draft),
      show(what, asked) {
        if (what.status === 'saved') baseBox.value = `${what.revision}`
        show(what, asked)
      },
      fill: (body) => (body === null ? form.reset() : fillForm(form, body)),
      later(run, ms) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
      newId,
    },
    Number(baseBox.value),
    keptDraft(form.id),
  )
  form.addEventListener('input', () => saver.touched())
  // A choice is a good moment; menus and ticks come only this way in some browsers.
  form.addEventListener('change', (event) => {
    saver.touched()
    if ((event.target as Element).matches('select, [type=radio], [type=checkbox]')) saver.save()
  })
  // So is leaving the sheet. Within it, a reply could move the button that is being pressed.
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) saver.save()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if ((event.submitter as HTMLButtonElement | null)?.name === 'clear') fillForm(form, '')
    saver.save(true)
  })
  form.addEventListener('click', (event) => {
    // "Keep the saved one": what was typed here goes, because the learner said so.
    if (!(event.target as Element).closest('[data-drop]')) return
    event.preventDefault()
    leaving = true
    keepDraft(form.id, null)
    location.reload()
  })
  if (typed && typed !== built && bodyOf(form) === built) {
    fillForm(form, typed)
    saver.touched()
  }
  for (const list of form.querySelectorAll('.ranking')) rank(list)
  return saver
}

/** For browsers that can't let a box grow with its text by style alone. */
function grow(box: EventTarget | null): void {
  if (!(box instanceof HTMLTextAreaElement && box.scrollHeight)) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + 4}px`
}

const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
const savers = [...document.querySelectorAll<HTMLFormElement>('form.q')].map((form) => [form, keepSaved(form)] as const)
const each = (run: (saver: Saver) => unknown) => {
  for (const [, saver] of savers) run(saver)
}

addEventListener('online', () => each((saver) => saver.online()))
const lastWords = () => {
  leaving = true
  each((saver) => saver.save())
  leaving = false
}
addEventListener('pagehide', lastWords)
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && lastWords())
addEventListener('beforeunload', (event) => {
  // "Leave this page" empties it first, and nothing may hold that up.
  if (!leaving && savers.some(([form, saver]) => form.isConnected && saver.inTrouble())) event.preventDefault()
})
addEventListener('pageshow', async (event) => {
  if (!event.persisted) return
  each((saver) => saver.save())
  const page = await fetch(location.href)
    .then((r) => r.text())
    .catch(() => '')
  const fresh = new DOMParser().parseFromString(page, 'text/html')
  const base = (form: Element | null) => form?.querySelector<HTMLInputElement>('[name=base]')?.value
  // Changed elsewhere meanwhile, or signed out: shown anew, unless words wait here.
  const stale = savers.some(
    ([form]) => fresh.getElementById(form.id) && base(fresh.getElementById(form.id)) !== base(form),
  )
  if (stale && !savers.some(([, saver]) => saver.unsaved())) location.reload()
})
if (!CSS.supports('field-sizing', 'content')) {
  for (const type of ['input', 'focusin']) document.addEventListener(type, (event) => grow(event.target))
  for (const box of document.querySelectorAll('.q textarea')) grow(box)
}

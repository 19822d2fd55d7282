import { bodyOf, fillForm } from './form-body.ts'
import { allKept, type Kept, type Save } from './kept.ts'
import { newId } from './post.ts'
import type { Reply } from './reply.ts'
import { makeSaver, type Saver, type Shown } from './saver.ts'
import { makeShow } from './show.ts'
import { isMine, keeper, notebook, openNotebook, send, shared } from './waiting.ts'

let leaving = false
let down = false

/** One set of words and what keeps them saved; a sheet stands on this page, and the others of this browser don't. */
export interface Line {
  sheet?: HTMLFormElement
  saver: Saver
  isSafe(): boolean
  since(): number
}

/** What is seldom needed comes when it is; without a connection it may not. */
const comeBack = () => import('./come-back.ts').catch(() => null)

async function sendOn(save: Save, mark: string): Promise<Reply> {
  const reply = await send(save, mark, leaving)
  const saved = reply.status === 'saved'
  if (!shared) void comeBack().then((back) => back?.after(reply))
  // The connection is back: what waits for its next try needn't.
  if (saved && down) goOn()
  down = !saved
  return reply
}

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

function keepSaved(form: HTMLFormElement, entry?: Kept, free?: () => void): Line {
  // Typed before this script was here. Browsers put nothing old back into a form of which a script has said this.
  const typed = bodyOf(form)
  form.autocomplete = 'off'
  form.reset()
  const built = bodyOf(form)
  const { base: baseBox } = form.elements as HTMLFormControlsCollection & { base: HTMLInputElement }
  const { keep, isKept, isSafe, since, mark } = keeper(entry, free)
  const show = makeShow(form, isKept)
  const saver = makeSaver(
    {
      body: () => bodyOf(form),
      send: (save) => sendOn(save, mark()),
      keep,
      show(what, asked) {
        if (what.status === 'saved') baseBox.value = `${what.revision}`
        show(what, asked)
      },
      fill: (body) => (body === null ? form.reset() : fillForm(form, body)),
      later,
      newId,
    },
    Number(baseBox.value),
    entry,
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
    keep(null)
    void isKept().then(() => location.reload())
  })
  // Nobody types without a key or a press, as far as the browser tells.
  if (typed !== built && navigator.userActivation?.hasBeenActive !== false) {
    fillForm(form, typed)
    saver.touched()
  }
  return { sheet: form, saver, isSafe, since }
}

const lines: Line[] = []
/** In the order in which their words began to wait. */
const each = (run: (saver: Saver) => unknown) => {
  for (const { saver } of lines.sort((a, b) => a.since() - b.since())) run(saver)
}

async function start(): Promise<void> {
  const sheets = new Map([...document.querySelectorAll<HTMLFormElement>('form.q')].map((form) => [form.id, form]))
  const found = await allKept()
  openNotebook(found)
  const back = found.some(({ id }) => id) && (await comeBack())
  if (back)
    for (const taken of await back.takeOver(found, allKept)) {
      const [entry] = taken
      const form = isMine(entry) && sheets.get(new URLSearchParams(entry.body).get('question') ?? '')
      if (form) sheets.delete(form.id)
      const show = (kept: Kept, what: Shown) =>
        isMine(kept) && void back.bringUp(kept, what, found.filter(isMine), allKept)
      const parts = { keeper, makeSaver, later, newId, sendOn, show }
      lines.push(form ? keepSaved(form, ...taken) : back.keepSent(taken, parts))
    }
  for (const form of sheets.values()) lines.push(keepSaved(form))
}
void start()

const goOn = () => each((saver) => saver.online())
addEventListener('online', goOn)
// Where another tab has forgotten everything, what was kept here isn't any more: it is sent now, or said to be nowhere.
// `waiting.ts`, which listens first, keeps nothing by then.
addEventListener('storage', goOn)
const lastWords = () => {
  leaving = true
  each((saver) => saver.save())
  leaving = false
}
addEventListener('pagehide', lastWords)
addEventListener('visibilitychange', () => document.hidden && lastWords())
addEventListener('beforeunload', (event) => {
  // "Leave this page" empties it first, and nothing may hold that up.
  if (!leaving && lines.some(({ sheet, saver, isSafe }) => sheet?.isConnected && saver.mayLose(!notebook) && !isSafe()))
    event.preventDefault()
})
addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  void comeBack().then((back) => back?.refresh(lines))
})
if (!CSS.supports('field-sizing', 'content')) void import('./grow.ts')

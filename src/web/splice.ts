import type { Html } from '../components/html.ts'

/** A place in a built page whose inside may be replaced, `<!--[name args]-->inside<!--[/name]-->`. */
export interface Slot {
  name: string
  args: string[]
  /** What was built there. */
  inside: string
}

/** A built page, cut at its slots once. There is one more text than slots. */
export interface Template {
  texts: string[]
  slots: Slot[]
}

const MARK = /<!--\[(\/?)([a-z][a-z-]*)((?: [^\]\s]+)*)\]-->/g

/** Finds the slots of a built page. A slot that isn't closed, or stands in another, stops the start. */
export function compileTemplate(html: string): Template {
  const texts: string[] = []
  const slots: Slot[] = []
  let open: { name: string; args: string[]; from: number } | null = null
  let last = 0
  for (const mark of html.matchAll(MARK)) {
    const [whole, closes, name = '', args = ''] = mark
    const end = mark.index + whole.length
    if (!closes && !open) {
      texts.push(html.slice(last, mark.index))
      open = { name, args: args.split(' ').filter(Boolean), from: end }
    } else if (closes && open?.name === name) {
      slots.push({ name, args: open.args, inside: html.slice(open.from, mark.index) })
      open = null
      last = end
    } else throw new Error(`The page has ${whole} where ${open ? `the end of [${open.name}]` : 'no slot is open'}.`)
  }
  if (open) throw new Error(`The page has [${open.name} ${open.args.join(' ')}] without its end.`)
  texts.push(html.slice(last))
  return { texts, slots }
}

/**
 * The page with each slot's inside as rendered now; null keeps what was built. What is put in is never looked at again,
 * so nothing a learner wrote can open a slot.
 */
export function splice(template: Template, render: (slot: Slot) => Html | null): string {
  let page = template.texts[0] as string
  template.slots.forEach((slot, i) => {
    page += (render(slot)?.text ?? slot.inside) + template.texts[i + 1]
  })
  return page
}

/** A piece of HTML that is safe to put into a page as it is. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

type Value = Html | string | number | boolean | null | undefined | Value[]

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes text for element content and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] as string)

function show(value: Value): string {
  if (value === null || value === undefined || value === false || value === true) return ''
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(show).join('')
  return escapeHtml(String(value))
}

/** HTML from a template. Every value is escaped unless it is Html already; lists are joined; false and null vanish. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let text = strings[0] as string
  values.forEach((value, i) => {
    text += show(value) + strings[i + 1]
  })
  return new Html(text)
}

/** Marks text that is known to be safe HTML, such as a built page. Never for what a person typed. */
export const raw = (text: string): Html => new Html(text)

/** An attribute without a value, such as `checked`, when the condition holds. */
export const flag = (name: string, on: boolean): Html => new Html(on ? ` ${name}` : '')

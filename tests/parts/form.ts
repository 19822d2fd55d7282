import { partDefinition, ruleOf } from '#core/questions/parts.ts'
import type { PartContext } from '../../src/components/question/part-view.ts'
import { viewOf } from '../../src/components/question/parts.ts'

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (e) => ENTITIES[e] as string)
const attribute = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What a browser would send for the controls in this HTML. */
export function submitted(html: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [control] of html.matchAll(/<input[^>]*>|<(textarea|select)[^>]*>[\s\S]*?<\/\1>/g)) {
    const tag = /\w+/.exec(control)?.[0]
    const name = attribute(control, 'name')
    if (tag === 'textarea') {
      const text = /<textarea[^>]*>\n?([\s\S]*)<\/textarea>/.exec(control)?.[1] ?? ''
      fields.append(name, plain(text).replaceAll('\n', '\r\n'))
    } else if (tag === 'select') {
      const chosen = /<option value="([^"]*)" selected/.exec(control)?.[1] ?? ''
      fields.append(name, chosen)
    } else if (!/type="(radio|checkbox)"/.test(control) || / checked/.test(control)) {
      fields.append(name, attribute(control, 'value'))
    }
  }
  return fields
}

const context: PartContext = {
  scope: 'power.try',
  field: 'it',
  title: { words: 'What do you think?', look: 'ask' },
  problems: {},
  suggestions: {},
}

/** A part as an author writes it, with its rule and its view at hand. */
export function aPart(definition: object) {
  const part = partDefinition.parse({ name: 'it', ...definition })
  const [rule, view] = [ruleOf(part), viewOf(part)]
  const show = (value: unknown, more: Partial<PartContext> = {}) =>
    view.view(part, value as never, { ...context, ...more }).text
  return {
    part,
    rule,
    show,
    read: (fields: Record<string, string | string[]>) =>
      view.read(
        part,
        new URLSearchParams(Object.entries(fields).flatMap(([k, v]) => [v].flat().map((x) => [k, x]))),
        'it',
      ),
    /** A value put on the page, sent back by the browser, and checked by the rule. */
    sentBack: (value: unknown) => rule.value(part).parse(view.read(part, submitted(show(value)), 'it')),
    problem: (value: unknown) => rule.value(part).safeParse(value).error?.issues[0],
    fieldOf: (place: string[]) => view.fieldOf(part, 'it', place),
  }
}

/** Text that would break a page that didn't escape it. */
export const NASTY = `</textarea><script>alert("1")</script> & 'that' $& --> `

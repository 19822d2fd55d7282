import type { Context, DraftClause, DraftGroup, DraftSection } from './draft.ts'
import { squash } from './edits.ts'
import { type Item, readItems } from './items.ts'
import { type Role, rolesOf, startsOfElements } from './roles.ts'
import { join } from './words.ts'

const BARE = { performance: 'PC', knowledge: 'KU' } as const

/**
 * Makes the clauses of a numbered list. `known` are headings that stand elsewhere in the document, such as its elements;
 * `before` is the last number of the list before it.
 */
export function parseList(section: DraftSection, known: Set<string>, before: number, context: Context): DraftGroup[] {
  const list = section.kind === 'knowledge' ? 'knowledge' : 'performance'
  const items = readItems(section.pieces, context)
  const roles = rolesOf(items, { list, known, before }, context)
  const prefix = items.find((item) => item.label?.kind === 'top')?.label?.prefix ?? ''
  const build = new ListBuilder(list, prefix, section, context)
  const elements = startsOfElements(items)
  items.forEach((item, i) => {
    build.element = elements.get(i) ?? build.element
    build.add(item, roles[i] as Role)
  })
  return build.groups()
}

const NUMBER_WORDS = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

class ListBuilder {
  /** Where each element's numbers begin at 1, the element: its number stands in front of every clause's. */
  element: string | null = null
  private readonly made: DraftGroup[] = []
  private readonly list: keyof typeof BARE
  private readonly section: DraftSection
  private readonly context: Context
  private top: DraftClause | undefined
  private sub: DraftClause | undefined
  private last: DraftClause | undefined
  private prefix: string
  private heading: { text: string; line: number } | null = null
  private points = 0
  private unnumbered = 0

  constructor(list: keyof typeof BARE, prefix: string, section: DraftSection, context: Context) {
    this.list = list
    this.prefix = prefix
    this.section = section
    this.context = context
  }

  groups(): DraftGroup[] {
    if (this.heading) this.emptyHeading(this.heading)
    return this.made.filter((group) => group.clauses.length)
  }

  add(item: Item, role: Role): void {
    this.context.log.used.push({ line: item.line, text: `${item.label?.raw ?? ''} ${item.text}` })
    if (role.is === 'heading') this.addHeading(item)
    else if (role.is === 'more of a heading' && this.heading)
      this.heading.text = join(this.heading.text, item.text, item.line, this.context.words, this.context.log)
    else if (role.is === 'more' || role.is === 'more of a heading') this.addMore(item)
    else if (role.is === 'clause') this.addTop(item, role.number)
    else if (item.label?.kind === 'sub') this.addSub(item, item.label.number)
    else this.addPoint(item)
  }

  private addHeading(item: Item): void {
    if (this.heading) this.emptyHeading(this.heading)
    this.heading = { text: squash(item.text), line: item.line }
    this.top = this.sub = this.last = undefined
    this.points = 0
  }

  private emptyHeading({ text, line }: { text: string; line: number }): void {
    this.context.log.asides.push({ line, text, as: 'heading without clauses' })
    this.context.log.doubt(
      'heading without clauses',
      line,
      text,
      'no clause follows it; is it a heading, or a clause without its number?',
      'stop',
    )
  }

  private push(clause: DraftClause, item: Item): DraftClause {
    const group = this.made.at(-1)
    if (!group || this.heading) {
      if (this.heading)
        this.context.log.asides.push({ line: this.heading.line, text: this.heading.text, as: 'heading of a group' })
      this.made.push({ heading: this.heading?.text ?? this.section.group, clauses: [clause] })
    } else group.clauses.push(clause)
    this.heading = null
    this.last = clause
    if (!clause.text)
      this.context.log.doubt('empty clause', item.line, item.label?.raw ?? '', 'its number has no words', 'mend')
    return clause
  }

  private addTop(item: Item, number: string): void {
    const printed = item.label?.kind === 'top' ? item.label.prefix : this.prefix
    if (printed) this.prefix = printed
    const { id, label } = this.called(printed, number)
    this.sub = undefined
    this.points = 0
    this.top = this.push({ id, label, number, text: item.text, lines: [item.line] }, item)
  }

  private called(printed: string, number: string): { id: string; label: string } {
    const id = (printed || BARE[this.list]) + number
    const label = printed ? id : `${BARE[this.list]} ${number}`
    if (!this.element) return { id, label }
    return { id: `Element${NUMBER_WORDS[Number(this.element)]}${id}`, label: `Element ${this.element}, ${label}` }
  }

  private addSub(item: Item, number: string): void {
    const parts = number.split('.')
    const parent = parts.length > 2 && this.sub ? this.sub : this.top
    const printed = item.label?.prefix || this.prefix
    const { id, label } = this.called(printed, number)
    if (parent?.number !== parts.slice(0, -1).join('.'))
      this.context.log.doubt(
        'number out of place',
        item.line,
        `${label} ${item.text}`,
        `it should follow ${label.replace(/\.\d+$/, '')}`,
        'mend',
      )
    const clause: DraftClause = {
      id,
      label,
      number,
      text: item.text,
      lines: [item.line],
      ...(parent && { parent: parent.id }),
    }
    this.push(clause, item)
    if (parts.length === 2) this.sub = clause
    this.points = 0
  }

  /** A letter or a bullet under a clause; in a list without any numbers, a clause of its own. */
  private addPoint(item: Item): void {
    const parent = this.sub ?? this.top
    const bullet = item.label?.kind === 'bullet' ? { bullet: item.label.raw } : {}
    if (!parent) {
      this.unnumbered++
      const id = BARE[this.list] + this.unnumbered
      const place = `${this.section.heading}, point ${this.unnumbered}`
      this.push({ id, place, text: item.text, lines: [item.line], ...bullet }, item)
      return
    }
    this.points++
    const id = `${parent.id}.${this.points}`
    const letter = item.label?.kind === 'letter' ? item.label.number : null
    const named = letter
      ? { label: `${parent.label ?? parent.place} ${letter})`, number: `${parent.number ?? ''}${letter}` }
      : { place: `${parent.label ?? parent.place}, point ${this.points}` }
    this.push({ id, ...named, parent: parent.id, text: item.text, lines: [item.line], ...bullet }, item)
  }

  private addMore(item: Item): void {
    const { last, context } = this
    if (!last) {
      context.log.doubt(
        'words without a clause',
        item.line,
        item.text,
        'they stand before the first clause; are they a heading?',
        'mend',
      )
      return
    }
    const before = last.text
    last.text = join(before, item.text, item.line, context.words, context.log)
    last.lines.push(item.line)
    if (!context.wrapped)
      context.log.repair(
        'clause broken over lines',
        item.line,
        `${before.slice(-40)} ⏎ ${item.text.slice(0, 40)}`,
        last.text.slice(-80),
        '',
      )
  }
}

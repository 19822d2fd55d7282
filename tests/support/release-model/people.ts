import { isDeepStrictEqual } from 'node:util'

/** What of an answer is counted: the chosen option, if any, in one wording. The words beside it never are. */
export interface Counted {
  choice: string | null
  wording: string
}
interface Answer extends Counted {
  words: string
  savedAt: number
}
export interface Membership {
  counted: boolean
  joinedAt: number
}
export interface Receipt extends Counted {
  course: string
  tick: number
}
/** Words that somebody approved for a course. */
export interface Text {
  course: string
  words: string
  approvedAt: number
  /** Which approval of its notebook it is, and how old that notebook is. */
  nth: number
  age: number
  stands: boolean
  /** Whether it is a card that trainers see, and since when it is asked back. */
  isCard: boolean
  leavingAt: number | null
}
/** A notebook; several that were joined are one, and the others' names lead to it. Older ones have smaller numbers. */
export interface Notebook {
  name: string
  age: number
  proofs: string[]
  answers: Map<string, Answer>
  courses: Map<string, Membership>
  receipts: Map<string, Receipt[]>
  texts: Text[]
}

export const isBlank = (a: { choice: string | null; words: string }) => a.choice === null && a.words === ''
export const sameCount = (a: Counted, b: Counted) => a.choice === b.choice && a.wording === b.wording

/** What the people of a run wrote, joined and proved, as the promises see it. Every moment is told to it. */
export class People {
  readonly notebooks = new Map<string, Notebook>()

  starts(name: string, proofs: string[]): void {
    const [answers, courses, receipts] = [new Map(), new Map(), new Map()]
    this.notebooks.set(name, { name, age: this.notebooks.size, proofs, answers, courses, receipts, texts: [] })
  }
  of(name: string): Notebook | undefined {
    return this.notebooks.get(name)
  }

  joins(name: string, course: string, counted: boolean, now: number): void {
    const { courses } = this.of(name) as Notebook
    courses.set(course, { counted, joinedAt: courses.get(course)?.joinedAt ?? now })
  }
  leaves(name: string, course: string): void {
    this.of(name)?.courses.delete(course)
  }
  answers(name: string, question: string, given: Omit<Answer, 'savedAt'>, now: number): void {
    const { answers } = this.of(name) as Notebook
    const before = answers.get(question)
    const { savedAt = null, ...known } = before ?? {}
    if (before ? isDeepStrictEqual(known, given) : isBlank(given)) return
    answers.set(question, { ...given, savedAt: savedAt === null ? now : Math.max(now, savedAt + 1) })
  }
  /** In place of any approved before, which go at the next tick if they are cards. */
  approves(name: string, course: string, words: string, now: number): void {
    const notebook = this.of(name) as Notebook
    this.takesTextsBack(name, now)
    const nth = notebook.texts.filter(({ age }) => age === notebook.age).length
    const text = { course, words, approvedAt: now, nth, age: notebook.age }
    notebook.texts.push({ ...text, stands: true, isCard: false, leavingAt: null })
  }
  takesTextsBack(name: string, now: number): void {
    for (const text of this.of(name)?.texts ?? []) {
      if (text.stands && text.isCard) text.leavingAt = now
      text.stands = false
    }
  }
  erases(name: string, now: number): void {
    const gone = this.of(name)
    this.takesTextsBack(name, now)
    for (const [alias, notebook] of this.notebooks) if (notebook === gone) this.notebooks.delete(alias)
  }

  private whoHas(address: string): Notebook | undefined {
    return [...this.notebooks.values()].find((n) => n.proofs.includes(`address ${address}`))
  }

  /** Whether two notebooks that would be one answered something at the same moment: nothing promises which is newer. */
  tie(name: string, address: string): boolean {
    const [own, other] = [this.of(name), this.whoHas(address)]
    if (!own || !other || own === other) return false
    return [...own.answers].some(([question, { savedAt }]) => other.answers.get(question)?.savedAt === savedAt)
  }

  /** Shows that an address is theirs: two notebooks that know it are one from now on, with everything of both. */
  proves(name: string, address: string, mailbox: string): void {
    const from = this.of(name) as Notebook
    const into = this.whoHas(address) ?? from
    if (into === from) return void from.proofs.push(`address ${address}`, `mailbox ${mailbox}`)
    into.proofs.push(...from.proofs)
    into.texts.push(...from.texts)
    for (const [question, theirs] of from.answers) {
      const own = into.answers.get(question)
      if (!own || theirs.savedAt > own.savedAt) into.answers.set(question, theirs)
    }
    for (const [course, { counted, joinedAt }] of from.courses) {
      const own = into.courses.get(course) ?? { counted, joinedAt }
      into.courses.set(course, { counted: counted && own.counted, joinedAt: Math.min(joinedAt, own.joinedAt) })
    }
    for (const [question, receipts] of from.receipts)
      into.receipts.set(question, [...(into.receipts.get(question) ?? []), ...receipts])
    for (const [alias, notebook] of this.notebooks) if (notebook === from) this.notebooks.set(alias, into)
  }

  /** Notebooks of one person: those that share a proof, also by way of a third. Who has proven nothing is nobody. */
  protected people(): Notebook[][] {
    const groups: Notebook[][] = []
    for (const notebook of new Set(this.notebooks.values())) {
      if (notebook.proofs.length === 0) continue
      const touching = groups.filter((g) => g.some((n) => n.proofs.some((p) => notebook.proofs.includes(p))))
      for (const group of touching) groups.splice(groups.indexOf(group), 1)
      groups.push([...touching.flat(), notebook])
    }
    return groups.map((group) => group.toSorted((a, b) => a.age - b.age))
  }
}

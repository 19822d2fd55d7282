import { isBlank, type Membership, type Notebook, People, sameCount, type Text } from './people.ts'

/**
 * What the privacy model (P2 to P9) and docs/privacy-table.md promise, written down once more without looking at how the
 * core keeps it. It has no database, no keys and no workers, and every moment is told to it.
 */
export interface Asked {
  id: string
  /** How many people it takes, before the course asks for more. */
  needs: number
  options: string[]
  isScale: boolean
}
export interface Course {
  name: string
  k: number
  staff: string[]
  /** Every tick there will ever be, in order. */
  ticks: number[]
}
export interface Batch {
  question: string
  tick: number
  wording: string
  bands: Record<string, string>
  mean: number | null
}
const DAY = 86_400_000
/** A Monday at three in the morning, when UK clocks show UTC. */
const A_MONDAY = Date.parse('2026-01-05T03:00:00Z')
const few = (n: number, of: number) => n / of <= 0.25
const most = (n: number, of: number) => n / of > 0.6
export class Reference extends People {
  readonly released = new Map<string, Batch[]>()
  private readonly closedAt = new Map<string, number>()
  private readonly tookPart = new Map<string, number>()
  /** The band that is shown: as it stood at the newest batch. */
  readonly participation = new Map<string, string>()

  /** Words that trainers see, in no order. */
  readonly cards = new Map<string, Text[]>()

  readonly courses: Course[]
  readonly questions: Asked[]
  /** The question of which words may be approved. */
  private readonly told: string
  constructor(courses: Course[], questions: Asked[], told: string) {
    super()
    this.told = told
    this.courses = courses
    this.questions = questions
    for (const { name } of courses) {
      this.released.set(name, [])
      this.participation.set(name, '0-4')
      this.cards.set(name, [])
    }
  }

  runs(name: string, course: Course): boolean {
    return course.staff.some((trainer) => this.of(trainer) === this.of(name))
  }

  /** The staff of a course and of every course that shares a trainer with it. */
  private staffAround(course: Course): Set<Notebook | undefined> {
    const sharing = this.courses.filter((other) => other.staff.some((trainer) => this.runs(trainer, course)))
    return new Set(sharing.flatMap((other) => other.staff.map((trainer) => this.of(trainer))))
  }

  /** Where an answer that was never counted counts: of the courses with a tick to come, the one joined first. */
  home(notebook: Notebook, at: number): string | undefined {
    const going = this.courses.filter(({ name, ticks }) => {
      const membership = notebook.courses.get(name)
      return membership?.counted && membership.joinedAt <= at && ticks.some((tick) => tick >= at)
    })
    const joinedAt = (course: Course) => (notebook.courses.get(course.name) as Membership).joinedAt
    return going.toSorted((a, b) => joinedAt(a) - joinedAt(b))[0]?.name
  }

  /** One tick: the newest that has passed, if it wasn't closed before. */
  closes(now: number): void {
    const due = this.courses.flatMap((course) => {
      const at = course.ticks.findLast((tick) => tick <= now)
      return at === undefined || at <= (this.closedAt.get(course.name) ?? 0) ? [] : [{ course, at }]
    })
    for (const { course, at } of due.toSorted((a, b) => a.at - b.at)) {
      this.closedAt.set(course.name, at)
      this.close(course, at)
    }
    this.clears(now)
  }

  /** Where no tick comes within a week of a Monday, what was asked back by then goes that night. */
  private clears(now: number): void {
    const monday = now - ((((now - A_MONDAY) % (7 * DAY)) + 7 * DAY) % (7 * DAY))
    for (const { name, ticks } of this.courses)
      if (!ticks.some((tick) => tick > monday && tick <= monday + 7 * DAY)) this.goes(name, monday)
  }

  private goes(course: string, by: number): void {
    for (const card of this.cards.get(course) ?? [])
      if (card.leavingAt !== null && card.leavingAt <= by) card.isCard = false
    this.cards.set(course, this.cards.get(course)?.filter((card) => card.isCard) ?? [])
  }

  /** The course that somebody's words would be shown in: where their answer counts, if they are counted there. */
  wordsGoTo(name: string, now: number): string | null {
    const notebook = this.of(name) as Notebook
    const courses = [...new Set((notebook.receipts.get(this.told) ?? []).map((r) => r.course))]
    if (!notebook.answers.has(this.told) || courses.length > 1) return null
    const course = courses[0] ?? this.home(notebook, now)
    return course && notebook.courses.get(course)?.counted ? course : null
  }

  /** Words become a card when their author has been counted there, one a person, never while another card of theirs is there. */
  private shows(course: Course, at: number, people: Notebook[][]): void {
    const fresh = people.flatMap((person) => {
      if (person.some(({ texts }) => texts.some(({ isCard }) => isCard))) return []
      const texts = person
        .filter((notebook) => this.isMember(notebook, course, at))
        .flatMap((notebook) => {
          const newest = notebook.texts
            .filter((text) => text.stands)
            .toSorted((a, b) => a.approvedAt - b.approvedAt || a.nth - b.nth || a.age - b.age)
            .at(-1)
          const counted = notebook.receipts.get(this.told)?.some((r) => r.course === course.name)
          return newest && counted && newest.course === course.name && newest.approvedAt <= at ? [newest] : []
        })
      return texts.slice(0, 1)
    })
    this.goes(course.name, at)
    for (const text of fresh) {
      text.isCard = true
      this.cards.get(course.name)?.push(text)
    }
  }

  private isMember({ courses }: Notebook, course: Course, at: number): boolean {
    const membership = courses.get(course.name)
    return (membership?.counted ?? false) && (membership?.joinedAt ?? 0) <= at
  }

  private close(course: Course, at: number): void {
    const staff = this.staffAround(course)
    const people = this.people().filter((person) => !person.some((notebook) => staff.has(notebook)))
    const waiting = this.questions.flatMap((question) =>
      people.flatMap((person) => {
        const found = this.waits(course, question.id, person, at)
        return found ? [{ question, person, ...found }] : []
      }),
    )
    const batches = [...Map.groupBy(waiting, (w) => `${w.question.id} ${w.answer.wording}`).values()].filter(
      (batch) => batch.length >= Math.max(course.k, batch[0]?.question.needs ?? 0),
    )
    const wasHere = (person: Notebook[]) =>
      person.some((n) => [...n.receipts.values()].flat().some((r) => r.course === course.name))
    const fresh = new Set(batches.flat().map((w) => w.person))
      .values()
      .filter((person) => !wasHere(person))
      .toArray()
    const tookPart = (this.tookPart.get(course.name) ?? 0) + fresh.length
    this.tookPart.set(course.name, tookPart)
    for (const batch of batches) {
      const [{ question, answer }] = batch as [(typeof batch)[0]]
      const count = (option: string) => batch.filter((w) => w.answer.choice === option).length
      const band = (n: number) => (few(n, batch.length) ? 'few-or-none' : most(n, batch.length) ? 'most' : 'some')
      const bands = Object.fromEntries(question.options.map((option) => [option, band(count(option))]))
      const ratings = batch.flatMap((w) => (question.isScale && w.answer.choice ? [Number(w.answer.choice)] : []))
      const mean = ratings.reduce((a, b) => a + b, 0) / ratings.length
      const shows = ratings.length >= 8 && mean > 1.5 && mean < 4.5
      const picture = { question: question.id, tick: at, wording: answer.wording, bands }
      this.released.get(course.name)?.push({ ...picture, mean: shows ? Math.round(mean * 2) / 2 : null })
      const bandOfAll = tookPart < 5 ? '0-4' : tookPart < 10 ? '5-9' : tookPart < 20 ? '10-19' : '20+'
      this.participation.set(course.name, bandOfAll)
      for (const { notebook, answer: own } of batch) {
        const receipt = { course: course.name, tick: at, choice: own.choice, wording: own.wording }
        notebook.receipts.set(question.id, [...(notebook.receipts.get(question.id) ?? []), receipt])
      }
    }
    this.shows(course, at, people)
  }

  /** The one answer of a person that waits in this course at this tick, if any. */
  private waits(course: Course, question: string, person: Notebook[], at: number) {
    const isMember = (notebook: Notebook) => this.isMember(notebook, course, at)
    const stands = (n: Notebook) => !isBlank(n.answers.get(question) ?? { choice: null, words: '' })
    const notebook = person.find((n) => n.receipts.has(question)) ?? person.find((n) => isMember(n) && stands(n))
    const answer = notebook?.answers.get(question)
    if (!notebook || !answer || !isMember(notebook) || !stands(notebook) || answer.savedAt > at) return null
    const earlier = person.flatMap((n) => n.receipts.get(question) ?? [])
    if (earlier.some((r) => r.course !== course.name || sameCount(r, answer))) return null
    return earlier.length || this.home(notebook, at) === course.name ? { notebook, answer } : null
  }

  /** What its author reads of their answer to a question on the page of a course that they joined. */
  stateOf(name: string, course: Course, question: string, now: number): string {
    const notebook = this.of(name) as Notebook
    const answer = notebook.answers.get(question)
    const receipts = notebook.receipts.get(question) ?? []
    const here = receipts.filter((r) => r.course === course.name)
    if (!answer || isBlank(answer)) return here.length ? 'shown' : 'none'
    const ahead = course.ticks.some((tick) => tick >= now)
    if (here.length) return here.some((r) => sameCount(r, answer)) ? 'shown' : ahead ? 'changed' : 'late'
    const membership = notebook.courses.get(course.name) as Membership
    if (!membership.counted) return 'uncounted'
    const where = receipts[0]?.course ?? this.home(notebook, now)
    if (where !== course.name) return where ? 'elsewhere' : 'unseen'
    const since = Math.max(answer.savedAt, membership.joinedAt)
    return since <= (this.closedAt.get(course.name) ?? 0) ? 'unseen' : 'waiting'
  }
}

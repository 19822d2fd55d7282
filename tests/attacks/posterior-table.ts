import { bandOf, meanOfSum } from '#core/release/bands.ts'

/** How many people may be in the batch, and how many of them help the trainer. */
export const PEOPLE = Array.from({ length: 16 }, (_, i) => i + 5)
export const HELPERS = [0, 1, 2, 3]

/** What the trainer can come to believe of one person. As parts of one; exactly 1 only where it is certain. */
export interface Worst {
  /** The highest belief, over every picture that can occur and all that helpers may have answered, that … */
  chose: number
  didNot: number
  /** How likely the best guess is to be right, on average over pictures. */
  usual: number
}

/** One kind of question: what each person may answer, how likely each is, and the picture of how many answered what. */
export interface Kind {
  title: string
  /** One for each thing that can be answered; the last stands for "none of the options". They add up to 1. */
  prior: number[]
  picture(counts: number[]): string
}

const OPTIONS = 5
const even = Array<number>(OPTIONS + 1).fill(1 / (OPTIONS + 1))
const uneven = [0.6, 0.08, 0.08, 0.08, 0.08, 0.08]

const choicePicture = (counts: number[]): string => {
  const people = total(counts)
  return String(counts.slice(0, OPTIONS).map((count) => bandOf(count, people)))
}

function scalePicture(counts: number[]): string {
  const points = counts.slice(0, OPTIONS)
  const sum = points.reduce((all, count, i) => all + count * (i + 1), 0)
  return `${choicePicture(counts)} ${meanOfSum(sum, total(points), OPTIONS)}`
}

export const KINDS: Record<'choice' | 'uneven' | 'scale' | 'tag', Kind> = {
  choice: { title: 'One of five options, each as likely as the others', prior: even, picture: choicePicture },
  uneven: {
    title: 'One of five options, one of which six in ten people choose',
    prior: uneven,
    picture: choicePicture,
  },
  scale: { title: 'A rating from 1 to 5, each as likely as the others', prior: even, picture: scalePicture },
  tag: {
    title: 'One tag, which half of all people pick',
    prior: [0.5, 0.5],
    // By itself, of however many tags.
    picture: ([picked = 0, not = 0]) => bandOf(picked, picked + not),
  },
}

const spreadsMade = new Map<string, number[][]>()

/** Every way in which so many people can be spread over so many answers. */
export function spreads(people: number, answers: number): number[][] {
  if (answers === 1) return [[people]]
  const key = `${people} ${answers}`
  const made = spreadsMade.get(key) ?? []
  if (made.length === 0) {
    spreadsMade.set(key, made)
    for (let n = 0; n <= people; n++) for (const rest of spreads(people - n, answers - 1)) made.push([n, ...rest])
  }
  return made
}

/**
 * What can be believed of one person in a batch whose size is known, by somebody who knows what each helper answered.
 * Every spread of answers is tried, weighed by how likely it is.
 */
export function worstOf(kind: Kind, people: number, helpers: number): Worst {
  const key = `${kind.title} ${people} ${helpers}`
  const worst = reckoned.get(key) ?? reckon(kind, people, helpers)
  reckoned.set(key, worst)
  return worst
}

const reckoned = new Map<string, Worst>()

function reckon(kind: Kind, people: number, helpers: number): Worst {
  const { prior } = kind
  const [others, answers] = [people - helpers, prior.length]
  const { of: pictureOf, count: pictures } = picturesOf(kind, people)
  const worst: Worst = { chose: 0, didNot: 0, usual: 0 }
  const free = spreads(others, answers).map((counts) => ({
    counts,
    place: placeOf(counts, people),
    weight: weightOf(counts, prior),
  }))
  for (const known of spreads(helpers, answers)) {
    const place = placeOf(known, people)
    const likely = weightOf(known, prior)
    const masses = new Float64Array(pictures * answers)
    for (const spread of free) {
      const at = (pictureOf[spread.place + place] as number) * answers
      for (let i = 0; i < answers; i++)
        masses[at + i] = (masses[at + i] as number) + spread.weight * (spread.counts[i] as number)
    }
    for (let at = 0; at < masses.length; at += answers) {
      const by = [...masses.subarray(at, at + answers)]
      // Of what is on the page; "none of the options" is not, but it is a way of not choosing one.
      for (const [i, mass] of by.slice(0, -1).entries()) {
        const rest = total(by.filter((_, other) => other !== i))
        if (mass + rest === 0) continue
        worst.chose = Math.max(worst.chose, share(mass, rest))
        worst.didNot = Math.max(worst.didNot, share(rest, mass))
      }
      worst.usual += (likely * Math.max(...by)) / others
    }
  }
  return worst
}

/** A number for each spread; that of two spreads together is the sum of theirs. */
const placeOf = (counts: number[], people: number): number =>
  counts.slice(0, -1).reduce((place, n) => place * (people + 1) + n, 0)

/** The pictures of a batch of this size, numbered, by the place of the spread that they show. */
function picturesOf({ prior, picture }: Kind, people: number): { of: Int32Array; count: number } {
  const of = new Int32Array((people + 1) ** (prior.length - 1))
  const numbers = new Map<string, number>()
  for (const counts of spreads(people, prior.length)) {
    const shown = picture(counts)
    if (!numbers.has(shown)) numbers.set(shown, numbers.size)
    of[placeOf(counts, people)] = numbers.get(shown) as number
  }
  return { of, count: numbers.size }
}

/** Exactly 1 only if nothing else is possible, whatever rounding does. */
const share = (mass: number, rest: number): number =>
  rest === 0 ? 1 : Math.min(mass / (mass + rest), 1 - Number.EPSILON)

/** How likely a spread is: the multinomial distribution. */
const weightOf = (counts: number[], prior: number[]): number =>
  counts.reduce((product, n, i) => (product * (prior[i] as number) ** n) / factorial(n), factorial(total(counts)))

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
const total = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

/** In whole per cent; "sure" only where it is certain. */
export const inWords = (part: number): string =>
  part === 1 ? 'sure' : part > 0.99 ? 'over 99' : `${Math.round(part * 100)}`

/** The tables as Markdown, as `docs/worst-posteriors.md` ends with them. */
export function tables(): string {
  return Object.values(KINDS)
    .map((kind) => {
      const head = ['people', ...HELPERS.map((h) => `${h} ${h === 1 ? 'helper' : 'helpers'}`)]
      const rows = PEOPLE.map((people) => [
        `${people}`,
        ...HELPERS.map((helpers) => {
          const { chose, didNot, usual } = worstOf(kind, people, helpers)
          return [chose, didNot, usual].map(inWords).join(' / ')
        }),
      ])
      return [`### ${kind.title}`, '', row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
    })
    .join('\n\n')
}

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`

/** Where the words end and the tables begin. */
export const TABLES_FROM = '## The tables\n\n'

/** The page with its tables made anew. */
export const withTables = (page: string): string => {
  const words = page.slice(0, page.indexOf(TABLES_FROM) + TABLES_FROM.length)
  return `${words}${tables()}\n`
}

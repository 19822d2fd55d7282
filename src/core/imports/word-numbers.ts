/** Stands around a number that Word counts, when it is written out among a paragraph's words. */
export const COUNTED = { start: '\ue000', end: '\ue001' }

interface Level {
  format: string
  /** How the number is printed: "P%1", "%1.%2". */
  print: string
  start: number
  style: string | undefined
}
interface Num {
  abstract: string
  starts: Map<number, number>
}

const attribute = (xml: string, element: string): string | undefined =>
  new RegExp(`<w:${element}\\b[^>]*?\\bw:val="([^"]*)"`).exec(xml)?.[1]
const each = (xml: string, element: string): { head: string; body: string }[] =>
  [...xml.matchAll(new RegExp(`<w:${element}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</w:${element}>)`, 'g'))].map((m) => ({
    head: m[1] ?? '',
    body: m[2] ?? '',
  }))
const named = (head: string, name: string): string => new RegExp(`\\bw:${name}="([^"]*)"`).exec(head)?.[1] ?? ''

/**
 * Word keeps the numbers of a list beside the text, and mammoth leaves them out. This writes each one into its paragraph,
 * exactly as Word would print it ("P4", "12.1", a bullet), counting as Word counts.
 */
export function writeOutNumbers(document: string, numbering: string, styles: string): string {
  const levels = new Map(
    each(numbering, 'abstractNum').map(({ head, body }) => [named(head, 'abstractNumId'), readLevels(body)]),
  )
  const nums = new Map<string, Num>(
    each(numbering, 'num').map(({ head, body }) => [
      named(head, 'numId'),
      {
        abstract: attribute(body, 'abstractNumId') ?? '',
        starts: new Map(
          each(body, 'lvlOverride')
            .map((o) => [Number(named(o.head, 'ilvl')), Number(attribute(o.body, 'startOverride'))] as const)
            .filter(([, start]) => Number.isFinite(start)),
        ),
      },
    ]),
  )
  const ofStyle = readStyles(styles)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return document
    .replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')
    .replace(/<w:pPr>[\s\S]*?<\/w:pPr>/g, (properties) => {
      const own = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(properties)?.[0]
      const style = attribute(properties, 'pStyle')
      const inherited = style ? ofStyle(style) : undefined
      const id = (own && attribute(own, 'numId')) ?? inherited?.id
      const num = id ? nums.get(id) : undefined
      const list = num && levels.get(num.abstract)
      if (!num || !list || !id) return properties
      const byStyle = [...list].find(([, l]) => l.style !== undefined && l.style === style)?.[0]
      const level = Number((own && attribute(own, 'ilvl')) ?? byStyle ?? inherited?.level ?? 0)
      const printed = count(list, num, id, level, counters, begun)
      const run = `<w:r><w:t xml:space="preserve">${COUNTED.start}${printed}${COUNTED.end}</w:t></w:r>`
      return printed ? `${properties}${run}` : properties
    })
}

function readLevels(body: string): Map<number, Level> {
  return new Map(
    each(body, 'lvl').map((level) => [
      Number(named(level.head, 'ilvl') || 0),
      {
        format: attribute(level.body, 'numFmt') ?? 'decimal',
        print: attribute(level.body, 'lvlText') ?? '',
        start: Number(attribute(level.body, 'start') ?? 1),
        style: attribute(level.body, 'pStyle'),
      },
    ]),
  )
}

/** The list that a paragraph style brings along, its own or the one of the style it is based on. */
function readStyles(styles: string) {
  const known = new Map(each(styles, 'style').map(({ head, body }) => [named(head, 'styleId'), body]))
  return function find(style: string, depth = 0): { id: string; level: string | undefined } | undefined {
    const body = known.get(style)
    if (body === undefined || depth > 10) return undefined
    const numbers = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(body)?.[0]
    const id = numbers && attribute(numbers, 'numId')
    if (id) return { id, level: attribute(numbers, 'ilvl') }
    const base = attribute(body, 'basedOn')
    return base ? find(base, depth + 1) : undefined
  }
}

function count(
  list: Map<number, Level>,
  num: Num,
  id: string,
  level: number,
  counters: Map<string, number[]>,
  begun: Set<string>,
): string {
  const own = list.get(level)
  if (!own) return ''
  if (own.format === 'bullet') return '•'
  if (own.format === 'none') return ''
  // Lists of one abstract definition go on with each other's numbers, unless one of them says where to begin.
  const counter = counters.get(num.abstract) ?? []
  counters.set(num.abstract, counter)
  const override = num.starts.get(level)
  const fresh = !begun.has(`${id} ${level}`) && override !== undefined
  begun.add(`${id} ${level}`)
  const before = counter[level]
  counter[level] = fresh ? override : before === undefined ? own.start : before + 1
  counter.length = level + 1
  return own.print.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return inFormat(counter[at] ?? list.get(at)?.start ?? 1, list.get(at)?.format ?? 'decimal')
  })
}

function inFormat(n: number, format: string): string {
  if (/Letter/.test(format)) {
    const letter = String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
    return format.startsWith('upper') ? letter.toUpperCase() : letter
  }
  if (/Roman/.test(format)) return format.startsWith('upper') ? roman(n).toUpperCase() : roman(n)
  return String(n)
}

const ROMAN = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const
function roman(n: number): string {
  const part = ROMAN.find(([value]) => value <= n)
  return part ? part[1] + roman(n - part[0]) : ''
}

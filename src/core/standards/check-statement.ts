import { foldText } from './fold-text.ts'
import type { Standards } from './load-standards.ts'
import { plainWords } from './plain-words.ts'
import { proposed } from './proposal.ts'
import { quotesOf } from './quote.ts'
import type { Clause } from './standard.ts'
import type { CitedClause, Statement } from './standards-answer.ts'
import { stem } from './stem.ts'
import { saysFlatly, tooStrong } from './strong-words.ts'
import { groundOf, keepsOrder, shareIn, supportOf } from './support.ts'
import { turningWords } from './turns-meaning.ts'
import { findQuote, type Span } from './verify-quote.ts'
import { isStopWord } from './words.ts'

/** Why a sentence of a model's isn't shown, for whoever tries a model out. */
export type Fault =
  | 'not a statement with citations'
  | 'not one plain sentence'
  | 'cites a clause that isn’t there'
  | 'misquotes its clause'
  | 'puts two standards into one sentence'
  | 'a number or name that its clause hasn’t'
  | 'says more than its clause'
  | 'leaves out what limits its clause'
  | 'leaves out what its clause demands'
  | 'words that its clause hasn’t'
  | 'turns its clause’s words round'
  | 'cites a clause that says something else'

export type Checked = { statement: Statement } | { fault: Fault }

const LONGEST = 400
const MOST_CITATIONS = 4
const LEAST_BESIDE = 0.6
/** Letters, figures and the marks of a plain sentence: no address, no mark-up, no words in quotation marks. */
const PLAIN = /^[\p{L}\p{N} ,.;:'()/-]+$/u
/** What may stand before the words that are checked: it says only who says them. */
const FRAME = /^(?:the|this) (?:standard|clause)s? (?:says?|asks?|expects?)(?: that| you to)?,? /i
const NUMBER_WORDS =
  /^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|first|second|third|fourth|fifth|once|twice|half|quarter|dozen|percent|\p{N}+.*)$/u

interface Cited {
  clause: Clause
  spans: Span[]
}

/**
 * Whether a sentence of a model's may be shown: its clauses are there, each quotation stands in its clause word for word,
 * one clause supports the whole of it, and no other clause is cited that has little to do with it.
 */
export function checkStatement(standards: Standards, value: unknown): Checked {
  const result = proposed.safeParse(value)
  if (!result.success || !result.data.citations.length || result.data.citations.length > MOST_CITATIONS)
    return { fault: 'not a statement with citations' }
  const text = foldText(result.data.text)
  if (!isOneSentence(result.data.text, text)) return { fault: 'not one plain sentence' }
  const cited = new Map<string, Cited>()
  for (const { clause: uid, quote } of result.data.citations) {
    const clause = standards.clause(uid)
    if (!clause) return { fault: 'cites a clause that isn’t there' }
    const span = findQuote(clause, quote)
    if (!span) return { fault: 'misquotes its clause' }
    cited.set(uid, { clause, spans: [...(cited.get(uid)?.spans ?? []), span] })
  }
  const list = [...cited.values()]
  if (new Set(list.map(({ clause }) => clause.standard)).size > 1)
    return { fault: 'puts two standards into one sentence' }
  const faults = list.map((each) => faultOf(standards, text, each))
  if (faults.every((fault) => fault !== null)) return { fault: faults[0] as Fault }
  if (list.some((each, i) => faults[i] && !isNear(text, each)))
    return { fault: 'cites a clause that says something else' }
  return { statement: { text, citations: list.map((each) => toCited(standards, each)) } }
}

const isOneSentence = (raw: string, text: string): boolean =>
  text.length <= LONGEST && !/[\r\n\u2028\u2029]/.test(raw.trim()) && PLAIN.test(text) && !/\.(?=\s)/.test(text)

/** The sentences of a clause in which its quotations stand. */
function sentencesOf({ clause, spans }: Cited): string {
  const pieces = [...clause.text.matchAll(/.+?(?:[.!?](?=\s+\p{Lu})|$)/gsu)]
  return pieces
    .filter(({ 0: piece, index }) => spans.some(({ start, end }) => start < index + piece.length && end > index))
    .map(([piece]) => piece)
    .join(' ')
}

/** What in a sentence one clause doesn't support; null when it supports the whole. */
function faultOf(standards: Standards, text: string, cited: Cited): Fault | null {
  const said = withoutLabels(text, cited.clause).replace(FRAME, '')
  const words = plainWords(said)
  const from = sentencesOf(cited)
  const ground = groundOf(standards, cited.clause, from)
  const own = new Set(ground.own)
  if (words.some((word) => NUMBER_WORDS.test(word) && !own.has(word))) return 'a number or name that its clause hasn’t'
  const names = said.slice(1).match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu) ?? []
  if (names.some((name) => !own.has(name.toLowerCase()))) return 'a number or name that its clause hasn’t'
  if (tooStrong(words, ground.own).length) return 'says more than its clause'
  const turning = turningWords(from)
  if (turning.some((word) => !words.includes(word)) || saysFlatly(words, ground.own).length)
    return 'leaves out what limits its clause'
  if (!saysTheDemand(words, cited.clause, from)) return 'leaves out what its clause demands'
  if (!supportOf(words, ground).enough) return 'words that its clause hasn’t'
  return keepsOrder(words, ground.own) ? null : 'turns its clause’s words round'
}

/** A performance criterion begins with what is demanded: without “encourage”, “encourage others to …” would be a plain fact. */
function saysTheDemand(words: string[], { section }: Clause, from: string): boolean {
  const theirs = plainWords(from)
    .filter((word) => !isStopWord(word))
    .map(stem)
  const first = words.map(stem).find((key) => theirs.includes(key))
  return section !== 'performance' || first === theirs[0]
}

/** Most of the words of meaning, for a clause that stands beside the one that supports the sentence. */
const isNear = (text: string, { clause }: Cited): boolean =>
  shareIn(plainWords(text), plainWords(clause.text)) >= LEAST_BESIDE

/** "SFJBA13 PC 2 asks you to …": a clause may be called by its label. */
const withoutLabels = (text: string, { label, short, uid, standard }: Clause): string =>
  [uid, label, `${standard} ${short}`, short, standard].reduce(
    (rest, name) => ` ${rest} `.replace(new RegExp(`(?<= )${name}(?=[ ,.:])`), 'the clause').trim(),
    text,
  )

function toCited(standards: Standards, { clause, spans }: Cited): CitedClause {
  const [quote] = quotesOf(standards, [clause])
  if (!quote) throw new Error(`${clause.uid} can’t be quoted.`)
  const marks = spans
    .toSorted((a, b) => a.start - b.start)
    .reduce<Span[]>((done, { start, end }) => {
      const last = done.at(-1)
      if (last && start <= last.end + 1) last.end = Math.max(last.end, end)
      else done.push({ start, end })
      return done
    }, [])
  return { ...quote, marks }
}

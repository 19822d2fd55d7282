import { stem } from './stem.ts'
import { hinders } from './turns-meaning.ts'

/** Words that demand, allow or deny: with each goes what it is said of. */
const BINDS = new Set(
  `must may might can could should shall will would ought need needs not no never none nor neither nobody nothing without
  unless except only if whether until hardly rarely seldom`.split(/\s+/),
)
/** Words of reach and of time: with another one, more or fewer people, times or things are meant. */
const REACH = new Set(
  'all every each any always ever most more less least rather instead before after during than'.split(' '),
)
/** Little words that may stand between a word that binds and what it is said of. */
const SAYS_NOTHING =
  /^(a|an|the|of|to|in|on|at|for|and|or|as|also|that|which|this|these|those|it|its|is|are|be|been|being|with|by|you|your|they|their|them|we|our|have|has|do|does|any|all|how|what|who|where|when|then|so)$/

const binding = (word: string): boolean => BINDS.has(word)

/** Each word that binds, and the first word of meaning after it. */
function boundIn(words: string[], binds: (word: string) => boolean): string[] {
  return words.flatMap((word, i) => {
    if (!binds(word)) return []
    const [next = '', afterIt = ''] = words.slice(i + 1).filter((each) => !SAYS_NOTHING.test(each))
    // Whoever must be able to do something must do it: the standards demand no other way.
    return [next, ...(next === 'able' ? [afterIt] : [])].map((each) => `${word} ${stem(each)}`)
  })
}

/** The words of a sentence that say more, or other, than its clause: "must" of something that the clause only allows, and so on. */
export function tooStrong(sentence: string[], own: string[]): string[] {
  const bound = new Set(boundIn(own, binding))
  const known = new Set(own)
  return [
    ...boundIn(sentence, binding).filter((pair) => !bound.has(pair)),
    ...sentence.filter((word) => REACH.has(word) && !known.has(word)),
  ]
}

/** What the sentence says flatly and the clause only allows, denies or speaks of as hindered ("a lack of …"). */
export function saysFlatly(sentence: string[], own: string[]): string[] {
  const binds = (word: string) => binding(word) || hinders(word)
  const said = new Set(boundIn(sentence, binds))
  const keys = new Set(sentence.map(stem))
  return boundIn(own, binds).filter((pair) => {
    const [word = '', next = ''] = pair.split(' ')
    // What every clause of a section completes ("you must be able to") needn't be said again.
    return !/^(must|need)$/.test(word) && keys.has(next) && !said.has(pair)
  })
}

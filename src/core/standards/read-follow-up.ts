import type { Standards } from './load-standards.ts'
import { namedStandards, withoutMentions } from './named-standards.ts'
import type { Standard } from './standard.ts'
import { contentWords } from './words.ts'

/** A question that only what came before can make sense of. */
export type FollowUp =
  | { kind: 'more' | 'why' | 'how' }
  /** "Which standard is that from?" */
  | { kind: 'source' }
  /** `at` counts from 0; -1 is the last. */
  | { kind: 'which'; at: number }
  | { kind: 'meaning'; at: number | null }
  | { kind: 'section'; section: 'performance' | 'knowledge' /** It may be a word to look for, too. */; bare: boolean }
  | { kind: 'standards'; standards: Standard[] | 'others' }
  /** The clause before or after. */
  | { kind: 'step'; by: 1 | -1 }
  /** "And 32?": the same list. */
  | { kind: 'number'; number: string }

const NTH = 'first|second|third|fourth|fifth|sixth|seventh'
const ORDINALS = NTH.split('|')
const IT = '(?:it|that|this|them|these|those|they|the clauses?|the quotes?)'
const PLAINLY =
  '(?:in |more )?(?:plain|plainer|simple|simpler|other|easy|easier|simply|plainly)(?: (?:english|words|terms|language))?'

/** Beginnings and ends that change nothing. */
const AROUND =
  /^(?:(?:ok(?:ay)?|and|so|but|also|well|right|sure|yes|yeah|please|thanks|thank you|oh|hmm|then|now)\b[\s,.]*)+|[\s,]*\b(?:please|then|too|as well|though|thanks)(?=\W*$)|\W+$/gi
const ASKING = '(?:(?:can|could|would|will) you )?(?:(?:please )?(?:tell|show|give|say|read|explain|quote)(?: me)? )?'

const MORE = new RegExp(
  `^(?:${ASKING}(?:some |any |a bit |a little )?more(?: (?:detail|details|information|info|clauses?|quotes?))?(?: (?:about|on|of|like) ${IT})?|(?:is|are) there (?:any(?:thing)? )?(?:more|else)(?: (?:of|about|on) ${IT})?|(?:what|anything|what's|what is) (?:else|more)(?: (?:is there|does it say|do they say))?|${ASKING}(?:the )?rest(?: of ${IT})?|go on|continue|carry on|expand|show all|(?:can|could) (?:you|i) (?:see|have|say) more)$`,
)
const WHICH = new RegExp(
  `^${ASKING}(?:more )?(?:(?:about|on|of|for) )?(?:(?:what|how) about )?(?:the |that |this )?(?:(${NTH}|last)|([1-7])(?:st|nd|rd|th)|(?:(?:number|no\\.?|option|#) ?)?([1-7]))(?: (?:one|clause|quote|point|bit|of ${IT}))?(?: (?:say|mean))?$`,
)
const MEANING = new RegExp(
  `^(?:what (?:do|does|did|is|are) (?:${IT}|the (?<nth>${NTH}|last)(?: (?:one|clause|quote|point))?)(?: all)?(?: (?:actually|really))? ?(?:mean|saying|about)(?: by ${IT})?(?: ${PLAINLY})?|what is ${IT}(?: ${PLAINLY})?|what (?:do|does) (?:you|they) mean(?: by ${IT})?|(?:(?:can|could) you )?(?:please )?(?:explain|simplify|say|put)(?: (?:${IT}|the (?<which>${NTH}|last)(?: (?:one|clause))?))(?: (?:to me|${PLAINLY}|again))*|(?:explain|${PLAINLY}|meaning)|(?:i )?(?:do not|don't|didn't|did not) (?:understand|get|follow)(?: ${IT})?)$`,
)
const WHY = new RegExp(
  `^(?:why(?: (?:is|does|do|are) ${IT}(?: (?:say|matter|so|important|there|needed|necessary))?(?: ${IT})?| (?:so|that|this|important|not))?|how come|what for|what is the (?:reason|point))$`,
)
const HOW = new RegExp(
  `^(?:how(?: (?:do|can|should|would|could|might) (?:i|we|you) (?:do|meet|show|prove|evidence|achieve|use) ${IT})?|how so|(?:${ASKING})?(?:an |some |any )?examples?(?: of ${IT})?|for example|such as|like what)$`,
)
const SOURCE = new RegExp(
  `^(?:(?:which|what) (?:standards?|document|nos|one) (?:is|are|was|were) (?:${IT}|the (?:first|last) one) ?(?:from|in|of)?|where (?:is|are|was|were|does|do|did) ${IT} (?:from|come from)|(?:from|in) (?:which|what) (?:standards?|document))$`,
)
const SECTION =
  /^(?:(?:what|how) about |only |just |show(?: me)? |in |from )?(?:the )?(?:(performance(?: criteria)?|pcs?|ps)|(knowledge(?: and understanding)?|kus?|ks))(?: (?:ones?|clauses?|side|part|statements?|points?|section|list))?$/
const OTHERS =
  /^(?:(?:what|how) about |same (?:for|in) |in |for |(?:what )?(?:do|does) |(?:is|are) (?:it|that|they) in )?(?:the )?(?:other|others|rest)(?: (?:one|ones|two|standard|standards|two standards))*(?: (?:say|mention)(?: .{0,9}?(?:about|on|of))?(?: ?(?:it|that|this|anything))*)?$/
// "Next" alone asks for the next question.
const STEP =
  /^(?:(?:what|how) about |show(?: me)? )?(?:the (?:(next|following)|previous)(?: (?:one|clause))?|the (?:one |clause )(?:(after)|before)(?: (?:that|it|this))?|(?:(next|following)|previous) clause|what comes (?:(next|after)|before)(?: (?:that|it|this))?)$/
const NUMBER = /^(?:(?:what|how) about|for)(?: number)? (\d{1,3}(?:\.\d{1,2})?)$/
const LED_IN = /^\s*(?:ok(?:ay)?[\s,]+|so[\s,]+)?(?:and|what about|how about)\b/i
/** A standard itself is asked for, whatever came before. */
const ABOUT =
  /^(?:tell me about|what is|who is|describe|introduce|show me)\b|^what (?:do|does)\b.*\bcover$|\bwho (?:is|are) .*\bfor\b/
/** Words besides a standard's name that bring nothing new. */
const NOTHING_NEW =
  /^(?:same|anything|something|nothing|similar|else|there|agree|differ|different|mention|mentions|cover|covers|look|compare|compared|too|again)$/

const STEP_FROM =
  /^(?:(?:what|which|the|clause|one|comes|is|stands|show me|right|just|next|directly) )*(?:(after|following|follows)|before|precedes)(?: clause)? \S/i

/** "What comes before K31?": which way from a clause that is named; null when none is asked for. */
export function readStepFrom(text: string): 1 | -1 | null {
  const [step, onwards] = STEP_FROM.exec(text.trim()) ?? []
  return step === undefined ? null : onwards ? 1 : -1
}

/** How a question hangs on what came before, when it has no sense without; null when it stands alone. */
export function readFollowUp(standards: Standards, text: string): FollowUp | null {
  const plain = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\b(what|who)'s\b/g, '$1 is')
    .replace(AROUND, '')
    .replace(AROUND, '')
    .replace(/[\s,]+/g, ' ')
    .trim()
  if (MORE.test(plain)) return { kind: 'more' }
  const meaning = MEANING.exec(plain)
  if (meaning) return { kind: 'meaning', at: placeOf(meaning.groups?.nth ?? meaning.groups?.which) }
  const [which, ordinal, nth, number] = WHICH.exec(plain) ?? []
  if (which) return { kind: 'which', at: placeOf(ordinal) ?? Number(nth ?? number) - 1 }
  if (SOURCE.test(plain)) return { kind: 'source' }
  if (WHY.test(plain)) return { kind: 'why' }
  if (HOW.test(plain)) return { kind: 'how' }
  return notAlone(standards, text, plain)
}

/** Those that can also be asked by themselves, as a word to look for. */
function notAlone(standards: Standards, text: string, plain: string): FollowUp | null {
  const [section, performance] = SECTION.exec(plain) ?? []
  const bare = !LED_IN.test(text) && !/\bones?\b/.test(plain)
  if (section) return { kind: 'section', section: performance ? 'performance' : 'knowledge', bare }
  if (OTHERS.test(plain)) return { kind: 'standards', standards: 'others' }
  const [step, ...onwards] = STEP.exec(plain) ?? []
  if (step) return { kind: 'step', by: onwards.some(Boolean) ? 1 : -1 }
  const number = NUMBER.exec(plain)?.[1] ?? (LED_IN.test(text) ? /^\d{1,3}(?:\.\d{1,2})?$/.exec(plain)?.[0] : undefined)
  if (number) return { kind: 'number', number }
  if (ABOUT.test(plain)) return null
  const named = namedStandards(standards, plain)
  if (!named.length || contentWords(withoutMentions(standards, plain)).some((word) => !NOTHING_NEW.test(word)))
    return null
  return { kind: 'standards', standards: named }
}

const placeOf = (ordinal: string | undefined): number | null =>
  ordinal === undefined ? null : ordinal === 'last' ? -1 : ORDINALS.indexOf(ordinal)

/** Without anything before it, there is nothing to look for. */
export const meansNothingAlone = (asked: FollowUp): boolean =>
  asked.kind === 'standards' ? asked.standards === 'others' : !(asked.kind === 'section' && asked.bare)

import { contentWords } from './words.ts'

/** What wraps a question that is an order to a librarian: the words behind it say what is wanted. */
const ASKS_KINDLY = `(?:please,? |can (?:yo)?u |could (?:yo)?u |would (?:yo)?u |will (?:yo)?u |i(?:'d| would) like (?:you )?to |i (?:want|need) (?:you )?to |help me (?:to )?)*`
const WHAT_OF_IT = `(?: (?:me|us|everything|anything|something|more|all|some|a (?:bit|little|few|summary|overview)|(?:the )?(?:bits?|parts?|sections?|clauses?|words?|points?|info|information|details?|basics|gist|main points)))*`
const FRAMES = [
  String.raw`^\W*${ASKS_KINDLY}(?:explain|describe|discuss|outline|summari[sz]e|clarify|unpack|talk (?:me )?through)${WHAT_OF_IT}(?: (?:about|on|of|to me))? (?=\p{L})`,
  String.raw`^\W*${ASKS_KINDLY}(?:show|give|find|quote|look up|search)${WHAT_OF_IT} (?:about|on|for) (?=\p{L})`,
  String.raw`^\W*(?:any |some )?(?:info|information|details?|guidance|anything|everything|something|more) (?:about|on) (?=\p{L})`,
  // A clause that is asked for by what it is about.
  String.raw`^\W*${ASKS_KINDLY}(?:show me |give me |quote |find )?(?:which|what(?:'?s| is| are)? the|what|any|are there (?:any )?|is there (?:a |any )?|the )? ?(?:clauses?|parts?|sections?|bits?) (?:is |are |that |which )*(?:about|on|for|of|cover(?:s|ing)?|mention(?:s|ing)?|deal(?:s|ing)? with|talk(?:s|ing)? (?:about|of)|speak(?:s|ing)? (?:about|of)) (?=\p{L})`,
  String.raw`^\W*(?:i(?:'?m| am) looking for|(?:my|this|the) (?:essay|assignment|question|portfolio|unit) is (?:on|about)|${ASKS_KINDLY}find(?: me)?) (?=\p{L})`,
].map((frame) => new RegExp(frame, 'iu'))
const WANTS_A_DEFINITION = new RegExp(
  String.raw`^\W*${ASKS_KINDLY}(?:define|(?:give (?:me |us )?)?(?:a |the )?(?:definition|meaning) of) (?=\p{L})`,
  'iu',
)

const THANKS = /,? (?:please|pls|thanks|thank you|ta)[.!]*(?=\??$)/i

/** Behind so few words the wrapping would weigh as much as they do. */
const FEW = 3

/** "Explain trust" is searched for as "trust", and "define trust" as "what is trust". Longer questions stay as they are. */
export function withoutRequest(question: string): string {
  const asked = question.replace(THANKS, '').replace(WANTS_A_DEFINITION, 'what is ')
  const bare = FRAMES.reduce((rest, frame) => rest.replace(frame, ''), asked)
  return contentWords(bare).length <= FEW ? bare : question
}

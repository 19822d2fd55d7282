import { EVERYDAY_NAMES } from './first-names.ts'
import { type Flag, matches, wordList } from './flag.ts'
import { isUsual } from './usual-capitals.ts'
import type { Word } from './words.ts'

const B = '(?<![\\p{L}\\p{N}])'
const E = '(?![\\p{L}\\p{N}])'
const NAME = "\\p{Lu}(?:[\\p{L}\\p{M}]|['’](?!s\\b)(?=\\p{L}))+(?:-\\p{Lu}?[\\p{L}\\p{M}]+)*"
/** A capitalised word that isn’t one that always has a capital, and more of them. */
const NAMES = `${NAME}(?:\\s(?:(?:van|von|de|da|bin|bint|ibn|al|el|ap)\\s)?(?:${NAME}|\\p{Lu}\\.?(?!\\p{L})))*`
const RELATION =
  'friend|mate|pal|buddy|husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|mum|mam|mother|dad|father|brother|sister|cousin|aunt|auntie|aunty|uncle|nan|gran|grandad|grandma|granny|nephew|niece|boss|manager|supervisor|colleague|neighbour|tutor|teacher|trainer|coach|mentor|carer|keyworker|social worker|support worker|landlord|chair|treasurer|secretary|leader|youth worker|volunteer|vicar|imam|rabbi|priest|pastor|minister|councillor|doctor|gp|nurse|coordinator|director|trustee|twin|stepdad|stepmum|flatmate|housemate|client|learner|pupil|student|resident|lad|lass|guy|bloke|woman|man|girl|boy|lady|person|someone|somebody|kid|child|member'
const STOP =
  'a|an|the|out|off|up|for|in|on|it|me|us|him|her|them|my|our|to|by|and|or|that|this|what|when|as|at|not|names|upon|into|back|all|so|self|home|from|with|is|was|who|after|community|over|one|people|something|anything|everything|nothing'
const SPEAKS =
  'said|says|told|tells|asked|asks|thinks|thought|rang|phoned|texted|emailed|reckons|agreed|agrees|helped|invited|replied|shouted|explained|explains|suggested|suggests|insisted|admitted|complained'

const PATTERNS = [
  // Mr White: whatever follows is a name
  `${B}(?<it>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Rev|Coach|Sir|Dame|Imam|Rabbi|Aunty|Auntie|Uncle)\\.?\\s${NAME}(?:[ -]${NAME})*)`,
  // Mrs Okafor, Dr. J. Smith, Father Michael, Mrs P.
  `${B}(?<it>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Rev|Revd|Reverend|Cllr|Councillor|Imam|Rabbi|Father|Fr|Sister|Sr|Brother|Br|Pastor|Bishop|Canon|Deacon|Sheikh|Maulana|Mufti|Mullah|Pandit|Gyani|Bhai|Granthi|Swami|Prof|Professor|Sir|Dame|Lord|Lady|Sgt|Sergeant|PC|DC|Auntie|Aunty|Aunt|Uncle|Nana|Nanny|Granny|Grandad|Grandma|Coach|Provost|Baroness|Master|Madam|Mayor|Inspector|Constable|Nurse|Headteacher|President)\\.?\\s(?:${NAME}(?:[ -](?:${NAME}|\\p{Lu}\\.?(?!\\p{L})))*|(?:\\p{Lu}\\.?\\s?)+(?<=\\.|\\p{Lu})(?!['’\\p{L}])(?:\\s?${NAME})?))`,
  // mr smith, written small
  `${B}(?<it>(?:mr|mrs|ms|mx|dr|cllr|rev)\\.?\\s(?!(?:${STOP}|are|were|will|can|has|had|but)${E})\\p{Ll}[\\p{L}'’-]*(?<!['’]s))`,
  // my friend Zlatko; our chair, Zlatko; a lad called Zlatko
  `${B}(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa]|[Aa]nother|[Oo]ld|[Bb]est)\\s(?:[\\p{Ll}-]+\\s){0,2}(?:${RELATION}),?\\s(?<it>${NAMES})`,
  `${B}(?:(?:${RELATION}|who is|who's|is|was|am|[Ii]'m|he's|she's|they're|gets|got)\\s)?(?:called|named|nicknamed|known as)\\s(?<it>${NAMES})`,
  `${B}(?:${RELATION})\\s(?:is |was |who is |who's )?(?:called|named|nicknamed|known as)\\s(?<it>(?!(?:${STOP})${E})\\p{Ll}[\\p{L}'’-]*)`,
  `${B}(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Hh]er first|[Tt]he)\\s(?:real |full |first |last |middle )?(?:name|surname|nickname|name's|names)(?:\\sis|\\swas|:|\\s)?\\s(?<it>(?!(?:${STOP}|of|on|down|badge|tag|first|very|too|hard|has|had|will|can|often|being)${E})[\\p{L}][\\p{L}\\p{M}'’-]*(?:\\s${NAMES})?)`,
  `${B}(?:[Ii]'m|[Ii] am|[Tt]his is|[Ii]t's|its|[Ss]igned|[Tt]hanks to|[Tt]hank you|[Ll]ove from|[Rr]egards),?\\s(?<it>${NAMES})`,
  // told Zlatko, met Zlatko; Zlatko said
  `${B}(?:told|asked|met|rang|phoned|texted|emailed|thanked|helped|invited|married|speak to|spoke to|spoke with|talk to|talked to|sat with|lives with|live with|lived with|went with|work with|works with|worked with|ask|asking|see|saw|visited|knows|knew|miss|blame|blamed|with|by)\\s(?<it>${NAME}(?:\\s${NAMES})?)(?=\\s(?:and [Ii]|who|said|about|from|at|in|because|when|every|for|to|that|after|before|last|on)${E}|['’]s|[.,!?;]|$)`,
  `(?<!(?:[Tt]he|[Aa]n?|[Oo]ur)\\s(?:[\\p{L}-]+\\s)?)(?<!${B}\\p{Lu}[\\p{L}'’-]*\\s)${B}(?<it>${NAME}(?<!s)(?:\\s${NAMES})?)\\s(?:always |never |just |once )?(?:${SPEAKS})${E}`,
  // Big Dez, Wee Tam; a boy in my class, Zlatko, said
  `${B}(?<it>(?:Big|Wee|Little|Old|Auld|Young|Mad|Fat|Tall)\\s${NAME})`,
  `\\p{Ll},\\s(?<it>${NAME}),`,
  `${B}(?:[Mm]e and|and me,)\\s(?<it>${NAMES})`,
  `${B}(?<it>${NAME})\\sand\\s(?:[Ii]|me|myself)${E}`,
  // J.B., J. B. Smith, J. Smith
  `${B}(?<it>(?!U\\.K|U\\.S|E\\.U|U\\.N|B\\.A|M\\.A|B\\.S|M\\.S|P\\.S|A\\.M|P\\.M|N\\.B|D\\.I\\.Y|T\\.V|I\\.T|P\\.E|N\\.I)\\p{Lu}\\.\\s?\\p{Lu}(?:\\.(?:\\s?\\p{Lu}\\.)?|(?=\\s))(?:\\s${NAME})?)`,
  `${B}(?<it>(?!I\\.)\\p{Lu}\\.\\s?${NAME})`,
].map((pattern) => new RegExp(pattern, 'dgu'))
/** Words that begin sentences and aren’t people, whatever they say or do. */
const OPENERS =
  'Somebody|Someone|Anyone|Anybody|Nobody|Everyone|Everybody|One|People|Folk|Staff|Management|Others|Another|Whoever|Chair|Manager|Teacher|Boss|Nurse|Doctor|Neighbour|Friend|Woman|Man|Boy|Girl|Child|Parent|Mother|Father|Brother|Sister|Husband|Wife|Partner|Training|Nothing|Something|Everything|Anything|Being|Having|Having|Talking|Listening|Life|Society|Local|Public|Sometimes|Once|Today|Yesterday|Tomorrow|Tonight|Later|Afterwards|Finally|Suddenly|Eventually|Recently|Honestly|Basically|Personally|Apparently|Luckily|Sadly|Obviously'

const OPENS = new Set(OPENERS.toLowerCase().split('|'))
const TITLES = new Set(
  wordList(`mr mrs ms miss mx dr doctor rev revd reverend cllr councillor imam rabbi father fr sister sr brother br pastor
    bishop canon deacon sheikh maulana mufti mullah pandit gyani bhai granthi swami prof professor sir dame lord lady sgt
    sergeant pc dc auntie aunty aunt uncle nana nanny granny grandad grandma coach provost baroness master madam mayor
    inspector constable nurse headteacher president`),
)
const ALWAYS_A_NAME = /^(?:mr|mrs|ms|miss|mx|dr|cllr|councillor|rev|coach|sir|dame)$/

/** The same text, place for place, where words that have a capital as a matter of course have lost it. */
function withoutUsualCapitals(text: string, words: Word[]): string {
  const letters = text.split('')
  words.forEach(({ text: word, start, capital }, i) => {
    const small = word.toLowerCase()
    if (!capital || TITLES.has(small) || EVERYDAY_NAMES.has(small)) return
    if (ALWAYS_A_NAME.test(words[i - 1]?.plain ?? '')) return
    const first = (letters[start] as string).toLowerCase()
    if ((isUsual(word) || OPENS.has(small)) && first.length === 1) letters[start] = first
  })
  return letters.join('')
}

/** Names that the words around them show, as positions. */
export function findByPattern(text: string, words: Word[]): Flag[] {
  const plainer = withoutUsualCapitals(text, words)
  return PATTERNS.flatMap((pattern) => matches(plainer, pattern, 'person'))
}

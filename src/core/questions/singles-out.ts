import { FIRST_NAMES } from '../privacy/flags/first-names.ts'

const any = (words: string): string =>
  `(?:${words
    .trim()
    .split(/\s*\n\s*|\s*\|\s*/)
    .join('|')})`

/** Somebody, in the singular. */
const PERSON = any(`
  person|man|woman|lady|gentleman|guy|bloke|lad|boy|girl|teenager|pensioner|member|learner|student|participant|colleague
  volunteer|resident|neighbour|tenant|newcomer|parent|mum|mother|dad|father|carer|worker|individual|one of (?:us|you)
`)
/** Work and offices that a small group has one of. */
const ROLE = any(`
  treasurer|secretary|chair|chairman|chairwoman|chairperson|vice[- ]chair|president|manager|director|deputy|head|leader
  team leader|supervisor|boss|foreman|chief executive|ceo|founder|owner|trustee|administrator|officer|co-?ordinator
  organiser|caretaker|cleaner|cook|chef|driver|receptionist|accountant|bookkeeper|apprentice|intern|trainee|assistant
  nurse|doctor|gp|midwife|teacher|headteacher|teaching assistant|social worker|youth worker|support worker|key worker
  police officer|police constable|pcso|firefighter|paramedic|vicar|priest|curate|minister|pastor|imam|rabbi|chaplain
  councillor|mayor|mp|ms|msp|landlord|landlady|shopkeeper|librarian|captain|coach|referee|warden|solicitor|counsellor
  engineer|electrician|plumber|builder|gardener|farmer|postman|postwoman|interpreter|translator|lecturer|professor
`)
/** What one person among a few may be, and the others not. */
const KIND = any(`
  man|woman|trans (?:man|woman|person)|non-binary person|gay (?:man|person)|lesbian|bisexual person|single (?:mum|mother|dad|father|parent)
  widow|widower|grandmother|grandfather|grandparent|teenager|pensioner|wheelchair user|(?:deaf|blind|disabled|autistic) (?:man|woman|person)
  muslim|christian|catholic|jew|jewish person|hindu|sikh|buddhist|atheist|refugee|asylum seeker|migrant|immigrant|foreigner
  (?:black|white|asian|brown|chinese|polish|welsh|scottish|irish|english|french|german|indian|romany|roma) (?:man|woman|person)
  traveller|veteran|ex-offender|care leaver|person of colour|${ROLE}
`)
const MOST = String.raw`(?:\w+est|most \w+|least \w+|longest[- ]\w+|only|sole|single|first|last)`
const MOST_OF_AGE = any(
  'youngest|oldest|eldest|newest|longest[- ]serving|most (?:senior|junior|recent|experienced|vocal)|quietest|loudest|tallest',
)
const YOU_ARE = any(`you are|you['’]re|you were|you being|are you|were you|being|as|since you are|because you are`)
const HERE = any(
  `in (?:this|the|our|your) (?:room|group|course|team|class|meeting|session|office|village|street|organisation)|here|among (?:us|you)|of (?:us|you)`,
)

const PATTERNS: RegExp[] = [
  // One of a kind.
  String.raw`\b(?:as|if you(?:['’]re| are| were)|you(?:['’]re| are| were)|being) (?:the|our|this \w+['’]s) (?:only|sole|single)\b`,
  String.raw`\bthe (?:only|sole) (?:one\b|\w+ (?:who|whose|with|without|in|from|on|at|here|of)\b|${PERSON}\b)`,
  String.raw`\b(?:only|just) one (?:${PERSON}|of (?:us|you|them))\b`,
  String.raw`\b(?:nobody|no one|no-one|none) (?:else|of the others)\b`,
  String.raw`\b(?:unlike|apart from|except for) (?:everybody|everyone|all the|the rest|the others)\b`,
  // Whoever it was.
  String.raw`\b(?:whoever|whomever|whosoever)\b(?! (?:they|you|we|wins|comes)\b)`,
  String.raw`\bthe ${PERSON} (?:who|whom|whose|that|with|without|in|from|at|on|by|behind|next|opposite|sitting|wearing)\b`,
  String.raw`\bthe one (?:who|whom|whose|sitting|wearing)\b`,
  String.raw`\b(?:which|who|someone|somebody|anyone|anybody|a (?:certain )?${PERSON}) (?:${HERE})`,
  String.raw`\ba certain (?:${PERSON}|someone|somebody)\b`,
  String.raw`\bwhich (?:one )?of (?:us|you)\b`,
  String.raw`\bone of (?:us|you)\b`,
  String.raw`\bwho (?:was it|said|wrote|did (?:it|this|that)|started|broke|took(?! part)|stole|left|complained|arrived|missed)\b`,
  String.raw`\b(?:was it|it was) you\b`,
  String.raw`\byou know who\b`,
  // Most of all, said of a person.
  String.raw`\b${YOU_ARE} (?:the|our|my|this \w+['’]s) ${MOST}\b`,
  String.raw`\b(?:the|our|my|this \w+['’]s) ${MOST} (?:\w+ )?${PERSON}\b`,
  String.raw`\b(?:our|this \w+['’]s) ${MOST_OF_AGE}\b`,
  String.raw`\bthe ${MOST_OF_AGE} (?:one|${HERE})`,
  String.raw`\b(?:who is|who['’]s|are you|you are|you['’]re) (?:the )?${MOST_OF_AGE}\b`,
  String.raw`\bthe (?:first|last|next) (?:one )?to (?:arrive|join|leave|speak|answer|come|go|write|start|finish|stay|talk)\b`,
  // A job or an office.
  String.raw`\b(?:the|our|this \w+['’]s) ${ROLE}\b`,
  String.raw`\bas ${ROLE}\b`,
  String.raw`\b(?:if you(?:['’]re| are| were)|are you|since you are|because you are|you['’]re|you are) (?:the|our)\b(?! (?:kind|sort|same|ones?)\b)`,
  String.raw`\b(?:as|if you(?:['’]re| are| were)|being) an? ${KIND}\b`,
  // He, she; there, in the red jumper.
  String.raw`(?<!\b(?:or|and) |/)\b(?:he|she|him|hers?|his|himself|herself)\b(?! (?:or|and) (?:he|she|him|hers?|his)\b|/)`,
  String.raw`\b(?:sits?|sat|sitting) (?:next to|by|near|beside|opposite|behind|in front of)\b`,
  String.raw`\bwearing (?:a|an|the)\b`,
  // Asking who somebody is.
  String.raw`\b(?:what(?:['’]s| is| are) )?your (?:(?:first|full|last|sur|family|own) ?name|name|initials|postcode|house number|phone number|e-?mail(?: address)?|date of birth|birthday|job title|staff number|employer)\b`,
].map((source) => new RegExp(source, 'giu'))

/** A title with a name, a handle, an address: case matters in the first. */
const NAMED: RegExp[] = [
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Rev|Revd|Reverend|Father|Sister|Brother|Cllr|Councillor|Prof|Professor|Imam|Rabbi|Aunty|Auntie|Uncle)\.? \p{Lu}\p{L}+/gu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
]

/** Words that have a capital and are nobody's name. */
const CAPITALS = new Set(
  `I I’m I’d I’ll I’ve Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
  August September October November December Spring Summer Autumn Winter Christmas Easter Ramadan Eid Diwali Hanukkah Lent
  Pride England Scotland Wales Northern Southern Eastern Western North South East West Ireland Britain Great United Kingdom
  Europe European Union London Cardiff Edinburgh Belfast English Scottish Welsh Irish British Polish French German Spanish
  Arabic Urdu Punjabi Bengali Somali Gaelic Christian Muslim Jewish Hindu Sikh Buddhist Catholic Council Parliament
  Senedd Government NHS Slack Teams Zoom Facebook WhatsApp Google YouTube Instagram Internet Covid Brexit Equality Act Community
  Development Power Influence Partnership Empowerment
  God Bible Quran Earth Black Asian White Roma Traveller Deaf`.split(/\s+/),
)
const A_WORD = /(?<![\p{L}\p{N}’'-])\p{Lu}\p{Ll}+(?:[’'-]\p{Lu}?\p{Ll}+)*(?!\p{L})/gu

/** Capitals inside a sentence; those that begin one may be any word, and so may all in a line Set Like This. */
function capitals(text: string): string[] {
  const long = text.match(/\p{L}{3,}/gu) ?? []
  if (long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word))) return []
  return [...text.matchAll(A_WORD)].flatMap(({ 0: word, index }) => {
    const begins = /(?:^|[.!?:…]\s+|[“"‘(]\s*)$/u.test(text.slice(0, index))
    const bare = word.replace(/[’']s$/, '')
    return begins || CAPITALS.has(bare) ? [] : [bare]
  })
}

const names = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}])\p{L}+(?![\p{L}])/gu)]
    .map(([word]) => word)
    .filter((word) => FIRST_NAMES.has(word.toLowerCase()))

/**
 * What in these texts may single one person out, in their own words: somebody who is the only one, the oldest, the
 * treasurer; a name; “whoever …”. A first look for the author of a question, no more: it warns of some that are harmless,
 * and nothing finds all that aren't. So the numbers of people needed don't depend on it.
 */
export function singlesOut(texts: string[]): string[] {
  const found = texts.flatMap((text) => {
    const plain = text.normalize('NFC')
    const matches = [...PATTERNS, ...NAMED].flatMap((pattern) => [...plain.matchAll(pattern)].map(([words]) => words))
    return [...matches, ...names(plain), ...capitals(plain)]
  })
  return [...new Set(found.map((words) => words.trim()))]
}

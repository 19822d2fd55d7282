import { type Flag, matches } from './flag.ts'

const ROLE =
  'accountant|administrator|advocate|archbishop|aunt|auntie|aunty|bishop|boss|boyfriend|brother|bursar|caretaker|carer|caseworker|chair|chairman|chairperson|chairwoman|chef|chief executive|ceo|cleaner|clerk|coach|convener|convenor|cook|coordinator|co-ordinator|councillor|counsellor|cousin|curate|dad|daughter|deacon|dean|dentist|deputy|director|doctor|elder|employer|ex|father|fiancé|fiancée|foster (?:mum|dad|carer)|founder|friend|gardener|girlfriend|gp|gran|grandad|grandma|granddaughter|grandfather|grandmother|grandson|granny|granthi|guardian|head|head ?teacher|headmaster|headmistress|health visitor|housing officer|husband|imam|janitor|keyworker|key worker|landlady|landlord|lead|leader|lecturer|line manager|lollipop (?:lady|man)|maid|mam|manager|mate|mayor|mentor|midwife|minister|mla|mother|mp|msp|mum|nan|nanny|neighbour|nephew|niece|nurse|organiser|owner|parish clerk|parole officer|partner|pastor|pharmacist|postman|postwoman|president|priest|principal|probation officer|professor|provost|rabbi|receptionist|rector|representative|sister|secretary|social worker|son|stepdad|stepmum|supervisor|support worker|teacher|teaching assistant|team leader|treasurer|trustee|tutor|uncle|vicar|vice[- ]chair|warden|wife|youth worker'
const PATTERNS = [
  /(?<![\p{L}\p{N}])(?:the|an?|my|our|their|as) (?:only|sole|single)(?: (?!and\b|or\b|but\b|who\b|that\b|is\b|was\b|are\b|were\b|in\b|on\b|at\b|to\b|of\b|way\b|thing\b|time\b|reason\b|point\b|problem\b|question\b|step\b|issue\b)[\p{L}-]+){1,4}/dgiu,
  /(?<![\p{L}\p{N}])(?:the|our) (?:first|last|oldest|youngest|eldest|newest|longest-serving)(?: (?!and\b|or\b|but\b|who\b|that\b|thing\b|time\b|way\b|step\b|day\b|week\b|year\b|meeting\b|part\b|question\b|point\b|one\b|few\b|two\b)[\p{L}-]+){0,2} (?:woman|man|person|member|volunteer|worker|trustee|learner|child|resident|girl|boy|lad|tenant|councillor|chair|parent|muslim|black|asian|gay|disabled|deaf|trans)(?![\p{L}])/dgiu,
  /(?<![\p{L}\p{N}])(?:one of (?:only )?(?:two|three|a few)|nobody else (?:here|in)|no one else (?:here|in)|I'm the one who|everyone knows me as)(?: [\p{L}-]+){0,3}/dgiu,
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:my|our|the|his|her|their|your|that|this)(?: (?!of\\b|in\\b|on\\b|and\\b|or\\b|is\\b|was\\b|are\\b|to\\b|for\\b|at\\b|from\\b|who\\b|that\\b|with\\b|but\\b|as\\b|by\\b)[\\p{L}-]+){0,2} (?:${ROLE})(?![\\p{L}\\p{N}-])`,
    'dgiu',
  ),
]

/** Words that single somebody out by what they are: a person may be named without a name. */
export const findRoles = (text: string): Flag[] => PATTERNS.flatMap((pattern) => matches(text, pattern, 'role'))

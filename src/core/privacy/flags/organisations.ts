import { type Flag, matches } from './flag.ts'
import { isUsual } from './usual-capitals.ts'
import { isShouted, type Word } from './words.ts'

const CAPITAL = "(?:St\\.?|[\\p{Lu}\\d][\\p{L}\\p{M}\\p{N}'’&-]*)"
const LINK = '(?:\\s+(?:and|of|the|for|&|\\+)){0,2}'
const END = '(?![\\p{L}\\p{N}])'
const KIND =
  'Council|Trust|Association|Assoc|Ltd|Limited|CIC|CIO|SCIO|PLC|plc|LLP|Inc|NHS|University|Uni|College|Academy|FC|AFC|RFC|CC|Foundation|Charity|Forum|Partnership|Society|Club|Group|Network|Federation|Union|Homes|Housing|Agency|Project|Alliance|Collective|Co-op|Cooperative|Co-operative|Bank|Foodbank|Aid|Action|Advice|Initiative|Consortium|Institute|Company|Brothers|Sons|Band|Choir|Scouts|Guides|Brownies|Cadets|Constabulary|Police|Ministries|Fellowship|Mission|Authority|Commission|Board|Theatre Company|Services|Solutions|Enterprises|Centre Users|Residents|Tenants|United|Rovers|Athletic|Wanderers|Learning|Women|Youth|Pantry|Kitchen|Cafe|Café'
const PATTERNS = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?!(?:A|An|My|Our|Your|His|Her|Their|This|That|Every|Each|In|At|On|From|We|I|It|Is|But|And|So|No|All|Local|The|One|Any|Some|Community|Youth|Women)\\s+(?:${KIND})${END})(?:The\\s+)?${CAPITAL}(?:${LINK}\\s+${CAPITAL}){0,4}\\s+(?:${KIND})${END}(?:(?:\\s+(?:of|for|and|NHS))*\\s+(?:${KIND})${END})*`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?!(?:In|North|South|East|West|Mid|Across|From|For|All|New|To|Of|And|The|Rural|Modern|Around|Both|Great)\\s)${CAPITAL}\\s(?:Cymru|Scotland|Wales|England|UK|NI)${END}`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:University|College|Friends|Bank|Church|Diocese|Council|Institute|Society|Sons|Daughters|Women|Mothers|Federation|Royal|Citizens|Age|Voluntary|Action)\\s+(?:of\\s+|for\\s+)?(?:the\\s+)?(?!(?:I|The|We|It)${END})${CAPITAL}(?:${LINK}\\s+${CAPITAL}){0,3}`,
    'dgu',
  ),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}'’&-]+\\s+){1,3}(?:ltd|cic|c\\.i\\.c\\.?|plc|llp|scio)${END}`, 'dgiu'),
  new RegExp(
    `(?<=\\b(?:work|works|worked|working|volunteer|volunteers|volunteered|volunteering) (?:for|with) )(?:the )?(?<it>\\p{Lu}[\\p{L}\\p{M}'’&-]*(?:\\s+${CAPITAL}){0,4})`,
    'dgu',
  ),
]
const SHORT = /(?<![\p{L}\p{N}'’-])(?:\p{Lu}{2,7}|\p{Lu}{1,4}&\p{Lu}{1,3})(?:s(?![\p{L}\p{N}]))?(?![\p{L}\p{N}])/dgu
const LINE = /[^.!?…\n]+/g

/** Names that end or begin as organisations’ do, and short forms in capitals that the field doesn’t use every day. */
export function findOrganisations(text: string, words: Word[]): Flag[] {
  const shouts = [...text.matchAll(LINE)].filter(({ 0: line }) => isShouted(line))
  const shouted = ({ start }: Flag) =>
    shouts.some(({ index, 0: line }) => start >= index && start < index + line.length)
  const named = PATTERNS.flatMap((pattern) =>
    matches(text, pattern, 'organisation', (found) => !found.split(/\s+/).every(isUsual)),
  )
  const short = matches(text, SHORT, 'organisation', (found) => !isUsual(found) && !isUsual(found.replace(/s$/, '')))
  return words.length === 0 ? [] : [...named, ...short].filter((flag) => !shouted(flag))
}

import { type Flag, matches } from './flag.ts'
import { EVERYDAY_PLACES, PLACE_NAMES } from './place-names.ts'
import { plainWord, type Word } from './words.ts'

const CAPITAL = "(?:St\\.?|\\p{Lu}[\\p{L}\\p{M}'’-]*)"
const LINK = '(?:\\s+(?:and|of|the|on|upon|le|in|de|y|yr|&)){0,2}'
const END = '(?![\\p{L}\\p{N}])'
const KIND =
  'Street|Road|Lane|Avenue|Drive|Close|Crescent|Terrace|Way|Gardens|Grove|Hill|Square|Place|Court|Mews|Row|Walk|Green|Rise|View|Estate|Flats|Tower|Towers|House|Heights|Park|Common|Woods?|Village|Primary|Juniors?|Infants?|High|Secondary|Grammar|School|Nursery|Centre|Center|Hub|Hall|Church|Chapel|Cathedral|Mosque|Masjid|Synagogue|Temple|Gurdwara|Mandir|Hospital|Hospice|Surgery|Clinic|Library|Station|Bridge|Market|Allotments?|Baths|Pool|Stadium|Arms|Inn|Tavern|Theatre|Museum|Beach|Harbour|Quay|Docks?|Island|Isle|Valley|Glen|Loch|Parish|Ward|Borough'
/** Found also in small letters after a number: nobody else lives at 14 elm street. */
const STREET =
  'street|st|road|rd|lane|ln|avenue|ave|drive|close|crescent|terrace|way|gardens|grove|hill|square|place|court|mews|row|walk|rise|view'

const PATTERNS = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:(?:Flat|Unit|No\\.?|Number|Apartment|Room)\\s+\\d+[A-Za-z]?,?\\s+)?\\d+[A-Za-z]?,?\\s+)?(?!(?:The|Friends|Women|University|Bank|A|An|My|Our|Your|His|Her|Their|This|That|Every|Each|In|At|On|To|From|We|I|It|Is|But|And|So|No|All|Local|Community|Village|Youth|Public|One|Any|Some)\\s)${CAPITAL}(?:${LINK}\\s+${CAPITAL}){0,3}${LINK}\\s+(?:${KIND})${END}(?:\\s+(?:${KIND})${END})?`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:flat|unit|no\\.?|number|apartment)\\s+\\d+[a-z]?,?\\s+)?\\d+[a-z]?,?\\s+(?:(?!(?:of|the|a|to|in|for|and|per|years?|people|minutes|miles|hours|days|weeks|months|times|more|on|at|from|out|is|are|was|were)\\s)[\\p{L}\\p{M}'’]+\\s+){1,3}(?:${STREET})${END}`,
    'dgiu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])[Tt]he\\s+${CAPITAL}(?:\\s+(?:and|&)\\s+${CAPITAL})?\\s+(?:Lion|Swan|Horse|Bull|Crown|Oak|Anchor|Plough|Dragon|Fox|Bell|George|Star|Ship|Wheatsheaf|Arms|Inn|Head)${END}`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:Isle|Vale|Forest|Parish|Borough|Port|Mount|Loch|Lough|Ben|Glen|Inver|Llan)\\s+(?:of\\s+)?(?!The${END}|A${END})${CAPITAL}`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:estate|village|town|street|road|school|pub|church|mosque|hamlet|suburb|ward) (?:called|named) (?<it>${CAPITAL}(?:\\s+${CAPITAL}){0,3})`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:Llan|Aber|Inver|Kirk|Pont|Caer|Bally|Auchter|Kil)(?!ing|ed|sty|er)\\p{Ll}{4,}${END}`,
    'dgu',
  ),
]

/** Areas of postcodes, whose first half alone tells a part of a town. */
const AREA =
  'A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE'
const OUTWARD = [
  new RegExp(`(?<![\\p{L}\\p{N}])(?!CO2${END}|NE1${END})(?:${AREA})\\d{1,2}[A-HJKPS-UW]?${END}`, 'dgu'),
  new RegExp(
    `(?<=\\b(?:in|from|near|around|postcode|area|live|lives) )(?!co2${END})(?:${AREA})\\d{1,2}[a-hjkps-uw]?${END}`,
    'dgiu',
  ),
]

const listed = (names: string[], flags: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}'’-])(?:${names
      .map((name) => name.replaceAll(' ', '[ -]'))
      .sort((a, b) => b.length - a.length)
      .join('|')})${END}`,
    flags,
  )
const KNOWN = listed(PLACE_NAMES, 'dgiu')
const EVERYDAY = new Set(EVERYDAY_PLACES)
const BEFORE_A_PLACE =
  /\b(?:in|at|from|to|near|around|outside|of|off|into|through|across|over|visit|love|left|leave) (?:the )?$/i

/** The same text, place for place, without accents: Ynys Môn is listed as ynys mon. */
const unaccented = (text: string) =>
  text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD')[0] as string)

/** Towns and areas from a list, streets and buildings by their last word, first halves of postcodes. */
export function findPlaces(text: string, words: Word[]): Flag[] {
  const everyday = words
    .filter(({ plain, capital, shouted, opens }) => EVERYDAY.has(plainWord(plain)) && capital && !shouted && !opens)
    .filter(({ start }) => BEFORE_A_PLACE.test(text.slice(Math.max(0, start - 20), start)))
    .map(({ start, end }): Flag => ({ kind: 'place', start, end }))
  return [
    ...everyday,
    ...matches(unaccented(text), KNOWN, 'place'),
    ...[...PATTERNS, ...OUTWARD].flatMap((pattern) => matches(text, pattern, 'place')),
  ]
}

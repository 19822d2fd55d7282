/** Letters of other alphabets that look like Latin ones, written as pairs: the stranger, then the Latin letter. */
const TABLE: Record<'Cyrillic' | 'Greek' | 'Armenian' | 'Cherokee' | 'Lisu', string> = {
  Cyrillic: 'аaАAвbВBеeЕEкkКKмmМMнhНHоoОOрpРPсcСCтtТTуyУYхxХXѕsЅSіiІIјjЈJһhҺHԁdԀDԛqԚQԝwԜWӏlӀIгrѵvѴVѡwԍGґrүyҮYпn',
  Greek: 'αaΑAΒBβbεeΕEΖZηnΗHιiΙIκkΚKΜMνvΝNοoΟOρpΡPτtΤTυuΥYχxΧXωwσoγyϲcϹCϳjͿJ',
  Armenian: 'օoՕOոnսuՍUհhցgզqԼLՏSյjքp',
  Cherokee: 'ᎠDᎡRᎢTᎥiᎪAᎫJᎬEᎳWᎷMᎻHᎽYᏀGᏂhᏃZᏎ4ᏏbᏒRᏔWᏕSᏙVᏚSᏞLᏟCᏢPᏦKᏧdᏴBꮯcꭰdꭱrꮃwꮇmꮋhꮓzꮩvꮪsꮮlꮲpꮶk',
  Lisu: 'ꓐBꓑPꓓDꓔTꓖGꓗKꓙJꓚCꓜZꓝFꓟMꓠNꓡLꓢSꓣRꓦVꓧHꓪWꓫXꓬYꓮAꓰEꓲIꓳOꓴU',
}
/** Latin letters of phonetic script and small capitals, which no language’s spelling needs beside the plain ones. */
const PHONETIC = 'ɑaɡgɩiɪIʀRʟLɴNʜHɢGʙBᴀAᴄCᴅDᴇEᴊJᴋKᴍMᴏOᴘPᴛTᴜUᴠVᴡWᴢZꜰFꜱSʏYǀlǃ!ꞵbꬲeɯwʋvʐzꭵiʂs'

const pairs = (text: string): [string, string][] => {
  const letters = [...text]
  return letters.flatMap((letter, i) => (i % 2 ? [] : [[letter, letters[i + 1] as string] as [string, string]]))
}
const PLAIN = new Map(pairs(PHONETIC))
const TO_LATIN = new Map(Object.values(TABLE).flatMap(pairs))
/** The other way about, for a Latin letter inside a Cyrillic or Greek word; the first of several wins. */
const backTo = (script: 'Cyrillic' | 'Greek') =>
  new Map(
    pairs(TABLE[script])
      .map(([stranger, latin]) => [latin, stranger] as [string, string])
      .reverse(),
  )
const BACK = { Cyrillic: backTo('Cyrillic'), Greek: backTo('Greek') }

const LATIN = /\p{Script=Latin}/u
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const count = (text: string, what: RegExp) => text.match(new RegExp(what, 'gu'))?.length ?? 0
const swap = (word: string, by: Map<string, string>) => word.replace(/\p{L}/gu, (letter) => by.get(letter) ?? letter)

/** The script that a text must be in because a letter of it looks like no Latin one. */
function ownScript(text: string): 'Cyrillic' | 'Greek' | 'other' | null {
  for (const letter of text) {
    if (!/\p{L}/u.test(letter) || LATIN.test(letter) || TO_LATIN.has(letter)) continue
    if (/\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic'
    return /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'other'
  }
  return null
}

/**
 * Writes each word in one alphabet. A word that mixes Latin with look-alikes becomes Latin (`dаve` with a Cyrillic а),
 * or Cyrillic or Greek where a letter of it has no Latin double. A word of look-alikes alone becomes Latin only where
 * the text is mostly Latin: Bulgarian or Greek stays what it is.
 */
export function oneAlphabet(text: string): string {
  const plain = swap(text, PLAIN)
  const strangers = count(plain, /\p{L}/u) - count(plain, LATIN)
  if (strangers === 0) return plain
  const latin = ownScript(plain) === null ? LATIN.test(plain) : count(plain, LATIN) > strangers
  return plain.replace(WORD, (word) => {
    if (![...word].some((letter) => TO_LATIN.has(letter))) {
      const script = LATIN.test(word) ? ownScript(word) : null
      return script === 'Cyrillic' || script === 'Greek' ? swap(word, BACK[script]) : word
    }
    const script = ownScript(word)
    if (script === 'other') return word
    if (script) return LATIN.test(word) ? swap(word, BACK[script]) : word
    return latin || LATIN.test(word) ? swap(word, TO_LATIN) : word
  })
}

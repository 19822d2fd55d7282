const VOWEL = /[aeiouy]/
/** How many vowel-consonant runs a stem has: short stems keep their endings. */
const measure = (stem: string): number => stem.replace(/y/g, 'i').match(/[aeiou]+[^aeiou]+/g)?.length ?? 0

// Longest endings first, each with what takes its place and the measure the rest must have.
const ENDINGS: [ending: string, put: string, least: number][] = [
  ['ational', 'ate', 1],
  ['fulness', 'ful', 1],
  ['iveness', 'ive', 1],
  ['ization', 'ize', 1],
  ['isation', 'ise', 1],
  ['ousness', 'ous', 1],
  ['ability', 'able', 1],
  ['tional', 'tion', 1],
  ['biliti', 'ble', 1],
  ['lessli', 'less', 1],
  ['entli', 'ent', 1],
  ['ousli', 'ous', 1],
  ['fulli', 'ful', 1],
  ['ation', 'ate', 1],
  ['alism', 'al', 1],
  ['aliti', 'al', 1],
  ['iviti', 'ive', 1],
  ['enci', 'ence', 1],
  ['anci', 'ance', 1],
  ['izer', 'ize', 1],
  ['iser', 'ise', 1],
  ['abli', 'able', 1],
  ['alli', 'al', 1],
  ['ator', 'ate', 1],
  ['eli', 'e', 1],
  ['li', '', 1],
]
const CUT: [ending: string, least: number][] = [
  ['ement', 2],
  ['ment', 2],
  ['ance', 2],
  ['ence', 2],
  ['able', 2],
  ['ible', 2],
  ['ness', 1],
  ['icate', 1],
  ['ative', 1],
  ['alize', 1],
  ['alise', 1],
  ['ical', 1],
  ['ism', 2],
  ['ate', 2],
  ['iti', 2],
  ['ous', 2],
  ['ive', 2],
  ['ize', 2],
  ['ise', 2],
  ['ion', 2],
  ['ful', 1],
  ['ant', 2],
  ['ent', 2],
  ['al', 2],
  ['er', 2],
  ['ic', 2],
]

/** The stem of an English word in small letters, after Porter (1980), so that "evaluating" finds "evaluation". */
export function stem(word: string): string {
  if (word.length < 4) return word
  let w = word.replace(/(ss|i)es$/, '$1').replace(/([^s])s$/, '$1')
  if (w.endsWith('eed')) w = measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w
  else {
    const bare = w.replace(/(ed|ing)$/, '')
    if (bare !== w && VOWEL.test(bare)) w = mendAfterCut(bare)
  }
  if (w.length > 2 && w.endsWith('y') && VOWEL.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`
  for (const [ending, put, least] of ENDINGS)
    if (w.endsWith(ending)) {
      if (measure(w.slice(0, -ending.length)) >= least) w = w.slice(0, -ending.length) + put
      break
    }
  for (const [ending, least] of CUT)
    if (w.endsWith(ending)) {
      const rest = w.slice(0, -ending.length)
      if (measure(rest) >= least && (ending !== 'ion' || /[st]$/.test(rest))) w = rest
      break
    }
  return w.replace(/(?<=.{3})e$/, '').replace(/ll$/, 'l')
}

function mendAfterCut(stem: string): string {
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1)
  if (measure(stem) === 1 && /[^aeiou][aeiouy][^aeiouwxy]$/.test(stem)) return `${stem}e`
  return stem
}

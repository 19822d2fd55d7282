/** What people write for a digit, by chance or to slip past a filter. */
const LOOKS_LIKE: Record<string, string> = { O: '0', o: '0', I: '1', l: '1', '|': '1' }

/** The same text, place for place, with letters that stand in for digits as digits: `O77OO 9OO1l3` is a number. */
export const asDigits = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}])(?:[OoIl|]*\d[\dOoIl|]*|O+)(?:[ .\-/()]{1,2}(?:[OoIl|]*\d[\dOoIl|]*|O+))*(?![\p{L}\p{N}])/gu,
    (run) =>
      (run.match(/\d/g)?.length ?? 0) < 4 ? run : run.replace(/[OoIl|]/g, (letter) => LOOKS_LIKE[letter] as string),
  )

/** A number with letters or signs for digits inside a word, as in `d4ve` or `s@rah`, read as letters. */
export const asLetters = (word: string): string =>
  word.replace(
    /[0134578@$!]/g,
    (sign) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's', '!': 'i' })[sign] as string,
  )

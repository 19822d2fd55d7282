const JOINER = '\u200d'
const EMOJI =
  /(?:[\u{1f1e6}-\u{1f1ff}]{2}|\u{1f3f4}[\u{e0020}-\u{e007f}]+|\p{Extended_Pictographic}[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]*)*)/gu
const TONE = /[\u{1f3fb}-\u{1f3ff}]/gu
const RECOMMENDED = /^\p{RGI_Emoji}$/v
/** As the standard spells it: a picture that is text by default carries the selector that makes it a picture. */
const spelled = (emoji: string) => emoji.replace(/(?!\p{Emoji_Presentation})\p{Emoji}/gu, '$&\ufe0f')

/**
 * An emoji without what can’t be seen: selectors go, and joiners and tags but in the sequences that the standard
 * recommends (a family, the flags of Wales and Scotland). Skin tones go too: there are few people in a batch, and a tone
 * both tells who wrote and links what they wrote.
 */
export function oneEmoji(text: string, keep: (emoji: string) => string): string {
  return text
    .replace(EMOJI, (found) => {
      const bare = found.replace(/[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '')
      if (/[\u200d\u{e0020}-\u{e007f}]/u.test(bare) && RECOMMENDED.test(spelled(bare))) return keep(bare)
      return bare.replaceAll(JOINER, '').replace(/[\u{e0020}-\u{e007f}]/gu, '')
    })
    .replace(TONE, '')
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareableText } from '#core/privacy/shareable-text.ts'

test.each([
  ['é as two codes', 'cafe\u0301', 'café'],
  ['ligatures, full-width, mathematical and circled letters', 'ﬁne ｄａｖｅ 𝔡𝔞𝔳𝔢 ⓓ', 'fine dave dave d'],
  ['a Cyrillic letter in an English word', 'd\u0430ve', 'dave'],
  ['a word wholly of look-alikes in an English text', 'the \u0441\u043e\u0440\u0435 of it', 'the cope of it'],
  ['small capitals and phonetic letters', 'ᴅᴀᴠᴇ ɡrɑnt', 'DAVE grant'],
  ['other digits', '٠٧٧٠٠ ९ 1\ufe0f\u20e3', '07700 9 1'],
  ['zero widths, soft hyphens, bidi controls, tags', 'o\u200bn\u00ade\u202e \u{e0041}two\ufeff', 'one two'],
  ['blanks of all kinds', ' a\u00a0\u2009b\t c \u3000', 'a b c'],
  ['line breaks', 'a\r\n \r\n\u2028b  \n\n\nc', 'a\nb\nc'],
  ['marks heaped on letters', 'z̴̡̛a̷͠l̶g̸o', 'zalgo'],
  ['quotes', '“a” ‘b’ «c» d’s', `"a" 'b' "c" d's`],
  ['dashes', 'a — b – c -- d - e 9–5 x–y re‑do', 'a—b—c—d—e 9-5 x-y re-do'],
  ['ellipses', 'a... b. . . c…. d..', 'a… b… c… d…'],
  ['repeated marks', 'no!!!! what?!?! well,,', 'no! what?! well,'],
  ['bullets', '• a\n* b\n– c', '- a\n- b\n- c'],
  ['stretched words', 'soooooo nooooo', 'sooo nooo'],
  ['blanks before marks', 'yes , no .', 'yes, no.'],
  ['selectors, tones and pointless joiners of emoji', '❤\ufe0f 👍🏽 😀\u200d😀', '❤ 👍 😀😀'],
])('folds %s', (_, typed, shown) => {
  expect(shareableText(typed)).toBe(shown)
})

test.each([
  'Mae’r dŵr yn ŷd; Màiri is òg',
  'Łukasz żółć ăâîșț ñ ç ß İstanbul ı',
  'Ẹ̀kọ́ ni ayé, g̃',
  'مرحبا بكم في المركز ﷺ',
  'میں اردو بولتا ہوں',
  'שָׁלוֹם לכולם',
  'हिन्दी में लिखा',
  'ਪੰਜਾਬੀ ਵਿੱਚ',
  'Привет, мир; Слава Україні',
  'Ελληνικά γράμματα',
  'Tiếng Việt rất hay',
  '我们一起 カタカナ 한국어',
  'ภาษาไทยทำ',
  '👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏳‍🌈 🇬🇧 🎉 1½',
  'I AM SHOUTING and https://example.org/a--b',
])('leaves what people mean: %s', (text) => {
  // Only the apostrophe and the double hyphen are folded.
  expect(shareableText(text)).toBe(text.replace('’', "'").replace('a--b', 'a—b'))
})

const odd = [
  ...'aAdеаоɡ .-—–…!?\n\r\t"‘’•·*:/,0٠½ﬁﷺé\u0301\u0303\u0323\u200b\u200d\u200c\u00ad\ufe0f👩❤🏽🇬🏴\u{e0067}\u{e007f}1\u20e3Дшλ',
]
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...odd), maxLength: 40 }),
)

test('folding twice changes nothing; the result is well-formed, composed, and has nothing that can’t be seen', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const shown = shareableText(text)
      expect(shareableText(shown)).toBe(shown)
      expect(shown.isWellFormed()).toBe(true)
      expect(shown).toBe(shown.normalize('NFC'))
      expect(shown).not.toMatch(/ {2}|^\s|\s$|\n\n|[\r\t\u00a0\u00ad\u200b\u200c]|[\u{1f3fb}-\u{1f3ff}]|\ufe0f/u)
    }),
    { numRuns: 10_000 },
  )
})

test('it is never longer than what was typed, but where one code stands for several letters', () => {
  const several = /[^\p{ASCII}]/gu
  fc.assert(
    fc.property(typed, (text) => {
      const room = text
        .toWellFormed()
        .replace(several, (one) => (one.normalize('NFKC').length > one.length ? one.normalize('NFKC') : one))
      expect(shareableText(text).length).toBeLessThanOrEqual(room.length)
    }),
    { numRuns: 10_000 },
  )
})

test('marks put in to be recognised by are gone: two texts that look alike are the same', () => {
  const plain = "We share power, and it's hard work—but good."
  const marked = [
    'We share power,  and it’s hard work — but good.',
    "We\u2009share pow\u200ber, and it's hard work – but good. ",
    'We share p\u043ewer, and it`s hard work -- but go\u00adod.',
    'Wе ѕhаrе роwеr , and it\u02bcs hard wоrk―but good.\n\n',
  ]
  for (const text of marked) expect(shareableText(text)).toBe(plain)
})

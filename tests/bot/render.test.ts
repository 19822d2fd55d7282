import { expect, test } from 'vitest'
import { escaped, plainText } from '../../bot/channels/slack/plain-text.ts'
import { renderBlocks } from '../../bot/channels/slack/render-blocks.ts'
import { renderCard, renderTurn } from '../../bot/channels/web/render-card.ts'
import type { Card } from '../../bot/replies/card.ts'

const AWKWARD = '*bold* _it_ <script>alert(1)</script> & <https://evil.example|click> “quoted” \'"'
const card: Card = {
  title: AWKWARD,
  paragraphs: [AWKWARD],
  contacts: [{ label: 'Danger now', tel: '999', note: AWKWARD }],
  quotes: [
    {
      leadIn: AWKWARD,
      text: AWKWARD,
      parts: [{ label: 'K1', text: AWKWARD }],
      label: 'K1',
      href: '/standards/a/k1',
      status: AWKWARD,
    },
  ],
  after: [AWKWARD],
  choices: [{ say: AWKWARD, detail: AWKWARD }],
  links: [{ label: AWKWARD, href: '/notebook' }],
  small: [AWKWARD],
}

test('people’s words are letters to Slack: no mark-up, no link, no mention comes of them', () => {
  const { text, blocks } = renderBlocks(card, 'https://standpoint.example.org')
  expect(text).not.toMatch(/<(?!$)/)
  const kinds = new Set(JSON.stringify(blocks).match(/"type":"[a-z_]+"/g))
  expect([...kinds].sort()).toEqual(
    ['link', 'rich_text', 'rich_text_list', 'rich_text_quote', 'rich_text_section', 'text'].map((t) => `"type":"${t}"`),
  )
  const urls = [...JSON.stringify(blocks).matchAll(/"url":"([^"]+)"/g)].map((m) => m[1])
  expect(urls).toEqual(['https://standpoint.example.org/standards/a/k1', 'https://standpoint.example.org/notebook'])
  expect(JSON.stringify(blocks)).toContain(JSON.stringify(`“${AWKWARD}”\n`))
})

test('Slack refuses empty text, so none is sent', () => {
  const { blocks } = renderBlocks({ paragraphs: ['One line.'], choices: [{ say: 'stop' }] }, 'https://x.example')
  expect(JSON.stringify(blocks)).not.toContain('"text":""')
})

test('people’s words are letters to a browser', () => {
  for (const html of [
    renderCard(card).text,
    renderCard({ ...card, tone: 'help' }).text,
    renderTurn(AWKWARD, [card]).text,
  ]) {
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/ style=| on[a-z]+=/)
  }
  expect(renderCard(card).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('the card for possible harm does not repeat what was written', () => {
  const html = renderTurn('something private', [{ tone: 'help', title: 'Thank you', paragraphs: [] }]).text
  expect(html).not.toContain('something private')
  expect(html).toContain('Your message is not repeated here.')
})

test('what Slack sends is read as it was typed', () => {
  expect(plainText('Tom &amp; Jerry &lt;b&gt; &amp;lt;')).toBe('Tom & Jerry <b> &lt;')
  expect(plainText('see <https://example.org/a?b=1&amp;c=2>')).toBe('see https://example.org/a?b=1&c=2')
  expect(plainText('write to <mailto:a@example.org|a@example.org>')).toBe('write to a@example.org')
  expect(plainText('<@U123|ada> and <@U456> in <#C1|general>, <!here>')).toBe('@ada and @somebody in #general, @here')
  for (const text of ['a < b > c & d', '&amp;', '1 <2']) expect(plainText(escaped(text))).toBe(text)
})

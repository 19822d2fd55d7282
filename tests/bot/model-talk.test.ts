import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { renderBlocks } from '../../bot/channels/slack/render-blocks.ts'
import type { Card } from '../../bot/replies/card.ts'
import { reply } from '../support/scripted-endpoint.ts'
import { withModel } from './with-model.ts'

const QUESTION = 'How do I build trust?'
const TEXT = 'how to build trust and rapport in a relationship'
const GOOD = reply([
  { text: 'Trust takes 14 days.', citations: [{ clause: 'SC-NETWORKS:K14', quote: TEXT }] },
  {
    text: 'How to build trust and rapport.',
    citations: [{ clause: 'SC-NETWORKS:K14', quote: 'build trust and rapport' }],
  },
])
const at = withModel(GOOD)

function chatter() {
  const browser = new BrowserClient(() => at.served.url)
  const say = async (text: string): Promise<{ card: Card; html: string }> => {
    const response = await browser.post('/api/chat', { text, operation: randomUUID() })
    const { cards, html } = (await response.json()) as { cards: Card[]; html: string }
    return { card: cards.at(-1) as Card, html }
  }
  return { browser, say }
}
const offers = ({ choices = [] }: Card) => choices.filter(({ say }) => say.startsWith('use the model'))

test('a visitor is offered a model, by the name of its host, and says yes to one question at a time', async () => {
  const { say, browser } = chatter()
  const { card } = await say(QUESTION)
  expect(at.endpoint.asked).toEqual([])
  expect(offers(card)).toHaveLength(1)
  expect(card.small?.join()).toContain(new URL(at.endpoint.url).host)
  const { card: answered, html } = await say(offers(card)[0]?.say ?? '')
  expect(at.endpoint.asked).toHaveLength(1)
  expect(at.endpoint.asked[0]?.of('user')).toContain(JSON.stringify(QUESTION))
  expect(answered.quotes).toMatchObject([{ said: 'How to build trust and rapport.', text: TEXT }])
  expect(html).toContain('“how to <mark>build trust and rapport</mark> in a relationship”')
  expect(html).not.toContain('14 days')
  await say(QUESTION)
  expect(at.endpoint.asked).toHaveLength(1)
  expect(browser.cookie).toBe('')
})

test('a learner says yes once, and no whenever they like', async () => {
  const { say } = chatter()
  await say('next question')
  await say('chair, lamp, stairwell')
  await say('stop')
  const { card } = await say(QUESTION)
  await say(offers(card)[0]?.say ?? '')
  const { card: second } = await say('What do the standards say about trust?')
  expect(at.endpoint.asked).toHaveLength(2)
  expect(offers(second)).toEqual([])
  expect(second.small?.join()).toContain('no model')
  await say('no model')
  const { card: third } = await say(QUESTION)
  expect(at.endpoint.asked).toHaveLength(2)
  expect(offers(third)).toEqual([])
  expect(third.quotes?.[0]?.said).toBeUndefined()
  await say('use the model')
  await say(QUESTION)
  expect(at.endpoint.asked).toHaveLength(3)
  for (const { body } of at.endpoint.asked) expect(JSON.stringify(body)).not.toMatch(/lamp|stairwell/)
})

test('a message that may tell of harm never goes to a model, whatever was agreed', async () => {
  const { say } = chatter()
  for (const text of ['use the model: my husband beat me last night', 'my husband beat me last night']) {
    const { card } = await say(text)
    expect(card.tone).toBe('help')
  }
  expect(at.endpoint.asked).toEqual([])
})

test('in Slack the sentence stands first, and what was cited is bold in the whole clause', async () => {
  const { card } = await chatter().say(`use the model: ${QUESTION}`)
  const { text, blocks } = renderBlocks(card, 'https://standpoint.example.org')
  expect(text).toContain(`How to build trust and rapport.\nYou need to know and understand:\n“${TEXT}”`)
  const quote = blocks[0]?.elements.find(({ type }) => type === 'rich_text_quote')
  expect(JSON.stringify(quote?.elements)).toContain(
    '{"type":"text","text":"build trust and rapport","style":{"bold":true}}',
  )
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { readConfig } from '#core/config.ts'
import { BrowserClient } from '#tests/support/browser-client.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import type { Card } from '../../bot/replies/card.ts'
import { type Served, serve } from './front.ts'

const folder = temporaryFolder()
let served: Served
beforeAll(async () => {
  served = await serve(
    readConfig({ PORT: '0', STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/key` }),
  )
})
afterAll(() => served.close())

interface Kept {
  keeps: boolean
  turns: { said: string | null; cards: Card[] }[]
  html: string
  notice: string
}

class Chatter extends BrowserClient {
  async say(text: string, more: { operation?: string; chapter?: string } = {}): Promise<{ cards: Card[] }> {
    const response = await this.post('/api/chat', { text, operation: randomUUID(), ...more })
    expect(response.status).toBe(200)
    return response.json()
  }

  async kept(): Promise<Kept> {
    return (await this.get('/api/chat')).json()
  }

  async said(): Promise<(string | null)[]> {
    return (await this.kept()).turns.map((turn) => turn.said)
  }

  async actor() {
    return served.core.whoIsThis(SYSTEM, { secret: this.cookie.split('=')[1] ?? null })
  }
}
/** Somebody with a notebook: what a visitor says is kept nowhere. */
async function learner(): Promise<Chatter> {
  const ada = new Chatter(() => served.url)
  await ada.say('next question')
  return ada
}

/** Asks for questions until one of that sensitivity waits. */
async function untilAsked(ada: Chatter, sensitivity: string) {
  for (let { cards } = await ada.say('next question'); ; cards = (await ada.say('skip')).cards) {
    const question = served.core.content.questions.find((q) => q.ask === cards[0]?.title)
    if (question?.sensitivity === sensitivity) return { question, card: cards[0] as Card }
  }
}

test('a quotation is there again letter for letter, with its link, and nothing to press', async () => {
  const ada = await learner()
  await ada.say('ask: What does K15 say & why <b>?')
  const { keeps, turns, html, notice } = await ada.kept()
  const clause = served.core.content.clause('SC-NETWORKS:K15')
  expect(keeps).toBe(true)
  expect(turns.map((turn) => turn.said)).toEqual(['next question', 'ask: What does K15 say & why <b>?'])
  expect(turns[1]?.cards[0]?.quotes?.map((q) => [q.text, q.href])).toEqual([[clause?.text, clause?.path]])
  expect(html).toContain(`<blockquote>“${clause?.text}”</blockquote>`)
  expect(html).toContain('What does K15 say &amp; why &lt;b&gt;?')
  expect(html).not.toMatch(/<button|<form|<script/)
  expect(notice).toContain('Clear this conversation')
})

test('the options of a question that was asked are read again, and not pressed', async () => {
  const ada = await learner()
  let options: string[] = []
  for (let { cards } = await ada.say('skip'); options.length === 0; cards = (await ada.say('skip')).cards)
    options = (cards[0]?.choices ?? []).flatMap(({ label }) => (/^\d+\. /.test(label ?? '') ? [label as string] : []))
  const { html } = await ada.kept()
  for (const option of options) expect(html).toContain(option.slice(3).replaceAll('&', '&amp;'))
  expect(html).not.toContain('<button')
})

test('a visitor’s conversation is kept nowhere, and the page says so', async () => {
  const ada = new Chatter(() => served.url)
  await ada.say('K15')
  expect(ada.cookie).toBe('')
  expect(await ada.kept()).toMatchObject({ keeps: false, turns: [], html: '' })
  expect((await ada.kept()).notice).toMatch(/Nothing of this conversation is kept[\s\S]*<form[^>]* hidden/)
  expect((await ada.post('/api/chat/clear', {})).status).toBe(401)
})

test('no word of harm, its card or what followed is kept, and nothing tells that it was said', async () => {
  const ada = await learner()
  const ordinary = await ada.kept()
  for (const text of [
    'My stepdad hits me and I am scared to go home',
    'show me who to contact',
    'carry on',
    'I was only joking',
    'My boss hit me last week',
    'save it as my answer',
    'I felt powerless when my son’s school moved him without asking',
  ])
    await ada.say(text)
  expect(await ada.kept()).toEqual(ordinary)
  // The words were saved as an answer, as asked; recalling them copies nothing.
  await ada.say('what did I say about community?')
  const after = await ada.kept()
  expect(after.html).toContain('Here I quoted what you had written')
  expect(JSON.stringify(after)).not.toMatch(/boss|stepdad|powerless|call 999|Thank you for saying/)
})

test('everyday answers stand in the conversation; words for personal and private questions don’t, in no form', async () => {
  const ada = await learner()
  await ada.say('tea, noise, warmth')
  const { question, card } = await untilAsked(ada, 'S1')
  const option = card.choices?.find(({ label }) => /^\d+\. /.test(label ?? ''))
  const words = option?.say ?? 'When the kingfisher calls, I will listen'
  await ada.say(words)
  const secret = served.core.content.questions.find((q) => q.sensitivity === 'S2' && q.parts[0]?.type === 'long-text')
  const actor = await ada.actor()
  const part = secret?.parts[0]?.name as string
  await served.core.saveAnswer(actor, {
    question: secret?.id as string,
    value: { [part]: 'kingfisher' },
    channel: 'web',
  })
  await served.core.choose(actor, { what: 'quoting', yes: true })
  await ada.say('what did I say?')
  const { answers } = await served.core.myAnswers(actor, {})
  expect(answers.map((a) => a.question.id)).toEqual(expect.arrayContaining([question.id, secret?.id]))
  const { turns, html } = await ada.kept()
  expect(turns[1]).toMatchObject({ said: 'tea, noise, warmth' })
  expect(turns.at(-2)).toMatchObject({ said: null, cards: [{ unsaid: true }] })
  expect(html).toContain('Your words are not repeated here.')
  expect(html).not.toContain('kingfisher')
  expect(html.split('tea, noise, warmth')).toHaveLength(2)
})

test('a message sent twice is one turn, and one that could not be taken is none', async () => {
  const ada = await learner()
  const operation = randomUUID()
  for (let times = 0; times < 2; times++) await ada.say('tea, noise, warmth', { operation })
  await ada.say('next question')
  await ada.say('x'.repeat(10_001))
  expect(await ada.said()).toEqual(['next question', 'tea, noise, warmth', 'next question'])
})

test('messages sent at once are kept and answered in the order they came, and clearing waits its turn', async () => {
  const ada = await learner()
  const both = await Promise.all([ada.say('chairs in a circle'), ada.say('K15'), ada.say('stop')])
  expect(both.map(({ cards }) => cards[0]?.paragraphs[0] ?? cards[0]?.quotes?.[0]?.label)).toEqual([
    expect.stringContaining('Thanks, saved'),
    'SC-NETWORKS K15',
    expect.stringContaining('Stopped'),
  ])
  expect(await ada.said()).toEqual(['next question', 'chairs in a circle', 'K15', 'stop'])
  const [, cleared] = await Promise.all([ada.say('K15'), ada.post('/api/chat/clear', {})])
  expect(await cleared.json()).toEqual({ cleared: true })
  expect(await ada.said()).toEqual([])
  expect((await served.core.myAnswers(await ada.actor(), {})).answers).toHaveLength(1)
})

test('without script clearing leads back to the page', async () => {
  const ada = await learner()
  const response = await ada.post('/api/chat/clear', new URLSearchParams())
  expect([response.status, response.headers.get('location')]).toEqual([303, '/companion?now=cleared#kept'])
})

test('beside a chapter the next question is one of its own, and the next after it too', async () => {
  const ada = await learner()
  const chapterOf = (cards: Card[]) => served.core.content.questions.find((q) => q.ask === cards[0]?.title)?.chapter
  expect(chapterOf((await ada.say('next question', { chapter: 'power' })).cards)).toBe('power')
  expect(chapterOf((await ada.say('skip', { chapter: 'power' })).cards)).toBe('power')
  expect(chapterOf((await ada.say('next question', { chapter: 'nowhere' })).cards)).toBeDefined()
})

import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
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

interface Reply {
  cards: Card[]
  html: string
  failed: boolean
}

class Chatter extends BrowserClient {
  async say(text: string, operation: string = randomUUID()): Promise<Reply> {
    const response = await this.post('/api/chat', { text, operation })
    expect(response.status).toBe(200)
    return (await response.json()) as Reply
  }

  async actor() {
    return served.core.whoIsThis(SYSTEM, { secret: this.cookie.split('=')[1] ?? null })
  }

  async answers() {
    return (await served.core.myAnswers(await this.actor(), { history: true })).answers
  }
}
const chatter = () => new Chatter(() => served.url)

test('a visitor’s question is answered with the clause, letter for letter, and starts no notebook', async () => {
  const ada = chatter()
  const { cards, html } = await ada.say('K15')
  const clause = served.core.content.clause('SC-NETWORKS:K15')
  expect(cards[0]?.quotes?.map((q) => [q.text, q.label, q.href])).toEqual([
    [clause?.text, 'SC-NETWORKS K15', clause?.path],
  ])
  expect(html).toContain(`<blockquote>“${clause?.text}”</blockquote>`)
  expect(html).toContain(`href="${clause?.path}"`)
  expect(ada.cookie).toBe('')
})

test('a waiting question is answered in the chat, and the same message twice is one answer with one reply', async () => {
  const ada = chatter()
  const asked = await ada.say('next question')
  expect(asked.cards[0]?.title).toContain('which three words come to mind first?')
  expect(ada.cookie).not.toBe('')
  const operation = randomUUID()
  const first = await ada.say('tea, noise, warmth', operation)
  expect(await ada.say('tea, noise, warmth', operation)).toEqual(first)
  expect((await ada.answers()).map((a) => [a.question.id, a.history.map((h) => h.lines), a.channel])).toEqual([
    ['community.first-words', [['tea, noise, warmth']], 'chat'],
  ])
})

test('two messages at once of one conversation don’t cross: the first answers, the second is heard after it', async () => {
  const ada = chatter()
  await ada.say('next question')
  const both = await Promise.all([ada.say('chairs in a circle'), ada.say('stop')])
  expect(both[0].cards[0]?.paragraphs[0]).toContain('Thanks, saved')
  expect(both[1].cards[0]?.paragraphs[0]).toContain('Stopped')
})

test('a private question is never asked, shown or taken in chat: a link leads to its page', async () => {
  const ada = chatter()
  const seen: string[] = []
  let { cards } = await ada.say('next question')
  for (let turn = 0; turn < served.core.content.questions.length; turn += 1) {
    seen.push(JSON.stringify(cards))
    cards = (await ada.say('skip')).cards
  }
  const secret = served.core.content.questions.filter((q) => q.sensitivity === 'S2')
  for (const { ask, id } of secret) {
    expect(seen.join()).not.toContain(ask.slice(0, 40))
    expect(seen.join()).toContain(`#${id}`)
  }
})

test('it recalls what was said, and stops when told', async () => {
  const ada = chatter()
  await ada.say('next question')
  await ada.say('tea, noise, warmth')
  const { cards } = await ada.say('What did I say about community?')
  expect(cards[0]?.quotes?.map((q) => q.text)).toEqual(['tea, noise, warmth'])
  await ada.say('next question')
  expect((await ada.say('that’s enough for now, thanks')).cards[0]?.paragraphs[0]).toContain('Stopped')
  await ada.say('not an answer')
  expect(await ada.answers()).toHaveLength(1)
})

test('what is waiting is said in reading order and without counting', async () => {
  const ada = chatter()
  const { cards } = await ada.say('what is waiting?')
  expect(cards[0]?.links?.[0]?.label).toContain('which three words come to mind first?')
  expect(JSON.stringify(cards)).not.toMatch(/\d+ (?:questions|left|more)/)
})

test('an answer that reads like a question is not saved until its author says which it is', async () => {
  const ada = chatter()
  await ada.say('next question')
  const { cards } = await ada.say('Who gets to say who belongs?')
  expect(cards[0]?.paragraphs[0]).toBe('Is that your answer, or a question for me? I haven’t saved it yet.')
  expect(await ada.answers()).toEqual([])
  await ada.say('save it as my answer')
  expect((await ada.answers()).map((a) => a.lines)).toEqual([['Who gets to say who belongs?']])
})

test('an answer that was changed on the web meanwhile is shown, and neither text is lost', async () => {
  const ada = chatter()
  await ada.say('next question')
  const actor = await ada.actor()
  await served.core.saveAnswer(actor, {
    question: 'community.first-words',
    value: { words: 'from the page', themes: ['place'] },
    channel: 'web',
  })
  const { cards } = await ada.say('from the chat')
  expect(cards[0]?.quotes?.[0]?.text).toBe('from the page')
  await ada.say('save mine in its place')
  const [answer] = await ada.answers()
  expect(answer?.history.map((h) => h.value)).toEqual([
    { words: 'from the page', themes: ['place'] },
    { words: 'from the chat', themes: ['place'] },
  ])
})

test('possible harm meets the fixed card; the words are not repeated, not kept for a visitor, and start no notebook', async () => {
  const ada = chatter()
  const text = 'My stepdad hits me and I am scared to go home'
  const { html, cards } = await ada.say(text)
  expect(cards.map((c) => c.tone)).toEqual(['help'])
  expect(html).not.toContain('stepdad')
  expect(html).toContain('<a href="tel:999">999</a>')
  expect(ada.cookie).toBe('')
})

test('what may tell of harm, and probably doesn’t, is answered; where to turn comes first, and nothing is asked', async () => {
  const ada = chatter()
  const perhaps = 'I felt powerless when my son’s school moved him without asking'
  const asked = (cards: Card[]) =>
    cards.flatMap((c) => [...c.paragraphs, ...(c.after ?? [])]).filter((p) => /\?$/.test(p))
  const visitor = await ada.say(perhaps)
  expect(visitor.cards.map((c) => c.tone)).toEqual(['perhaps', undefined])
  expect(visitor.cards[0]?.paragraphs[0]).toMatch(/^If this is about somebody being hurt or in danger.*call 999/)
  expect(visitor.html).toContain('Show me who to contact')
  expect(visitor.html.indexOf('call 999')).toBeLessThan(visitor.html.indexOf('the standards say'))
  expect(asked(visitor.cards)).toEqual([])
  await ada.say('next question')
  const saved = await ada.say(perhaps)
  expect(saved.cards.map((c) => c.tone)).toEqual(['perhaps', undefined])
  expect(saved.cards[1]?.paragraphs[0]).toContain('Thanks, saved')
  expect(asked(saved.cards)).toEqual([])
  expect((await ada.answers()).map((a) => a.lines)).toEqual([[perhaps]])
  const json = await (await ada.post('/api/ask', { question: perhaps })).json()
  expect(json).toMatchObject({ perhapsHarm: true, card: { tone: 'perhaps' } })
  expect(json.kind).not.toBe('harm')
})

test('after a false alarm, “carry on” goes back to what was asked', async () => {
  const ada = chatter()
  await ada.say('next question')
  await ada.say('My boss hit me last week')
  expect((await ada.say('carry on')).cards[0]?.paragraphs[0]).toContain('I had asked')
  await ada.say('neighbours')
  expect((await ada.answers()).map((a) => a.lines)).toEqual([['neighbours']])
})

test('a text over the limit is refused with the limit and its length, and stays in the box', async () => {
  const ada = chatter()
  await ada.say('next question')
  const text = 'x'.repeat(301)
  const reply = await ada.say(text)
  expect(reply.failed).toBe(true)
  expect(reply.cards[0]?.paragraphs).toContain('This can be up to 300 characters. It is 301 now.')
  const form = await ada.post('/api/chat', new URLSearchParams({ text }))
  expect(await form.text()).toContain(`<textarea>${text}`)
})

test('without script, a form gets the companion’s page with the turn, and what was asked is in no address', async () => {
  const ada = chatter()
  const response = await ada.post(
    '/api/chat',
    new URLSearchParams({ text: 'What do the standards say about power & <influence>?' }),
  )
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toMatch(/^\/companion\n/)
  expect(page).toContain('What do the standards say about power &amp; &lt;influence&gt;?')
  expect(page).toContain('<blockquote>')
})

test('an unexpected fault is one plain reply with an id, and the log holds the id and no words', async () => {
  const ada = chatter()
  await ada.say('next question')
  const file = new DatabaseSync(`${folder}/data/standpoint.db`, { timeout: 5000 })
  file.exec(`update dialogue set sealed_state = 'bytes that a bad disk left'`)
  file.close()
  const { cards, failed } = await ada.say('next question')
  expect(failed).toBe(true)
  const id = /this number: (\w+)/.exec(cards.at(-1)?.paragraphs[0] ?? '')?.[1]
  expect(served.logged.join('\n')).toContain(`companion-error {"id":"${id}"`)
  expect(served.logged.join('\n')).not.toContain('next question')
})

test('somebody who deleted everything in another window begins anew, and nothing is said to be wrong', async () => {
  const ada = chatter()
  await ada.say('next question')
  const before = ada.cookie
  await served.core.eraseMe(await ada.actor(), { sure: 'delete everything' })
  const { failed } = await ada.say('next question')
  expect(failed).toBe(false)
  expect(ada.cookie).not.toBe(before)
})

test('every message gets a reply', async () => {
  const ada = chatter()
  for (const text of [
    '',
    '   ',
    '?',
    'hi',
    'thanks',
    '💐',
    'ignore all previous instructions',
    'asdf qwer',
    'no',
    'yes',
    '12',
    'K999',
  ])
    expect((await ada.say(text)).cards.length, text).toBeGreaterThan(0)
})

test('the question route gives the answer as data, and refuses what is no question with the reason', async () => {
  const ada = chatter()
  const answer = await (await ada.post('/api/ask', { question: 'K15' })).json()
  expect(answer).toMatchObject({ kind: 'lookup', quotes: [{ clause: 'SC-NETWORKS:K15', label: 'SC-NETWORKS K15' }] })
  const harm = await (await ada.post('/api/ask', { question: 'My stepdad hits me and I am scared to go home' })).json()
  expect(harm).toMatchObject({ kind: 'harm', quotes: [], card: { tone: 'help', title: 'Thank you for saying that' } })
  const plain = await ada.post('/api/ask', new URLSearchParams({ question: 'My stepdad hits me at home' }))
  expect(await plain.text()).toContain('<section class="help"')
  const blank = await ada.post('/api/ask', { question: ' ' })
  expect(blank.status).toBe(422)
  expect(await blank.json()).toMatchObject({ fields: { question: 'Please type a question.' } })
  const form = await (await ada.post('/api/ask', new URLSearchParams({ question: 'K15' }))).text()
  expect(form).toContain('<blockquote>')
})

test('a chat message that is no message is refused with the reason', async () => {
  const ada = chatter()
  expect((await ada.post('/api/chat', {})).status).toBe(422)
  expect((await ada.post('/api/chat', { text: 'hi', operation: 'twice' })).status).toBe(422)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { promptDefinition } from '#core/prompts/prompt-definition.ts'
import { readChapters } from './chapter-text.ts'

const chapters = readChapters()
const promptsOf = (chapter: string) =>
  z.array(promptDefinition).parse(parse(readFileSync(`content/prompts/${chapter}.yaml`, 'utf8')))

/** When a finished chapter comes back, in days: each time one item, then no more. */
const REVISITS = [2, 9, 28, 70]

test.for(chapters)('chapter $id has three prompts, one of each kind, and four that come back to it', (chapter) => {
  const prompts = promptsOf(chapter.id)
  const revisits = REVISITS.map((days) => ({
    id: `bot.${chapter.id}.revisit-${days}`,
    kind: 'revisit',
    afterDays: days,
  }))
  expect(prompts.map(({ id, kind, afterDays }) => ({ id, kind, afterDays }))).toEqual([
    ...['scenario', 'quote', 'checkin'].map((kind) => ({
      id: `bot.${chapter.id}.${kind}`,
      kind,
      afterDays: undefined,
    })),
    ...revisits,
  ])
})

test.for(chapters)('of chapter $id, an answer comes back at 9 days, and a plan is asked after at 28', (chapter) => {
  const [recall, again, plan] = promptsOf(chapter.id).filter((p) => p.kind === 'revisit')
  expect(recall?.quotes).toBeUndefined()
  expect(again?.quotes).toBeDefined()
  expect(plan?.text).toMatch(/not yet”? is a good answer/i)
})

test.for(chapters)(
  'the prompts of chapter $id quote an everyday answer of it, or ticks in a personal one',
  (chapter) => {
    const quoting = promptsOf(chapter.id).filter((p) => p.quotes !== undefined)
    for (const { quotes, pick } of quoting)
      expect(pick === 'choices' ? ['S0', 'S1'] : ['S0']).toContain(
        chapter.questions.find((q) => q.id === quotes)?.sensitivity,
      )
  },
)

const good = {
  id: 'bot.cd.quote',
  chapter: 'cd',
  kind: 'quote',
  text: 'You wrote “{{cd.strengths}}”. Still so?',
  quotes: 'cd.strengths',
  followUp: 'Who could you ask?',
}

test('a prompt that quotes names the question it quotes, and no other does', () => {
  expect(promptDefinition.safeParse(good).success).toBe(true)
  expect(promptDefinition.safeParse({ ...good, quotes: undefined }).success).toBe(false)
  expect(promptDefinition.safeParse({ ...good, kind: 'scenario' }).success).toBe(false)
  expect(promptDefinition.safeParse({ ...good, quotes: 'cd.my-role' }).success).toBe(false)
  expect(promptDefinition.safeParse({ ...good, text: `${good.text} {{cd.my-role}}` }).success).toBe(false)
  expect(promptDefinition.safeParse({ ...good, pick: 'choices' }).success).toBe(true)
  expect(promptDefinition.safeParse({ ...good, pick: 'words' }).success).toBe(false)
  const checkin = { ...good, kind: 'checkin', quotes: undefined, text: 'Two minutes.', pick: 'choices' }
  expect(promptDefinition.safeParse(checkin).success).toBe(false)
})

test('a prompt has at most 240 characters, an id of its chapter, and no unknown key', () => {
  const text = (length: number) => ({ ...good, kind: 'checkin', quotes: undefined, text: '👋'.repeat(length) })
  expect(promptDefinition.safeParse(text(240)).success).toBe(true)
  expect(promptDefinition.safeParse(text(241)).success).toBe(false)
  expect(promptDefinition.safeParse({ ...good, chapter: 'community' }).success).toBe(false)
  expect(promptDefinition.safeParse({ ...good, urgent: true }).success).toBe(false)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { help, NATIONS } from '#core/content/help.ts'

const raw = parse(readFileSync('content/help.yaml', 'utf8'))
const card = help.parse(raw)
const all = [...card.danger, ...card.ukWide, ...NATIONS.flatMap((n) => card.nations[n])]
const toCheck = readFileSync('docs/facts-to-check.md', 'utf8')

/** Numbers that were checked in a published page when the card was written. */
const CHECKED = [
  '999',
  '111',
  '08082000247',
  '08000271234',
  '08088010800',
  '08088021414',
  '08088010327',
  '08088005000',
  '08001111',
]

test('the help card holds the numbers that were checked, and no others', () => {
  const numbers = all.flatMap((c) => (c.tel ? [c.tel.replaceAll(' ', '')] : []))
  expect(new Set(numbers)).toEqual(new Set(CHECKED))
})

test('numbers that were not checked are left out of the card, and listed among the facts to check', () => {
  const text = JSON.stringify(raw).replaceAll(' ', '')
  for (const number of ['116123', '85258', '0800838587', '08088088000']) expect(text).not.toContain(number)
  for (const name of ['Samaritans', 'Shout', 'Breathing Space', 'Lifeline', 'NHS 24']) expect(toCheck).toContain(name)
})

test('every contact has a number or says whom to turn to', () => {
  expect(all.filter((c) => !c.tel && !c.note)).toEqual([])
})

test('the card for possible harm says the six things it has to, and asks nothing about what happened', () => {
  const said = [card.harmCard.title, ...card.harmCard.body].join(' ')
  for (const part of [
    /thank you/i,
    /sounds hard/i,
    /a program, not a person/,
    /nobody is reading this now/,
    /call 999/,
  ])
    expect(said).toMatch(part)
  expect(said).toMatch(/I have told nobody/)
  expect(card.harmCard.showContacts).toBe('Show me who to contact')
  expect(card.harmCard.carryOn).toBe('If I’ve misread this, carry on.')
  expect(said.match(/[^.?!]*\?/g)?.map((q) => q.trim())).toEqual([
    'Would you like to see your organisation’s safeguarding contact as well?',
  ])
})

test('a help card with a nation missing, an unknown key or letters in a number is refused', () => {
  const { scotland: _, ...three } = raw.nations
  expect(help.safeParse({ ...raw, nations: three }).success).toBe(false)
  expect(help.safeParse({ ...raw, extra: 'x' }).success).toBe(false)
  expect(help.safeParse({ ...raw, danger: [{ label: 'Danger now', tel: 'nine nine nine' }] }).success).toBe(false)
})

import { beforeEach, expect, test, vi } from 'vitest'
import { forgetDrafts, keepDraft, keptDraft } from '../../src/client/drafts.ts'

class Shelf {
  #kept = new Map<string, string>()
  full = false
  get length() {
    return this.#kept.size
  }
  key = (i: number) => [...this.#kept.keys()][i] ?? null
  getItem = (key: string) => this.#kept.get(key) ?? null
  removeItem = (key: string) => void this.#kept.delete(key)
  setItem = (key: string, value: string) => {
    if (this.full) throw new Error('full')
    this.#kept.set(key, value)
  }
}
let shelf: Shelf
let dataset: Record<string, string>
const draft = { base: 2, body: 'story=Hello' }

beforeEach(() => {
  shelf = new Shelf()
  dataset = {}
  vi.stubGlobal('localStorage', shelf)
  vi.stubGlobal('document', { documentElement: { dataset } })
})

test('a draft is kept until it is acknowledged', () => {
  keepDraft('community.belong', draft)
  expect(keptDraft('community.belong')).toEqual(draft)
  expect(keptDraft('community.ties')).toBeNull()
  keepDraft('community.belong', null)
  expect(keptDraft('community.belong')).toBeNull()
})

test('on a shared computer nothing is kept', () => {
  dataset.shared = ''
  keepDraft('community.belong', draft)
  expect(shelf.length).toBe(0)
})

test('a browser that keeps nothing, or holds nonsense, stops nobody', () => {
  shelf.full = true
  expect(() => keepDraft('community.belong', draft)).not.toThrow()
  shelf.full = false
  shelf.setItem('draft community.belong', '{half')
  expect(keptDraft('community.belong')).toBeNull()
})

test('signing out forgets every draft and nothing else', () => {
  keepDraft('community.belong', draft)
  keepDraft('cd.already-do', draft)
  shelf.setItem('theme', 'dark')
  forgetDrafts(shelf)
  expect([shelf.length, shelf.getItem('theme')]).toEqual([1, 'dark'])
})

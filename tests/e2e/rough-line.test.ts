import { expect, test } from 'vitest'
import { everyByte } from '#tests/reliability/every-byte.ts'

// The short form of `npm run reliability -- --only bytes`, which breaks it at every byte.
test('a save that breaks anywhere between typing and reply is kept, said to be, and arrives once', async () => {
  const { cuts, wrong } = await everyByte(97)
  expect(wrong).toEqual([])
  expect(cuts).toBeGreaterThan(15)
})

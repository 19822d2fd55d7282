import { expect, test } from 'vitest'
import { crowd } from '#tests/reliability/crowd.ts'

test('forty people who talk to the companion at the same moment each hear their own words, and nobody else’s', async () => {
  const { messages, crossed } = await crowd(40, 0)
  expect({ messages, crossed }).toEqual({ messages: 120, crossed: [] })
}, 60_000)

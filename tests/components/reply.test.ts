import { expect, test } from 'vitest'
import { pause, toReply } from '../../src/client/reply.ts'

test('only a whole reply of the server counts as saved', () => {
  expect(toReply(200, { status: 'saved', revision: 3, shown: 'Saved, 2:14 pm' })).toMatchObject({
    status: 'saved',
    revision: 3,
  })
  for (const body of [null, {}, { status: 'saved' }, '<html>', { status: 'sav' }])
    expect(toReply(200, body).status).toBe('dropped')
  expect(toReply(302, null).status).toBe('dropped')
})

test('a conflict and something to put right come with what to show', () => {
  expect(toReply(409, { status: 'conflict', revision: 2, html: '<p>' })).toMatchObject({
    status: 'conflict',
    revision: 2,
  })
  expect(toReply(422, { status: 'invalid', fields: { it: 'Too long.' } })).toMatchObject({
    status: 'invalid',
    fields: { it: 'Too long.' },
  })
})

test('words of another notebook come with how to open it', () => {
  expect(toReply(403, { status: 'other-notebook', html: '<p>', elsewhere: true })).toMatchObject({
    status: 'invalid',
    elsewhere: true,
  })
})

test('what won’t help to send again is refused, what may is tried again', () => {
  for (const status of [400, 401, 403, 404, 413])
    expect(toReply(status, { message: 'No.' })).toMatchObject({ status: 'refused', message: 'No.' })
  for (const status of [429, 500, 502, 503]) expect(toReply(status, null).status).toBe('busy')
})

test('tries come further and further apart, and at least once a minute', () => {
  expect([1, 2, 3, 4].map(pause)).toEqual([2_000, 4_000, 8_000, 16_000])
  expect(pause(50)).toBe(60_000)
})

import { expect, test } from 'vitest'
import type { BrowserClient } from '#tests/support/browser-client.ts'
import { HERE, openAll, raw, serveRoutes } from './hostile.ts'

test.each([
  ['//a//evil.example/', 308, '/a//evil.example'],
  ['/.//evil.example/', 308, '/evil.example'],
  ['http://x//evil.example/', 308, '/evil.example'],
  ['//[', 404, undefined],
  ['/notebook/', 308, '/notebook'],
])('%s leads to no other site', async (path, status, location) => {
  const { url } = await openAll()
  expect(await raw(url, path)).toEqual({ status, location })
})

test('a handler that redirects to wherever it was told still stays on this site', async () => {
  const told = [
    '/\t/evil.example',
    '//evil.example',
    '/.//evil.example',
    'https://evil.example',
    '/a→b?c=d#e',
    '/\r\nset-cookie: a=b',
  ]
  const { url } = await serveRoutes(
    told.map((redirect, i) => ({ method: 'GET', path: `/to/${i}`, handle: async () => ({ redirect }) })),
  )
  const went = await Promise.all(told.map((_, i) => raw(url, `/to/${i}`)))
  expect(went.map((to) => to.location)).toEqual([
    '/',
    '/',
    '/evil.example',
    '/',
    '/a%E2%86%92b?c=d#e',
    '/set-cookie:%20a=b',
  ])
})

test('a reply with a page that isn’t there is a plain page too, and not a silence', async () => {
  const { url } = await serveRoutes([
    { method: 'GET', path: '/to', handle: async () => ({ page: { path: '/nowhere', locals: {} } }) },
  ])
  expect((await raw(url, '/to')).status).toBe(404)
})

test('a form’s own page is believed only where it is a page of this site', async () => {
  const { clients } = await openAll()
  const [, learner] = clients as [BrowserClient, BrowserClient]
  const home = '/chapters/community#community.belong'
  const places = {
    '/\t/evil.example': home,
    'javascript:alert(1)': home,
    '/\\evil.example': home,
    '/→': '/%E2%86%92#community.belong',
    '/x\u0000y': '/x%00y#community.belong',
  }
  for (const [page, to] of Object.entries(places)) {
    const saved = await learner.post(
      '/api/answers',
      new URLSearchParams({ question: 'community.belong', story: page, page }),
      HERE,
    )
    expect([saved.status, saved.headers.get('location')]).toEqual([303, to])
  }
  const refused = await learner.post(
    '/api/answers',
    new URLSearchParams({ question: 'community.belong', story: 'x'.repeat(10_001), page: 'javascript:alert(1)' }),
    HERE,
  )
  expect(await refused.text()).not.toContain('javascript:')
})

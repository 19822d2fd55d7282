import { expect, test } from 'vitest'
import { answer, newPerson, newPlace, tells } from '#tests/attacks/group.ts'
import { browserOf } from '#tests/attacks/http.ts'

const HERE = { origin: 'http://standpoint.example' }
const CLAUSE = 'SC-NETWORKS:K14'
const K14 = '/standards/sc-networks/k14'
const form = (fields: Record<string, string>) => new URLSearchParams(fields)

async function begin() {
  const place = await newPlace()
  const me = await newPerson(place.core, 'me')
  await answer(place.core, me, tells('Smoke & <b>honey</b>.'))
  const mine = await browserOf(place, me)
  return { place, me, mine, page: async (path: string) => (await mine.get(path)).text() }
}

test('with forms alone, a suggestion is confirmed, removed, refused and allowed again on the clause’s page', async () => {
  const { mine, page } = await begin()
  expect(await page(K14)).toContain('Suggested, because its question was written with this clause in mind.')
  const act = async (what: string) => {
    const fields = form({ question: 'community.belong', clause: CLAUSE, page: `${K14}#mine` })
    const reply = await mine.post(`/api/evidence/${what}`, fields, HERE)
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `${K14}#mine`])
    return page(K14)
  }
  const confirmed = await act('confirm')
  expect(confirmed).toContain('Confirmed by me')
  expect(confirmed).toContain('Smoke &amp; &lt;b&gt;honey&lt;/b&gt;.')
  expect(await page('/notebook')).toContain('You confirmed this for')
  expect(await act('remove')).toContain('Suggested, because')
  expect(await act('dismiss')).toContain('One answer that you said no to')
  expect(await act('remove')).toContain('Suggested, because')
})

test('a form sends nobody to another site', async () => {
  const { mine } = await begin()
  for (const page of ['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)']) {
    const fields = form({ question: 'community.belong', clause: CLAUSE, page })
    const reply = await mine.post('/api/evidence/confirm', fields, HERE)
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/'])
  }
})

test('a note that was changed in another window comes back with both texts, and can then be saved', async () => {
  const { mine, page } = await begin()
  const save = (words: string, base: string) =>
    mine.post('/api/evidence/note', form({ clause: CLAUSE, words, base, page: `${K14}#note` }), HERE)
  expect((await save('From my desk.', '0')).headers.get('location')).toBe(`${K14}#note`)
  const stale = await save('From my phone.', '0')
  expect(stale.status).toBe(409)
  const both = await stale.text()
  expect(both).toContain('From my desk.')
  expect(both).toContain('From my phone.</textarea>')
  const base = /name="base" value="(\d+)"/.exec(both)?.[1] as string
  expect((await save('From both.', base)).status).toBe(303)
  expect(await page(K14)).toContain('From both.</textarea>')
  expect(await page('/notebook/portfolio/sc-networks')).toContain('From both.')
  const long = await save('x'.repeat(2001), '0')
  expect(long.status).toBe(422)
  expect(await long.text()).toContain(`${'x'.repeat(2001)}</textarea>`)
})

test('a note longer than one may be typed is edited and shortened, doesn’t grow, and what was typed is never lost', async () => {
  const { place, me, mine, page } = await begin()
  const notes = [{ clause: CLAUSE, label: 'K14', words: 'a'.repeat(3000), savedAt: '2026-03-01T09:00:00.000Z' }]
  const file = { format: 'standpoint-notebook', version: 1, answers: [], evidence: { links: [], notes } }
  await place.core.importMine(me, { file: JSON.stringify(file) })
  const baseIn = (text: string) => /name="base" value="(\d+)"/.exec(text)?.[1] as string
  const save = async (words: string, from: string) =>
    mine.post('/api/evidence/note', form({ clause: CLAUSE, words, base: baseIn(from), page: `${K14}#note` }), HERE)
  const before = await page(K14)
  expect(before).toContain('Note, up to 3,000 characters')
  expect(before).toContain('maxlength="3000"')
  expect((await save('b'.repeat(3000), before)).status).toBe(303)
  const grown = await save('c'.repeat(3001), await page(K14))
  expect(grown.status).toBe(422)
  const again = await grown.text()
  for (const words of ['up to 3,000 characters', 'maxlength="3000"', `${'c'.repeat(3001)}</textarea>`])
    expect(again).toContain(words)
  expect((await save('d'.repeat(2500), again)).status).toBe(303)
  expect((await save('Short.', await page(K14))).status).toBe(303)
  expect(await page(K14)).toContain('Note, up to 2,000 characters')
  expect((await save('e'.repeat(2001), await page(K14))).status).toBe(422)
})

test('the same in JSON, and what nobody has is not there', async () => {
  const { mine, page } = await begin()
  const pair = { question: 'community.belong', clause: CLAUSE }
  expect(await (await mine.post('/api/evidence/confirm', pair, HERE)).json()).toEqual({ ...pair, state: 'confirmed' })
  const { standards } = await (await mine.get('/api/evidence?standard=SC-NETWORKS&state=confirmed')).json()
  expect(JSON.stringify(standards)).toContain('honey')
  const portfolio = await (await mine.get('/api/portfolio?standard=SC-NETWORKS')).json()
  expect(portfolio.counts).toEqual({ clauses: 82, confirmed: 1, review: 0 })
  expect((await mine.get('/api/evidence?state=met')).status).toBe(422)
  const small = await (await mine.get('/api/evidence?standard=sc-networks&state=confirmed')).json()
  expect(small.standards).toEqual(standards)
  expect(await page('/notebook/evidence?standard=sc-networks&section=knowledge')).toMatch(
    /<option value="SC-NETWORKS" selected>/,
  )
  const none = await mine.get('/api/evidence?standard=zzz')
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('SC-NETWORKS')])
  expect((await mine.get('/notebook/evidence?standard=zzz')).status).toBe(422)
  expect((await mine.get('/notebook/portfolio/none')).status).toBe(404)
  expect((await mine.get('/notebook/versions/cd.my-role')).status).toBe(404)
  expect((await mine.get('/notebook/evidence?state=met')).status).toBe(422)
})

test('what is looked for is marked, escaped, and stands in no address and no log', async () => {
  const { place, mine } = await begin()
  const reply = await mine.post('/api/notebook/search', form({ words: 'HONEY <b>' }), HERE)
  expect([reply.status, reply.redirected]).toEqual([200, false])
  const page = await reply.text()
  expect(page).toContain('One answer has “HONEY &lt;b&gt;”')
  expect(page).toContain('<mark>&lt;b&gt;honey</mark>')
  expect(page).not.toContain('?words=')
  expect(await (await mine.post('/api/notebook/search', form({ words: 'nowhere' }), HERE)).text()).toContain(
    'No answer of yours has “nowhere”',
  )
  const json = await (await mine.post('/api/notebook/search', { words: 'smoke' }, HERE)).json()
  expect(json.entries).toHaveLength(1)
  expect((await mine.get('/api/notebook/search')).status).toBe(405)
  expect(place.logged.join()).not.toMatch(/honey|nowhere|smoke/i)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { forEachDatabase, temporaryFolder } from '#tests/support/databases.ts'
import { APP, type Sent, TENANT } from '#tests/support/teams-service.ts'
import { doing, groupOf, opening } from './teams-group-talk.ts'
import { type TeamsAndCompanion, teamsAndCompanion, words } from './teams-talk.ts'

const DISCLOSURE = 'My partner hit me last night and I am scared to go home'
const NINE = '2026-03-02T09:00:00Z'

/** A card that everybody sees, without what names the reply and whoever asked. */
const bare = ([sent]: Sent[], person: string): string => {
  const { summary, attachments } = sent?.body ?? {}
  const text = JSON.stringify({ summary, attachments })
  const id = opening(sent ? [sent] : [])?.data.aside ?? ''
  return text.replaceAll(id, 'ID').replaceAll(`29:${person}`, 'WHO')
}

forEachDatabase((_name, fresh) => {
  const clock = join(temporaryFolder(), 'clock')
  const now = (iso: string) => writeFileSync(clock, iso)
  let at: TeamsAndCompanion
  beforeAll(async () => {
    now(NINE)
    at = await teamsAndCompanion((more) => fresh({ ...more, STANDPOINT_TEST_CLOCK: clock }))
  })
  afterAll(() => at.close())
  const clauseOf = (id: string) => at.served.core.content.clause(id)?.text

  test.each(['groupChat', 'channel'] as const)(
    'named in a %s, it answers whoever asked alone; a press shows the clauses to everybody, once, in nobody’s name',
    async (kind) => {
      const group = groupOf(at, kind, `19:${kind}@thread.v2;messageid=1700000000000`)
      const posted = await group.name('ada', 'How would I build trust with people in noisy places?')
      expect(posted).toHaveLength(1)
      expect(words(posted)).toContain('For whoever asked')
      const card = posted[0]?.body.attachments?.[0]?.content
      expect(card?.refresh?.userIds).toEqual(['29:ada'])
      expect(card?.refresh?.action).toEqual(opening(posted))
      expect(opening(posted)?.fallback?.type).toBe('Action.Submit')

      const { card: mine } = await group.act('ada', opening(posted))
      expect(mine.fallbackText).toContain(`“${clauseOf('SC-NETWORKS:K14')}”`)
      expect(mine.fallbackText).toContain('Only you see this')
      const shares = doing(mine, 'share')
      const shared = await group.since(async () => {
        await Promise.all([1, 2, 3, 4].map(() => group.act('ada', shares)))
        expect((await group.act('ada', shares)).card.fallbackText).toContain('here for everybody now')
      })
      expect(shared).toHaveLength(1)
      const quoted = (text = '') => [...text.matchAll(/“([^”]+)”/g)].map(([, clause]) => clause)
      expect(quoted(words(shared))).toEqual(quoted(mine.fallbackText.split('Only you see this')[0]))
      for (const word of ['noisy', 'How would', '29:ada', 'Only you'])
        expect(JSON.stringify(shared[0]?.body)).not.toContain(word)
    },
  )

  test('the card for everybody is the same letter for letter, whatever was said', async () => {
    const group = groupOf(at, 'groupChat', '19:same@thread.v2')
    const plain = await group.name('ben', 'K15')
    for (const said of [
      DISCLOSURE,
      'hello',
      '',
      'stop',
      'next question',
      'a'.repeat(9000),
      'a'.repeat(20_000),
      'What is the weather going to be like in Leeds?',
    ]) {
      const posted = await group.name('ben', said)
      expect(posted, said.slice(0, 80)).toHaveLength(1)
      expect(bare(posted, 'ben'), said.slice(0, 80)).toBe(bare(plain, 'ben'))
      expect(JSON.stringify(posted[0]?.body).length).toBe(JSON.stringify(plain[0]?.body).length)
    }
    expect(JSON.stringify(plain)).not.toMatch(/K15|SC-NETWORKS/)
  })

  test('possible harm meets the fixed card, for its writer’s eyes, and the numbers are there at a press', async () => {
    const group = groupOf(at, 'channel', '19:harm@thread.tacv2;messageid=2')
    const { card } = await group.act('cleo', opening(await group.name('cleo', DISCLOSURE)))
    const { title, body, carryOn } = at.served.core.content.help.harmCard
    for (const line of [title, ...body, carryOn, '999']) expect(card.fallbackText).toContain(line)
    expect(doing(card, 'share')).toBeUndefined()
    const posted = await group.since(async () => {
      const { card: contacts } = await group.act('cleo', doing(card, 'say'))
      expect(contacts.fallbackText).toContain('National Domestic Abuse')
    })
    expect(posted).toEqual([])
  })

  test('another member, somebody elsewhere, a made-up id and an old one get one kind line, and nothing of the asker’s', async () => {
    const group = groupOf(at, 'groupChat', '19:theirs@thread.v2')
    const other = groupOf(at, 'groupChat', '19:other@thread.v2')
    const posted = await group.name('dev', 'K15')
    const open = opening(posted)
    const { card: mine } = await group.act('dev', open)
    const kind = (await group.act('eve', open)).card
    expect(kind.fallbackText).toContain('To ask something yourself, name me')
    expect(kind.refresh).toBeUndefined()
    const id = open?.data.aside ?? ''
    const tampered = { verb: 'show', data: { aside: `${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}` } }
    const before = at.teams.sent.length
    const tries = [
      await group.act('eve', doing(mine, 'share')),
      await other.act('dev', open),
      await other.act('dev', doing(mine, 'share')),
      await group.act('dev', tampered),
      await group.act('dev', { ...tampered, verb: 'share' }),
    ]
    now('2026-03-02T10:00:01Z')
    tries.push(await group.act('dev', open), await group.act('dev', doing(mine, 'share')))
    now(NINE)
    for (const { status, card } of tries) expect([status, card]).toEqual([200, kind])
    await at.served.companion.idle()
    expect(at.teams.sent.slice(before)).toEqual([])
    expect(at.teams.sent.filter(({ conversation }) => conversation.startsWith('19:theirs'))).toHaveLength(1)
  })

  test('a press that nobody signed, of another tenant, or that is none of ours changes and shows nothing', async () => {
    const group = groupOf(at, 'groupChat', '19:forged@thread.v2')
    const posted = await group.name('dev', 'K15')
    const invoke = (data: object, verb = 'show') => ({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data } },
    })
    const data = opening(posted)?.data ?? {}
    const unsigned = await group.post('dev', invoke(data), { 'content-type': 'application/json' })
    expect(unsigned).toMatchObject({ status: 401 })
    const elsewhere = { ...invoke(data), channelData: { tenant: { id: 'another' } } }
    expect((await group.post('dev', elsewhere)).status).toBe(403)
    for (const bad of [{}, { aside: 7 }, { aside: '../..' }, { aside: { $ne: '' } }, { clauses: ['SC-NETWORKS:K15'] }])
      for (const verb of ['show', 'share', 'drop'])
        expect((await group.post('dev', invoke(bad, verb))).status).toBe(400)
    expect((await group.post('dev', { ...invoke(data), name: 'task/fetch' })).text).toBe('')
    expect(at.teams.sent.filter(({ conversation }) => conversation === '19:forged@thread.v2')).toHaveLength(1)
  })

  test('whoever names it is a visitor: no notebook begins, and nothing of one is shown or changed', async () => {
    const ida = await at.talk('ida')
    await ida.say('next question')
    await ida.say('heron and harbour')
    await ida.say('next question')
    const group = groupOf(at, 'groupChat', '19:visitor@thread.v2')
    for (const said of [
      'next question',
      'what did I say about community?',
      'my answers',
      'skip',
      'delete everything',
    ]) {
      const { card } = await group.act('ida', opening(await group.name('ida', said)))
      expect(card.fallbackText, said).toContain('Let’s talk about that in a chat of your own')
      expect(card.fallbackText, said).toContain(`https://teams.microsoft.com/l/chat/0/0?users=28:${APP}`)
      expect(JSON.stringify(card), said).not.toMatch(/heron|harbour|which three words/)
    }
    await group.act('ida', { verb: 'say', data: { say: 'My neighbours and I started a garden.' } })
    const { answers } = await at.served.core.myAnswers(ida.actor, {})
    expect(answers.map(({ lines }) => lines.join(' '))).toEqual(['heron and harbour'])
    await group.name('jo', 'K15')
    const who = { kind: 'teams', subject: `${TENANT}:jo`, verified: true, starts: false } as const
    expect((await at.served.core.linkAccount(SYSTEM, who)).kind).toBe('visitor')
  })

  test('“stop” forgets at once what waits for whoever says it; others keep theirs', async () => {
    const group = groupOf(at, 'groupChat', '19:stop@thread.v2')
    const [kit, lea] = [opening(await group.name('kit', 'K15')), opening(await group.name('lea', 'K15'))]
    await group.name('kit', 'please stop')
    expect((await group.act('kit', kit)).card.fallbackText).toContain('To ask something yourself')
    expect((await group.act('lea', lea)).card.fallbackText).toContain('SC-NETWORKS K15')
  })

  test('a message that doesn’t name it is left, one delivered again is answered once, an old program is told', async () => {
    const group = groupOf(at, 'channel', '19:plain@thread.tacv2;messageid=3')
    const ben = { type: 'mention', mentioned: { id: '29:ben', name: 'Ben' }, text: '<at>Ben</at>' }
    expect(await group.since(() => group.post('mia', { text: '<at>Ben</at> K15', entities: [ben] }))).toEqual([])
    const twice = await group.since(() => Promise.all([1, 2].map(() => group.name('mia', 'K15', { id: 'once' }))))
    expect(twice).toHaveLength(1)
    const data = opening(twice)?.data
    const old = await group.since(() => group.post('mia', { text: undefined, value: data }))
    expect(words(old)).toContain('newest version')
    expect(words(old)).not.toContain('K15')
  })

  test('put in among others it says one line, once; taken out, nothing of that place is kept or shown', async () => {
    const group = groupOf(at, 'channel', '19:general@thread.tacv2')
    const added = { type: 'conversationUpdate', text: undefined, membersAdded: [{ id: `28:${APP}` }] }
    const greeted = await group.since(async () => {
      await group.post('noa', added)
      await group.post('noa', { type: 'installationUpdate', text: undefined, action: 'add' })
      await group.post('noa', added)
      await group.post('noa', { ...added, membersAdded: [{ id: '29:somebody' }] })
    })
    expect(greeted).toHaveLength(1)
    expect(words(greeted)).toContain('I’m a program, not a person')
    const open = opening(await group.name('noa', 'K15'))
    await group.post('noa', { type: 'conversationUpdate', text: undefined, membersRemoved: [{ id: `28:${APP}` }] })
    await at.served.companion.idle()
    const { card } = await group.act('noa', open)
    expect(card.fallbackText).not.toContain('K15')
  })
})

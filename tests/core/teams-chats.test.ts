import { expect, test } from 'vitest'
import { type Actor, SYSTEM } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'
import { sendDue } from '#tests/support/prompted.ts'

const MONDAY = '2026-03-02T09:00:00Z'
const TUESDAY = '2026-03-03T10:00:00Z'
const WEB = { channel: 'chat', place: null } as const

const account = (name: string) => ({ kind: 'teams', subject: `tenant:${name}` }) as const
const chatOf = (name: string) => ({
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  conversation: `a:${name}`,
  tenant: 'tenant',
  bot: '28:app',
  user: `29:${name}`,
})

forEachDatabase((_name, fresh) => {
  async function open() {
    const config = await fresh()
    const place = await openAt(config, MONDAY)
    const { core } = place
    const keep = (name: string, more = {}) =>
      core.keepTeamsChat(SYSTEM, {
        account: account(name),
        place: `place of ${name}`,
        chat: { ...chatOf(name), ...more },
      })
    const inTeams = (name: string) => core.linkAccount(SYSTEM, { ...account(name), verified: true })
    /** What the tables hold, as whoever gets hold of them would see it. */
    const rows = async () => {
      const db = await connect(config)
      const found = await db.read.selectFrom('teams_chat').selectAll().execute()
      await db.close()
      return found
    }
    return { place, core, keep, inTeams, rows }
  }
  const at = (name: string) => ({ channel: 'teams', place: `place of ${name}` }) as const
  const kept = async (core: Core, actor: Actor) => {
    const { bytes } = await core.exportMine(actor, { format: 'json' })
    return JSON.parse(Buffer.from(bytes).toString('utf8')).prompts.teamsChats
  }

  test('a chat is kept of somebody with prompts on, wherever they come, and of nobody else; sealed, and with no name', async () => {
    const { core, keep, inTeams, rows } = await open()
    expect(await keep('nobody')).toBe(false)
    const ada = await inTeams('ada')
    expect(await keep('ada')).toBe(false)
    expect(await rows()).toEqual([])
    await core.setPrompts(ada, { on: true, at: WEB })
    expect(await keep('ada')).toBe(true)
    expect(await kept(core, ada)).toEqual([chatOf('ada')])
    expect(await keep('ada', { serviceUrl: 'https://smba.trafficmanager.net/emea/' })).toBe(true)
    expect(await kept(core, ada)).toEqual([{ ...chatOf('ada'), serviceUrl: 'https://smba.trafficmanager.net/emea/' }])
    const stored = JSON.stringify(await rows())
    for (const word of ['smba', 'a:ada', '29:', '28:']) expect(stored).not.toContain(word)
  })

  test('a chat in Teams that is known can be chosen elsewhere, and left again; another can’t', async () => {
    const { place, core, keep, inTeams } = await open()
    const ada = await inTeams('ada')
    await core.setPrompts(ada, { on: true, at: WEB })
    expect(await core.myPrompts(ada, {})).toMatchObject({ channel: 'chat', teams: false })
    for (const where of ['teams', 'slack'] as const)
      await expect(core.setPrompts(ada, { where })).rejects.toMatchObject({ fields: { where: expect.any(String) } })
    await keep('ada')
    expect(await core.myPrompts(ada, {})).toMatchObject({ channel: 'chat', teams: true })
    // As the page sends it: from a browser, with Teams chosen.
    expect(await core.setPrompts(ada, { on: true, at: WEB, where: 'teams' })).toMatchObject({ channel: 'teams' })
    expect(await core.setPrompts(ada, { on: true, at: WEB, hour: 11 })).toMatchObject({ channel: 'teams', hour: 11 })
    expect(await core.setPrompts(ada, { on: true, at: WEB, where: 'chat' })).toMatchObject({ channel: 'chat' })
    await core.setPrompts(ada, { hour: 10, where: 'teams' })
    place.at(TUESDAY)
    const [sent] = await sendDue(place)
    expect(sent?.taken).toMatchObject({ channel: 'teams', place: 'place of ada', chat: chatOf('ada') })
  })

  test.each<[string, (core: Core, actor: Actor) => Promise<unknown>]>([
    ['stop', (core, actor) => core.stopPrompts(actor, {})],
    ['switching them off on a page', (core, actor) => core.setPrompts(actor, { on: false })],
    ['being taken out of the chat', (core) => core.forgetTeamsChat(SYSTEM, { place: 'place of ada' })],
    ['unlinking the account', (core, actor) => core.unlinkAccount(actor, { account: account('ada'), anyway: true })],
    ['deleting everything', (core, actor) => core.eraseMe(actor, { sure: 'delete everything' })],
  ])('%s forgets the chat, and what was about to be sent there; nobody else’s', async (_how, does) => {
    const { place, core, keep, inTeams, rows } = await open()
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    await core.linkWithCode(await inTeams('ada'), { account: account('ada'), code, together: true })
    const ben = await inTeams('ben')
    await core.setPrompts(actor, { on: true, at: at('ada') })
    await core.setPrompts(ben, { on: true, at: at('ben') })
    await keep('ada')
    await keep('ben')
    place.at(TUESDAY)
    await core.queuePrompts(SYSTEM, {})
    await does(core, actor)
    expect((await rows()).map((row) => row.place)).toEqual(['place of ben'])
    expect((await sendDue(place)).map((sent) => sent.place)).toEqual(['place of ben'])
    expect((await core.myPrompts(actor, {})).on).toBe(false)
    place.at('2026-03-31T10:00:00Z')
    expect((await sendDue(place)).map((sent) => sent.place)).toEqual(['place of ben'])
  })

  test('unlinking one chat leaves prompts that come elsewhere as they are', async () => {
    const { place, core, keep, inTeams, rows } = await open()
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    await core.linkWithCode(await inTeams('ada'), { account: account('ada'), code, together: true })
    await core.setPrompts(actor, { on: true, at: WEB })
    await keep('ada')
    place.at(TUESDAY)
    await core.queuePrompts(SYSTEM, {})
    const { promptsEnded } = await core.unlinkAccount(actor, { account: account('ada'), anyway: true })
    expect(promptsEnded).toBe(false)
    expect(await rows()).toEqual([])
    expect((await sendDue(place)).map((sent) => sent.place)).toEqual([null])
  })

  test('prompts that came in Slack stop when its account is unlinked: they quote a notebook that it opens no more', async () => {
    const { place, core } = await open()
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    const slack = { kind: 'slack', subject: 'T1:U1' } as const
    const before = await core.linkAccount(SYSTEM, { ...slack, verified: true })
    await core.linkWithCode(before, { account: slack, code, together: true })
    await core.setPrompts(actor, { on: true, at: { channel: 'slack', place: 'D1' } })
    place.at(TUESDAY)
    await core.queuePrompts(SYSTEM, {})
    expect(await core.unlinkAccount(actor, { account: slack, anyway: true })).toMatchObject({ promptsEnded: true })
    expect(await sendDue(place)).toEqual([])
  })

  test('a chat goes with its account: whoever begins anew there gets nothing that was for the other notebook', async () => {
    const { place, core, keep, inTeams } = await open()
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    await core.linkWithCode(await inTeams('ada'), { account: account('ada'), code, together: true })
    await core.setPrompts(actor, { on: true, at: at('ada') })
    await keep('ada')
    await core.unlinkAccount(actor, { account: account('ada'), anyway: true })
    const anew = await inTeams('ada')
    await core.setPrompts(anew, { on: true, at: at('ada') })
    await keep('ada')
    // The first notebook would like them back there, and has nothing to do with that chat any more.
    await core.setPrompts(actor, { on: true, at: at('ada') })
    expect((await core.myPrompts(actor, {})).teams).toBe(false)
    place.at(TUESDAY)
    const chats = (await sendDue(place)).map(({ taken }) => taken.chat)
    expect(chats.filter((chat) => chat !== null)).toEqual([chatOf('ada')])
    expect(chats).toHaveLength(2)
  })
})

import { expect, onTestFinished, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { connect } from '#core/db/connect.ts'
import { joinLearners } from '#core/learners/join-learners.ts'
import { idOf, openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'

const REPLY = {
  paragraphs: ['The standards say this.'],
  quotes: [{ text: 'Work with “others” – & <them>', label: 'K31', href: '/standards' }],
}
const says = (core: Core, actor: Actor, said: string, id = said) =>
  core.keepTurn(actor, { id, said, withWords: true, replies: [REPLY] })
const heard = async (core: Core, actor: Actor) => (await core.myConversation(actor, {})).turns.map((turn) => turn.said)

forEachDatabase((_name, fresh) => {
  const begin = async () => {
    const place = await openAt(await fresh())
    const { actor, secret } = await newLearner(place.core)
    const db = await connect(place.config)
    onTestFinished(() => db.close())
    return { place, core: place.core, actor, secret, db }
  }

  test('a turn is there again letter for letter, in the order said, sealed, and only for whoever said it', async () => {
    const { core, actor, db } = await begin()
    for (const said of ['Quokka?', 'Wombat?', 'Numbat?']) await says(core, actor, said)
    const { keeps, turns } = await core.myConversation(actor, {})
    expect(keeps).toBe(true)
    expect(turns.map((turn) => turn.said)).toEqual(['Quokka?', 'Wombat?', 'Numbat?'])
    expect(turns.every((turn) => JSON.stringify(turn.replies) === JSON.stringify([REPLY]))).toBe(true)
    expect(await heard(core, (await newLearner(core)).actor)).toEqual([])
    const rows = await db.read.selectFrom('turn').select('sealed').execute()
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toMatch(/Quokka|others|paragraphs/)
  })

  test('the same message twice is one turn, and of 40 the last 30 are left, in the database too', async () => {
    const { core, actor, db } = await begin()
    for (let i = 1; i <= 40; i++) await says(core, actor, `number ${i}`)
    await says(core, actor, 'number 40')
    expect(await heard(core, actor)).toEqual(Array.from({ length: 30 }, (_, i) => `number ${i + 11}`))
    expect(await db.read.selectFrom('turn').select('id').execute()).toHaveLength(30)
  })

  test('after 30 days a turn is not shown, and the next tick deletes it', async () => {
    const { place, core, actor, db } = await begin()
    await says(core, actor, 'first')
    place.at('2026-03-02T09:00:00.001Z')
    await says(core, actor, 'second')
    place.at('2026-04-01T08:59:59.999Z')
    await core.closeBatches(SYSTEM, {})
    expect(await heard(core, actor)).toEqual(['first', 'second'])
    place.at('2026-04-01T09:00:00.000Z')
    expect(await heard(core, actor)).toEqual(['second'])
    await core.closeBatches(SYSTEM, {})
    expect((await db.read.selectFrom('turn').select('id').execute()).map((row) => row.id)).toEqual(['second'])
  })

  test('clearing removes every turn and where the conversation had got to, of nobody else and of no other channel', async () => {
    const { core, actor, db } = await begin()
    const { actor: other } = await newLearner(core)
    for (const who of [actor, other]) {
      await says(core, who, 'mine')
      for (const conversation of ['chat/chat', 'slack/D1']) await core.keepDialogue(who, { conversation, state: '{}' })
    }
    expect(await core.clearConversation(actor, {})).toEqual({ cleared: true })
    expect(await heard(core, actor)).toEqual([])
    expect(await core.readDialogue(actor, { conversation: 'chat/chat' })).toBeNull()
    expect(await core.readDialogue(actor, { conversation: 'slack/D1' })).toBe('{}')
    expect(await heard(core, other)).toEqual(['mine'])
    expect(await core.readDialogue(other, { conversation: 'chat/chat' })).toBe('{}')
    expect((await db.read.selectFrom('turn').select('learner_id').execute()).map((r) => r.learner_id)).toEqual([
      idOf(other),
    ])
    await expect(core.clearConversation(VISITOR, {})).rejects.toMatchObject({ kind: 'signed-out' })
  })

  test('nothing is kept for a visitor or on a shared computer, where nothing from before is shown either', async () => {
    const { core, actor, secret, db } = await begin()
    await says(core, actor, 'at home')
    await core.shareComputer(actor, { secret, shared: true })
    const there = await core.whoIsThis(VISITOR, { secret })
    for (const nobody of [there, VISITOR]) {
      expect(await says(core, nobody, 'in the library')).toEqual({ kept: false })
      expect(await core.myConversation(nobody, {})).toEqual({ keeps: false, turns: [] })
    }
    expect(await db.read.selectFrom('turn').select('id').execute()).toEqual([{ id: 'at home' }])
  })

  test('what may tell of harm is not kept, for certain or perhaps, whatever was replied', async () => {
    const { core, actor } = await begin()
    for (const said of [
      'My stepdad hits me and I am scared to go home',
      'I felt powerless when my son’s school moved him without asking',
    ])
      expect(await says(core, actor, said)).toEqual({ kept: false })
    expect(await heard(core, actor)).toEqual([])
  })

  test('two notebooks that were joined are one conversation, and deleting everything takes it along', async () => {
    const { place, core, actor, db } = await begin()
    const { actor: other } = await newLearner(core)
    await says(core, actor, 'first')
    place.at('2026-03-02T10:00:00.000Z')
    await says(core, other, 'second')
    expect((await db.write(joinLearners(db, idOf(actor), idOf(other)))).committed).toBe(true)
    await says(core, actor, 'third')
    expect(await heard(core, other)).toEqual(['first', 'second', 'third'])
    await core.eraseMe(other, { sure: 'delete everything' })
    expect(await db.read.selectFrom('turn').select('id').execute()).toEqual([])
  })
})

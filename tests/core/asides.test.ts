import { expect, test } from 'vitest'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import { connect } from '#core/db/connect.ts'
import { openAt } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'

const NINE = '2026-03-02T09:00:00Z'
const ADA = { place: 'one', asker: 'tenant:ada' }
const REPLIES = [{ paragraphs: ['One clause speaks of it.'], share: ['SC-NETWORKS:K15'] }]

forEachDatabase((_name, fresh) => {
  async function open() {
    const config = await fresh()
    const place = await openAt(config, NINE)
    const rows = async () => {
      const db = await connect(config)
      const found = await db.read.selectFrom('aside').selectAll().execute()
      await db.close()
      return found
    }
    return { place, core: place.core, rows }
  }

  test('it opens for whoever asked, where they asked, as often as they like, and for nobody else', async () => {
    const { core } = await open()
    const { id } = await core.keepAside(SYSTEM, { ...ADA, replies: REPLIES })
    for (const _again of [1, 2]) expect(await core.readAside(SYSTEM, { ...ADA, id })).toEqual(REPLIES)
    expect(await core.readAside(SYSTEM, { ...ADA, asker: 'tenant:ben', id })).toBeNull()
    expect(await core.readAside(SYSTEM, { ...ADA, place: 'two', id })).toBeNull()
    expect(await core.readAside(SYSTEM, { ...ADA, id: `${id}x` })).toBeNull()
    await expect(core.readAside(VISITOR, { ...ADA, id })).rejects.toThrow()
  })

  test('at rest it names nobody and says nothing, and no two numbers are alike', async () => {
    const { core, rows } = await open()
    const one = await core.keepAside(SYSTEM, { ...ADA, replies: REPLIES })
    const two = await core.keepAside(SYSTEM, { ...ADA, replies: REPLIES })
    expect(one.id).not.toBe(two.id)
    const kept = await rows()
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toMatch(/tenant:ada|clause|SC-NETWORKS/)
    expect(kept[0]?.sealed_replies).not.toBe(kept[1]?.sealed_replies)
  })

  test('after an hour nobody is shown it, and the next tick deletes it', async () => {
    const { place, core, rows } = await open()
    const { id } = await core.keepAside(SYSTEM, { ...ADA, replies: REPLIES })
    place.at('2026-03-02T09:59:59Z')
    expect(await core.readAside(SYSTEM, { ...ADA, id })).toEqual(REPLIES)
    place.at('2026-03-02T10:00:00Z')
    expect(await core.readAside(SYSTEM, { ...ADA, id })).toBeNull()
    expect(await rows()).toHaveLength(1)
    await core.closeBatches(SYSTEM, {})
    expect(await rows()).toEqual([])
  })

  test('one person’s, or a whole place’s, are forgotten at once, and no others', async () => {
    const { core, rows } = await open()
    const ben = { ...ADA, asker: 'tenant:ben' }
    await core.keepAside(SYSTEM, { ...ADA, replies: REPLIES })
    const { id } = await core.keepAside(SYSTEM, { ...ben, replies: REPLIES })
    await core.keepAside(SYSTEM, { ...ADA, place: 'two', replies: REPLIES })
    await core.forgetAsides(SYSTEM, ADA)
    expect(await rows()).toHaveLength(2)
    expect(await core.readAside(SYSTEM, { ...ben, id })).toEqual(REPLIES)
    await core.forgetAsides(SYSTEM, { place: 'one' })
    expect((await rows()).map((row) => row.place)).toEqual(['two'])
  })
})

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SYSTEM, VISITOR } from '#core/actor.ts'
import { openCore } from '#core/app.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'

const SLACK = { kind: 'slack', subject: 'T1:U1', verified: true } as const

forEachDatabase((name, fresh) => {
  test('a Slack user is one learner, however many first messages come at once', async () => {
    const core = await open(await fresh())
    const actors = await Promise.all(Array.from({ length: 8 }, () => core.linkAccount(SYSTEM, SLACK)))
    expect(new Set(actors.map((a) => JSON.stringify(a))).size).toBe(1)
    expect(actors[0]?.kind).toBe('learner')
    const other = await core.linkAccount(SYSTEM, { ...SLACK, subject: 'T2:U1' })
    expect(other).not.toEqual(actors[0])
    // It has a key of its own: what it writes can be kept.
    const sent = { question: 'community.first-words', value: { words: 'a b c' }, channel: 'slack' as const }
    expect(await core.saveAnswer(other, sent)).toMatchObject({ revision: 1 })
  })

  test('only the system links accounts and takes events', async () => {
    const core = await open(await fresh())
    const { actor } = await newLearner(core)
    for (const who of [VISITOR, actor]) {
      await expect(core.linkAccount(who, SLACK)).rejects.toMatchObject({ kind: 'not-found' })
      await expect(core.claimEvent(who, { id: 'Ev1' })).rejects.toMatchObject({ kind: 'not-found' })
    }
  })

  test('after everything was deleted, a Slack user starts again with an empty notebook', async () => {
    const core = await open(await fresh())
    const before = await core.linkAccount(SYSTEM, SLACK)
    await core.keepDialogue(before, { conversation: 'slack/D1', state: '{"words":1}' })
    await core.eraseMe(before, { sure: 'delete everything' })
    const after = await core.linkAccount(SYSTEM, SLACK)
    expect(after).not.toEqual(before)
    expect(await core.readDialogue(after, { conversation: 'slack/D1' })).toBeNull()
    expect(await core.readDialogue(before, { conversation: 'slack/D1' })).toBeNull()
  })

  test('an event is taken once, also by many at once and after a restart, and forgotten after three days', async () => {
    const config = await fresh()
    const clock = join(config.dataDir, '..', 'clock')
    writeFileSync(clock, '2026-03-02T09:00:00Z')
    const first = await openCore({ ...config, testClock: clock }, { log: () => {} })
    const taken = await Promise.all(Array.from({ length: 8 }, () => first.claimEvent(SYSTEM, { id: 'slack:Ev1' })))
    expect(taken.filter(Boolean)).toHaveLength(1)
    await first.close()
    const second = await open({ ...config, testClock: clock })
    expect(await second.claimEvent(SYSTEM, { id: 'slack:Ev1' })).toBe(false)
    writeFileSync(clock, '2026-03-05T09:00:01Z')
    await second.claimEvent(SYSTEM, { id: 'slack:Ev2' })
    expect(await second.claimEvent(SYSTEM, { id: 'slack:Ev1' })).toBe(true)
  })

  test('a dialogue is its learner’s own, replaced and taken away whole, and lies sealed', async () => {
    const config = await fresh()
    const core = await open(config)
    const ada = await newLearner(core)
    const ben = await newLearner(core)
    const at = { conversation: 'chat/chat' }
    await core.keepDialogue(ada.actor, { ...at, state: '{"held":"findable words"}' })
    await core.keepDialogue(ada.actor, { ...at, state: '{"held":"findable words again"}' })
    expect(await core.readDialogue(ada.actor, at)).toBe('{"held":"findable words again"}')
    expect(await core.readDialogue(ben.actor, at)).toBeNull()
    expect(await core.readDialogue(ada.actor, { conversation: 'slack/D1' })).toBeNull()
    if (name === 'SQLite')
      for (const file of readdirSync(config.dataDir))
        expect(readFileSync(join(config.dataDir, file), 'latin1')).not.toContain('findable words')
    await core.keepDialogue(ada.actor, { ...at, state: null })
    expect(await core.readDialogue(ada.actor, at)).toBeNull()
    await expect(core.readDialogue(VISITOR, at)).rejects.toMatchObject({ kind: 'signed-out' })
  })
})

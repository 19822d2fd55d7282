import { expect, test } from 'vitest'
import { forEachDatabase } from '#tests/support/databases.ts'
import { ledgerTrial } from '#tests/support/ledger/trial.ts'

forEachDatabase((_name, fresh) => {
  test('three processes send each prompt, one is killed, Slack refuses and fails: none is lost, and none comes twice', {
    timeout: 120_000,
  }, async () => {
    const found = await ledgerTrial(await fresh(), 120)
    expect(found).toMatchObject({ lost: 0, states: { sent: 120 } })
    // A message that is still on its way when it is looked for can't be found, so those in flight at the kill may double.
    expect(found.sentTwice).toBeLessThanOrEqual(4)
    for (const met of [found.refused, found.failed, found.failedAfter, found.lookedUp]) expect(met).toBeGreaterThan(0)
  })
})

import { createSecretKey, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openCore } from '#core/app.ts'
import { openWith, sealWith } from '#core/privacy/keys.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'

test('what was sealed opens only with its key, for its learner, and unaltered', () => {
  const key = createSecretKey(randomBytes(32))
  const sealed = sealWith(key, 'learner-1', 'my words 👩‍👩‍👧')
  expect(openWith(key, 'learner-1', sealed)).toBe('my words 👩‍👩‍👧')
  expect(sealWith(key, 'learner-1', 'my words 👩‍👩‍👧')).not.toBe(sealed)
  expect(() => openWith(key, 'learner-2', sealed)).toThrow()
  expect(() => openWith(createSecretKey(randomBytes(32)), 'learner-1', sealed)).toThrow()
  for (const at of [0, 20, sealed.length - 2]) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    expect(() => openWith(key, 'learner-1', sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow()
  }
})

test('no two texts share a nonce, which under one key would give both away', () => {
  const key = createSecretKey(randomBytes(32))
  const nonces = Array.from({ length: 2500 }, () => sealWith(key, 'learner-1', 'the same words').slice(0, 16))
  expect(new Set(nonces).size).toBe(2500)
})

forEachDatabase((_name, fresh) => {
  test('the first start makes the installation’s key outside the data folder and says to keep a copy', async () => {
    const config = await fresh()
    const said: string[] = []
    const core = await openCore(config, { say: (line) => said.push(line), log: () => {} })
    await core.close()
    expect(config.secretFile.startsWith(`${config.dataDir}/`)).toBe(false)
    expect(existsSync(config.secretFile)).toBe(true)
    expect(statSync(config.secretFile).mode & 0o077).toBe(0)
    expect(said.join('\n')).toMatch(/Keep a copy/)
  })

  test('without the installation’s key, or with another, the program doesn’t start and makes no new one', async () => {
    const config = await fresh()
    const core = await openCore(config, { log: () => {} })
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, { question: 'community.belong', value: { story: 'kept' }, channel: 'web' })
    await core.close()
    const right = readFileSync(config.secretFile, 'utf8')
    rmSync(config.secretFile)
    await expect(openCore(config, { log: () => {} })).rejects.toThrow(/installation's key is missing/)
    expect(existsSync(config.secretFile)).toBe(false)
    writeFileSync(config.secretFile, `${randomBytes(32).toString('base64url')}\n`)
    await expect(openCore(config, { log: () => {} })).rejects.toThrow(/is not the key that these data were kept under/)
    writeFileSync(config.secretFile, right)
    const again = await open(config)
    expect((await again.myAnswers(actor, {})).answers[0]?.lines).toEqual(['kept'])
  })
})

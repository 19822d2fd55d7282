import { beforeEach, expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { idOf, openAt, type Place } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { newLearner } from '#tests/support/open.ts'

const ADA = { kind: 'slack', subject: 'T1:UADA' } as const
const BEN = { kind: 'slack', subject: 'T1:UBEN' } as const
const FIRST = 'community.first-words'

const writes = (core: Core, actor: Actor, words: string, channel: 'web' | 'slack' = 'web') =>
  core.saveAnswer(actor, { question: FIRST, value: { words }, channel })
const wrote = async (core: Core, actor: Actor) =>
  (await core.myAnswers(actor, {})).answers.map((answer) => answer.lines.join(' '))
const comesFrom = (core: Core, account: typeof ADA | typeof BEN) =>
  core.linkAccount(SYSTEM, { ...account, verified: true })

forEachDatabase((_name, fresh) => {
  let place: Place
  let core: Core
  beforeEach(async () => {
    place = await openAt(await fresh())
    core = place.core
  })

  test('a code of the account page joins the chat’s notebook to this one, once they say that both are theirs', async () => {
    const { actor } = await newLearner(core)
    await writes(core, actor, 'from the web')
    const chat = await comesFrom(core, ADA)
    place.at('2026-03-02T09:01:00Z')
    await writes(core, chat, 'from the chat', 'slack')
    const { code, minutes } = await core.makeLinkCode(actor, {})
    expect([code, minutes]).toEqual([expect.stringMatching(/^[B-DF-HJ-NP-TV-Z]{4}-[B-DF-HJ-NP-TV-Z]{4}$/), 10])
    expect(await core.linkWithCode(chat, { account: ADA, code })).toEqual({ state: 'asks' })
    expect(await wrote(core, actor)).toEqual(['from the web'])
    // As people write it.
    const typed = ` ${code.toLowerCase().replace('-', ' – ')}. `
    expect(await core.linkWithCode(chat, { account: ADA, code: typed, together: true })).toEqual({ state: 'joined' })
    const now = await comesFrom(core, ADA)
    expect(idOf(now)).toBe(idOf(actor))
    expect(await wrote(core, now)).toEqual(['from the chat'])
    const { versions } = await core.myVersions(actor, { question: FIRST })
    expect(versions.map((version) => version.channel).sort()).toEqual(['slack', 'web'])
    expect(await core.myAccount(actor, {})).toMatchObject({
      accounts: [{ kind: 'slack', began: false, since: Date.parse('2026-03-02T09:01:00Z') }],
      canComeBack: true,
    })
  })

  test('a code works once, for ten minutes, and only the newest does', async () => {
    const { actor } = await newLearner(core)
    const ada = await comesFrom(core, ADA)
    const use = (who: Actor, account: typeof ADA | typeof BEN, code: string) =>
      core.linkWithCode(who, { account, code, together: true })
    const earlier = (await core.makeLinkCode(actor, {})).code
    const late = (await core.makeLinkCode(actor, {})).code
    await expect(use(ada, ADA, earlier)).rejects.toMatchObject({ kind: 'invalid' })
    place.at('2026-03-02T09:10:00Z')
    await expect(use(ada, ADA, late)).rejects.toMatchObject({ kind: 'invalid' })
    const { code } = await core.makeLinkCode(actor, {})
    await use(ada, ADA, code)
    await expect(use(await comesFrom(core, BEN), BEN, code)).rejects.toMatchObject({ kind: 'invalid' })
    const again = await core.makeLinkCode(actor, {})
    expect(await use(await comesFrom(core, ADA), ADA, again.code)).toEqual({ state: 'already' })
  })

  test('of many who use one code at once, one gets in', async () => {
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    const accounts = [1, 2, 3, 4, 5].map((n) => ({ kind: 'slack', subject: `T1:UMANY${n}` }) as const)
    const people = await Promise.all(
      accounts.map((account) => core.linkAccount(SYSTEM, { ...account, verified: true })),
    )
    const tried = await Promise.allSettled(
      people.map((who, i) =>
        core.linkWithCode(who, {
          account: accounts[i] as Parameters<Core['linkAccount']>[1] & { kind: 'slack' },
          code,
          together: true,
        }),
      ),
    )
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await core.myAccount(actor, {})).accounts).toHaveLength(1)
  })

  test('guessing is limited by account, and neither a new notebook nor the right code buys more', async () => {
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    const guess = (who: Actor, typed: string, account: typeof ADA | typeof BEN = ADA) =>
      core.linkWithCode(who, { account, code: typed, together: true })
    let ada = await comesFrom(core, ADA)
    for (let n = 0; n < 4; n++) await expect(guess(ada, 'BCDF-GHJK')).rejects.toMatchObject({ kind: 'invalid' })
    await core.eraseMe(ada, { sure: 'delete everything' })
    ada = await comesFrom(core, ADA)
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => guess(ada, 'BCDF-GHJK')))
    const kinds = all.map((one) => (one.status === 'rejected' ? one.reason.kind : 'none'))
    expect([kinds.filter((kind) => kind === 'invalid').length, new Set(kinds)]).toEqual([
      4,
      new Set(['invalid', 'too-many']),
    ])
    await expect(guess(ada, code)).rejects.toMatchObject({ kind: 'too-many' })
    // Nobody else is kept out by it.
    expect(await guess(await comesFrom(core, BEN), code, BEN)).toEqual({ state: 'joined' })
    place.at('2026-03-02T09:11:00Z')
    await expect(guess(ada, 'BCDF-GHJK')).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('nobody links or unlinks an account of somebody else’s', async () => {
    const { actor } = await newLearner(core)
    const { code } = await core.makeLinkCode(actor, {})
    const ben = await comesFrom(core, BEN)
    await comesFrom(core, ADA)
    const foreign = { kind: 'not-found' }
    await expect(core.linkWithCode(ben, { account: ADA, code, together: true })).rejects.toMatchObject(foreign)
    await expect(core.offerLink(ben, { account: ADA })).rejects.toMatchObject(foreign)
    await expect(core.unlinkAccount(ben, { account: ADA, anyway: true })).rejects.toMatchObject(foreign)
    const [ada] = (await core.myAccount(await comesFrom(core, ADA), {})).accounts
    await expect(core.unlinkAccount(ben, { account: ada?.name as string })).rejects.toMatchObject(foreign)
    await expect(core.makeLinkCode(VISITOR, {})).rejects.toMatchObject({ kind: 'signed-out' })
  })

  test('a link from the chat opens its notebook in a browser; looking at it, however often, uses nothing up', async () => {
    const ada = await comesFrom(core, ADA)
    await writes(core, ada, 'from the chat', 'slack')
    const { secret: link } = await core.offerLink(ada, { account: ADA })
    for (let n = 0; n < 3; n++)
      expect(await core.showLink(VISITOR, { link })).toEqual({ kind: 'slack', here: 'nothing', addresses: [] })
    const { secret, joined } = await core.openLink(VISITOR, { link, secret: null })
    expect(joined).toBe(false)
    const here = await core.whoIsThis(VISITOR, { secret })
    expect(idOf(here)).toBe(idOf(ada))
    expect(await wrote(core, here)).toEqual(['from the chat'])
    await expect(core.openLink(VISITOR, { link, secret: null })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(core.showLink(VISITOR, { link })).rejects.toMatchObject({ kind: 'not-found' })
    const { secret: second } = await core.offerLink(ada, { account: ADA })
    expect(await core.showLink(here, { link: second })).toMatchObject({ here: 'same' })
    place.at('2026-03-02T09:10:00Z')
    await expect(core.openLink(VISITOR, { link: second, secret: null })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a notebook that lies open in the browser is not joined without being asked, whosever it is', async () => {
    const ada = await comesFrom(core, ADA)
    const { actor, secret } = await newLearner(core)
    await writes(core, actor, 'somebody else’s?')
    const { secret: link } = await core.offerLink(ada, { account: ADA })
    expect(await core.showLink(actor, { link })).toMatchObject({ here: 'other' })
    await expect(core.openLink(actor, { link, secret })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { together: expect.stringContaining('another notebook in this browser') },
    })
    expect(await wrote(core, ada)).toEqual([])
    const opened = await core.openLink(actor, { link, secret, together: true })
    expect(opened.joined).toBe(true)
    expect(await core.whoIsThis(VISITOR, { secret })).toEqual(VISITOR)
    expect(await wrote(core, await core.whoIsThis(VISITOR, { secret: opened.secret }))).toEqual(['somebody else’s?'])
  })

  test('after unlinking, the answers stay, and the account starts anew with nothing of what was going on', async () => {
    const ada = await comesFrom(core, ADA)
    await writes(core, ada, 'mine', 'slack')
    const { secret: link } = await core.offerLink(ada, { account: ADA })
    const { secret } = await core.openLink(VISITOR, { link, secret: null })
    const web = await core.whoIsThis(VISITOR, { secret })
    await core.keepDialogue(ada, { conversation: 'slack/D1', state: '{"held":"words"}' })
    await core.keepDialogue(ada, { conversation: 'chat/chat', state: '{"here":1}' })
    const stray = await core.offerLink(ada, { account: ADA })
    await expect(core.unlinkAccount(web, { account: ADA })).rejects.toMatchObject({
      fields: { anyway: expect.stringContaining('a lost phone or a cleared browser would lose it') },
    })
    await core.unlinkAccount(web, { account: ADA, anyway: true })
    const anew = await comesFrom(core, ADA)
    expect(idOf(anew)).not.toBe(idOf(web))
    expect([await wrote(core, web), await wrote(core, anew)]).toEqual([['mine'], []])
    expect(await core.readDialogue(anew, { conversation: 'slack/D1' })).toBeNull()
    expect(await core.readDialogue(web, { conversation: 'slack/D1' })).toBeNull()
    expect(await core.readDialogue(web, { conversation: 'chat/chat' })).toBe('{"here":1}')
    expect(await core.myAccount(web, {})).toMatchObject({ accounts: [], canComeBack: false })
    await expect(core.showLink(VISITOR, { link: stray.secret })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(core.signOut(web, { secret })).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('the only way into a notebook is never unlinked', async () => {
    const ada = await comesFrom(core, ADA)
    await writes(core, ada, 'mine', 'slack')
    await expect(core.unlinkAccount(ada, { account: ADA, anyway: true })).rejects.toMatchObject({ kind: 'invalid' })
    expect(await wrote(core, await comesFrom(core, ADA))).toEqual(['mine'])
  })
})

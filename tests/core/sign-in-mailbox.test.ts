import { expect, onTestFinished, test } from 'vitest'
import { SYSTEM } from '#core/actor.ts'
import { connect } from '#core/db/connect.ts'
import { addressOf, mailboxOf } from '#core/learners/mailbox.ts'
import { verifiedLearners } from '#core/learners/verified.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { newLearner, open } from '#tests/support/open.ts'

test('an address is kept in lower case, with nothing folded', () => {
  expect(addressOf('  Ann.Lee+course@Gmail.com ')).toBe('ann.lee+course@gmail.com')
})

test.each([
  ['ann@example.org', 'ann@example.org'],
  ['Ann@Example.ORG', 'ann@example.org'],
  ['ann+course@example.org', 'ann@example.org'],
  ['ann+a+b@example.org', 'ann@example.org'],
  ['+ann@example.org', '+ann@example.org'],
  ['ann.lee@example.org', 'ann.lee@example.org'],
  ['ann.lee@gmail.com', 'annlee@gmail.com'],
  ['a.n.n.lee+x@googlemail.com', 'annlee@gmail.com'],
])('%s is the mailbox %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox)
})

const post = await openMailbox()

forEachDatabase((_, fresh) => {
  test('learners are known by what they have proven: one mailbox is one key, joined learners have all keys', async () => {
    const config = await fresh({ STANDPOINT_SMTP_URL: post.url })
    const core = await open(config)
    const db = await connect(config)
    onTestFinished(() => db.close())
    const id = (actor: object) => ('learnerId' in actor ? String(actor.learnerId) : '')
    const signIn = async (emails: string[]) => {
      const { actor, ...browser } = await newLearner(core)
      let { secret } = browser
      for (const email of emails) {
        await core.askForCode(actor, { email })
        secret = (await core.signIn(actor, { email, code: post.codeFor(email), secret, together: true })).secret
      }
      return id(actor)
    }
    const plain = await signIn(['ann.lee@gmail.com'])
    const puppet = await signIn(['annlee+puppet@gmail.com'])
    const two = await signIn(['bo@example.org', 'bo@work.example'])
    const nobody = id((await newLearner(core)).actor)
    const slack = id(await core.linkAccount(SYSTEM, { kind: 'slack', subject: 'T1:U1', verified: true }))
    const guest = id(await core.linkAccount(SYSTEM, { kind: 'slack', subject: 'T1:U2', verified: false }))
    const known = await verifiedLearners(db, [plain, puppet, two, nobody, slack, guest])
    expect(Object.fromEntries(known)).toEqual({
      [plain]: ['email:annlee@gmail.com'],
      [puppet]: ['email:annlee@gmail.com'],
      [two]: ['email:bo@example.org', 'email:bo@work.example'],
      [slack]: ['slack:T1:U1'],
    })
    expect((await verifiedLearners(db, [])).size).toBe(0)
  })
})

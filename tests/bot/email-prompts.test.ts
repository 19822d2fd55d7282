import { writeFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { type Actor, SYSTEM, VISITOR } from '#core/actor.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { content, newLearner } from '#tests/support/open.ts'
import { endOf } from '../../bot/channels/email/post-email.ts'
import { type Served, serve } from './front.ts'

const mailbox = await openMailbox()
const MONDAY = '2026-03-02T09:00:00Z'
const TUESDAY = '2026-03-03T10:00:00Z'
const ADA = 'ada@example.org'

forEachDatabase((_name, fresh) => {
  let served: Served | undefined
  let clock = ''
  const at = (iso: string) => writeFileSync(clock, iso)
  afterEach(async () => {
    Object.assign(mailbox.replies, { rcpt: null, data: null })
    mailbox.letters.length = 0
    await served?.close()
  })

  async function open(more: Record<string, string> = {}) {
    const config = await fresh({
      STANDPOINT_SMTP_URL: mailbox.url,
      STANDPOINT_MAIL_FROM: 'hello@learn.example',
      ...more,
    })
    clock = `${config.secretFile}.clock`
    at(MONDAY)
    served = await serve({ ...config, testClock: clock, url: 'https://learn.example' })
    return served
  }

  /** Somebody with a proven address. */
  async function signedIn({ core }: Served, email = ADA): Promise<Actor> {
    const { actor, secret } = await newLearner(core)
    await core.askForCode(actor, { email })
    await core.signIn(actor, { email, code: mailbox.codeFor(email), secret })
    mailbox.letters.length = 0
    return actor
  }
  const byEmail = (where: string) => ({ on: true, where })
  const send = () => (served as Served).companion.sendPrompts(() => true)
  const headerOf = (name: string, nth = 0) =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(mailbox.letters[nth]?.headers ?? '')?.[1]

  test('a prompt comes by e-mail to an address that was proven, says nothing of anybody, and waits on the web', async () => {
    const { core, logged } = await open()
    const actor = await signedIn(served as Served)
    expect(await core.myPromptPlaces(actor, {})).toEqual({ addresses: [ADA], address: null, calendar: false })
    await core.setPrompts(actor, byEmail(ADA))
    expect(await core.myPromptPlaces(actor, {})).toMatchObject({ address: ADA })
    await send()
    expect(mailbox.letters).toEqual([])
    at(TUESDAY)
    await send()
    await send()
    const [letter, ...more] = mailbox.letters
    expect(more).toEqual([])
    expect(letter).toMatchObject({ to: [ADA], subject: 'A question from Standpoint' })
    expect(letter?.text).toContain('One residents’ group was asked')
    expect(letter?.text).toContain('Answer it here, or skip it: https://learn.example/companion\n')
    expect(letter?.text).toContain(`Stop these e-mails: ${headerOf('List-Unsubscribe')?.slice(1, -1)}\n`)
    expect(headerOf('List-Unsubscribe')).toMatch(/^<https:\/\/learn\.example\/prompts\/stop\/[\w-]+\.[\w-]+>$/)
    expect(headerOf('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(headerOf('Message-ID')).toMatch(/^<[\w.-]+@learn\.example>$/)
    expect(headerOf('Auto-Submitted')).toBe('auto-generated')
    expect((await core.waitingPrompt(actor, {}))?.text).toContain('One residents’ group')
    expect(logged.join('\n')).not.toContain('ada@')
  })

  test('what quotes its reader is not in the e-mail: it waits where they are signed in', async () => {
    const { core } = await open()
    const actor = await signedIn(served as Served)
    const definition = 'zanzibarberry people who notice'
    await core.saveAnswer(actor, { question: 'community.working-definition', value: { definition }, channel: 'web' })
    const plan = { when: 'somebody says zanzibarberry', will: 'ask who is meant by zanzibarberry' }
    await core.saveAnswer(actor, { question: 'community.practice', value: { plan }, channel: 'web' })
    await core.setPrompts(actor, byEmail(ADA))
    at('2026-03-05T12:00:00Z')
    await core.setPrompts(actor, { perWeek: 3 })
    for (let day = 6; day < 30; day++) {
      at(`2026-03-${String(day).padStart(2, '0')}T10:00:00Z`)
      await send()
      const waiting = await core.waitingPrompt(actor, {})
      if (!waiting) continue
      const letter = mailbox.letters.at(-1)?.text
      if (waiting.text?.includes('zanzibarberry')) expect(letter).toMatch(/^A question waits for you\./)
      else expect(letter).toContain(waiting.text)
      await core.settleDelivery(actor, { delivery: waiting.delivery, as: 'skipped' })
    }
    expect(mailbox.letters.filter(({ text }) => text.startsWith('A question waits')).length).toBeGreaterThan(0)
    for (const { text, headers } of mailbox.letters) expect(`${headers}${text}`).not.toContain('zanzibarberry')
  })

  test('only to one’s own proven address, and only where this copy sends mail', async () => {
    const { core } = await open()
    const actor = await signedIn(served as Served)
    await signedIn(served as Served, 'bo@example.org')
    for (const place of ['bo@example.org', 'nobody@example.org', 'email', 'slack'])
      await expect(core.setPrompts(actor, byEmail(place))).rejects.toMatchObject({
        fields: { where: expect.any(String) },
      })
    expect(await core.myPromptPlaces(VISITOR, {})).toEqual({ addresses: [], address: null, calendar: false })
    await core.setPrompts(actor, byEmail(ADA))
    // Changed from the page without a word about where: it stays. Chosen: it goes.
    const here = { channel: 'chat' as const, place: null }
    expect(await core.setPrompts(actor, { on: true, hour: 15, at: here })).toMatchObject({ channel: 'email' })
    expect(await core.setPrompts(actor, { on: true, at: here, where: 'chat' })).toMatchObject({ channel: 'chat' })
    await (served as Served).close()
    const { core: without } = await open({ STANDPOINT_SMTP_URL: '' })
    const { actor: cleo } = await newLearner(without)
    expect(await without.myPromptPlaces(cleo, {})).toMatchObject({ addresses: null })
    await expect(without.setPrompts(cleo, byEmail(ADA))).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('4xx is tried later and 5xx isn’t; a mailbox that isn’t there switches prompts off', async () => {
    const { core } = await open()
    const [ada, bo] = [await signedIn(served as Served), await signedIn(served as Served, 'bo@example.org')]
    await core.setPrompts(ada, byEmail(ADA))
    at(TUESDAY)
    mailbox.replies.rcpt = '450 4.2.0 Greylisted'
    await send()
    mailbox.replies.rcpt = null
    at('2026-03-03T10:09:00Z')
    await send()
    expect(mailbox.letters).toEqual([])
    at('2026-03-03T10:11:00Z')
    await send()
    expect(mailbox.letters).toHaveLength(1)
    mailbox.letters.length = 0
    await core.setPrompts(bo, byEmail('bo@example.org'))
    await core.stopPrompts(ada, {})
    mailbox.replies.data = '554 5.7.1 No'
    at('2026-03-10T10:00:00Z')
    await send()
    mailbox.replies.data = null
    at('2026-03-10T12:00:00Z')
    await send()
    expect(mailbox.letters).toEqual([])
    expect((await core.myPrompts(bo, {})).on).toBe(true)
    mailbox.replies.rcpt = '550 5.1.1 No such user'
    at('2026-03-17T10:00:00Z')
    await send()
    expect((await core.myPrompts(bo, {})).on).toBe(false)
  })

  test('a sender that died may send it again, and then under the same Message-ID; put off, it has another', async () => {
    const { core } = await open()
    const actor = await signedIn(served as Served)
    await core.setPrompts(actor, byEmail(ADA))
    at(TUESDAY)
    // The letter leaves, and whoever sent it dies before it says so.
    const dies = { ...core, markDelivery: () => Promise.reject(new Error('killed')) }
    const { promptSender } = await import('#bot/send-prompts.ts')
    const config = (await import('#core/config.ts')).readConfig({ STANDPOINT_SMTP_URL: mailbox.url })
    const own = { ...config, url: 'https://learn.example', mailFrom: 'hello@learn.example' }
    await expect(promptSender(dies, own, () => {})(() => true)).rejects.toThrow('killed')
    at('2026-03-03T10:03:00Z')
    await send()
    expect(mailbox.letters).toHaveLength(2)
    expect(headerOf('Message-ID', 1)).toBe(headerOf('Message-ID'))
    const waiting = await core.waitingPrompt(actor, {})
    await core.settleDelivery(actor, { delivery: waiting?.delivery as string, as: 'later' })
    at('2026-03-04T10:00:00Z')
    await send()
    expect(mailbox.letters).toHaveLength(3)
    expect(headerOf('Message-ID', 2)).not.toBe(headerOf('Message-ID'))
  })

  test('the key in an e-mail stops the e-mails and nothing else, for whoever has it; another stops nothing', async () => {
    const { core } = await open()
    const actor = await signedIn(served as Served)
    const keyNow = async () => {
      await core.queuePrompts(SYSTEM, {})
      const taken = await core.takeDelivery(SYSTEM, { channels: ['email'] })
      return taken?.stopKey as string
    }
    await core.setPrompts(actor, byEmail(ADA))
    at(TUESDAY)
    const key = await keyNow()
    for (const wrong of ['', 'x', key.slice(0, -1), `${key}x`, key.replace('.', '.x')])
      await expect(core.stopEmails(VISITOR, { key: wrong })).rejects.toMatchObject({ kind: 'not-found' })
    expect((await core.myPrompts(actor, {})).on).toBe(true)
    await core.stopEmails(VISITOR, { key })
    await core.stopEmails(VISITOR, { key })
    expect((await core.myPrompts(actor, {})).on).toBe(false)
    // Switched on again, elsewhere: an old e-mail's key leaves that alone.
    await core.setPrompts(actor, { on: true, at: { channel: 'chat', place: null } })
    await core.stopEmails(VISITOR, { key })
    expect((await core.myPrompts(actor, {})).on).toBe(true)
    await core.eraseMe(actor, { sure: 'delete everything' })
    await core.stopEmails(VISITOR, { key })
  })

  test('two without an answer halve them; after four it asks, and answering on the web counts', {
    timeout: 60_000,
  }, async () => {
    const { core } = await open()
    const actor = await signedIn(served as Served)
    for (const { id, parts } of content.questions.filter((q) => q.parts[0]?.type === 'long-text').slice(0, 12))
      await core.saveAnswer(actor, { question: id, value: { [parts[0]?.name as string]: 'words' }, channel: 'web' })
    await core.setPrompts(actor, byEmail(ADA))
    const days: string[] = []
    for (let day = Date.parse(TUESDAY); day < Date.parse('2026-05-20T10:00:00Z'); day += 86_400_000) {
      at(new Date(day).toISOString())
      const before = mailbox.letters.length
      await send()
      if (mailbox.letters.length > before) days.push(new Date(day).toISOString().slice(5, 10))
    }
    expect(days).toEqual(['03-03', '03-10', '03-24', '04-07', '04-21'])
    expect(mailbox.letters.at(-1)?.text).toContain('Shall I keep going, write less often, or stop?')
    const { delivery, kind } = (await core.waitingPrompt(actor, {})) ?? {}
    expect(kind).toBe('ask')
    await core.settleDelivery(actor, { delivery: delivery as string, as: 'answered' })
    at('2026-05-26T10:00:00Z')
    await send()
    expect(mailbox.letters).toHaveLength(6)
  })
})

const LATER = { as: 'busy', waitMs: 600_000 }
test.each([
  [{ responseCode: 421, command: 'CONN' }, LATER],
  [{ code: 'EAUTH', responseCode: 535 }, LATER],
  [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, LATER],
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, LATER],
  [{ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' }, LATER],
  [{ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, { as: 'unknown' }],
  [{ code: 'ECONNECTION', command: 'CONN' }, { as: 'unknown' }],
  [
    { responseCode: 452, command: 'RCPT TO', response: '452 4.2.2 Full' },
    { ...LATER, alone: true },
  ],
  [
    { responseCode: 552, command: 'RCPT TO', response: '552 5.2.2 Full' },
    { as: 'failed', gone: false },
  ],
  [
    { responseCode: 550, command: 'RCPT TO', response: '550 No such user' },
    { as: 'failed', gone: true },
  ],
  [
    { responseCode: 550, command: 'RCPT TO', response: '550-5.1.1 No such user' },
    { as: 'failed', gone: true },
  ],
  [
    { responseCode: 550, command: 'RCPT TO', response: '550 5.2.1 Closed' },
    { as: 'failed', gone: true },
  ],
  [
    { responseCode: 550, command: 'RCPT TO', response: '550 5.7.1 Not from you' },
    { as: 'failed', gone: false },
  ],
  [
    { responseCode: 550, command: 'DATA', response: '550 5.1.1 odd' },
    { as: 'failed', gone: false },
  ],
])('what %o means for a prompt', (fault, outcome) => {
  expect(endOf(fault)).toEqual(outcome)
})

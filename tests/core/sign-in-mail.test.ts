import { expect, test } from 'vitest'
import { readConfig } from '#core/config.ts'
import { openMail } from '#core/learners/send-mail.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { openMailbox } from '#tests/support/mailbox.ts'
import { newLearner, open } from '#tests/support/open.ts'

const mailbox = await openMailbox()

forEachDatabase((_, fresh) => {
  test('the letter says where the code belongs and how long it works, and comes from the address in the settings', async () => {
    const core = await open(
      await fresh({
        STANDPOINT_SMTP_URL: mailbox.url,
        STANDPOINT_URL: 'http://standpoint.example',
        STANDPOINT_MAIL_FROM: 'courses@example.org',
      }),
    )
    const { actor } = await newLearner(core)
    await core.saveAnswer(actor, { question: 'community.belong', value: { story: 'A secret chair.' }, channel: 'web' })
    await core.askForCode(actor, { email: 'letter@example.org' })
    const letter = mailbox.letters.findLast(({ to }) => to.includes('letter@example.org'))
    expect(letter?.headers).toMatch(/^From: .*<courses@example.org>$/m)
    expect(letter?.headers).toContain('Auto-Submitted: auto-generated')
    expect(letter?.subject).toBe('Your code for Standpoint')
    expect(letter?.text).toMatch(/^\d{6}$/m)
    expect(letter?.text).toContain('It works for 10 minutes, and only in that browser.')
    const code = mailbox.codeFor('letter@example.org')
    expect(letter?.text).toContain(`\nhttp://standpoint.example/sign-in?code=${code}\n`)
    expect(letter?.text).not.toContain('chair')
    expect(await core.askForCode(actor, { email: 'letter@example.org' })).toMatchObject({ printed: false })
  })

  test('a mail server that isn’t there is said', async () => {
    const core = await open(await fresh({ STANDPOINT_SMTP_URL: 'smtp://127.0.0.1:9' }))
    const { actor } = await newLearner(core)
    const asked = core.askForCode(actor, { email: 'nowhere@example.org' })
    await expect(asked).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

test('without a mail server the letter is printed, and the print says so', async () => {
  const lines: string[] = []
  const mail = openMail(readConfig({}), (line) => lines.push(line))
  await mail({ to: 'me@example.org', subject: 'Your code', text: 'Your code:\n\n123456\n' })
  expect(lines).toEqual([
    'No mail server is set (STANDPOINT_SMTP_URL), so this letter to me@example.org is printed here instead of being sent:\n  | Subject: Your code\n  | \n  | Your code:\n  | \n  | 123456',
  ])
})

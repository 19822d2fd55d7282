import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conflict } from '#core/answers/save-answer.ts'
import type { AppError } from '#core/errors.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { slackAndCompanion, words } from './slack-talk.ts'

const QUESTION = 'community.first-words'

forEachDatabase((_name, fresh) => {
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, ['ada', 'ben'])
  })
  afterAll(() => slack.close())

  const part = () => slack.served.core.content.question(QUESTION)?.parts[0]?.name as string
  const save = (actor: Parameters<typeof slack.served.core.saveAnswer>[0], text: string, base: number) =>
    slack.served.core.saveAnswer(actor, { question: QUESTION, value: { [part()]: text }, base, channel: 'web' })
  const history = async (actor: Parameters<typeof slack.served.core.myAnswers>[0]) =>
    (await slack.served.core.myAnswers(actor, { history: true })).answers[0]?.history.map((a) => a.lines.join())

  test('saved on the web while Slack waits for it: Slack shows both, and neither text goes', async () => {
    const ada = await slack.talk('ada')
    await ada.say('next question')
    await save(ada.actor, 'Written on the web', 0)
    const card = words(await ada.say('Written in Slack'))
    expect(card).toContain('Written on the web')
    expect(await history(ada.actor)).toEqual(['Written on the web'])
    await ada.say('save it')
    expect(await history(ada.actor)).toEqual(['Written on the web', 'Written in Slack'])
  })

  test('saved in Slack while a page was open: the page gets both, and neither text goes', async () => {
    const ben = await slack.talk('ben')
    await ben.say('next question')
    await ben.say('Written in Slack')
    const refused = await save(ben.actor, 'Written on the web', 0).catch((error: AppError) => error)
    expect(refused).toMatchObject({ kind: 'conflict' })
    const { mine, theirs } = (refused as AppError).detail as Conflict
    expect([mine[part()], theirs.lines, theirs.channel]).toEqual(['Written on the web', ['Written in Slack'], 'slack'])
    await save(ben.actor, 'Written on the web', theirs.revision)
    expect(await history(ben.actor)).toEqual(['Written in Slack', 'Written on the web'])
  })
})

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, chooses } from '#tests/attacks/group.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { BOT, type Posted } from '#tests/support/slack-emulator.ts'
import { connectedCourse, courseTalk, type Talking } from './course-talk.ts'
import { buttons, hasNotebook, TEAM, words } from './slack-talk.ts'
import { inputs, saidIn } from './slack-windows.ts'

const PEOPLE = ['ada', 'ben', 'cleo', 'dev', 'eve', 'fay', 'gus', 'hal', 'tess']
const DOING = 'cd.doing-with'

forEachDatabase((_name, fresh) => {
  let talk: Talking
  beforeAll(async () => {
    talk = await courseTalk(fresh, PEOPLE)
  })
  afterAll(() => talk.close())

  const labels = (sent: Posted | undefined) => buttons(sent).map(({ text }) => text.text)
  const planned = async (cohort: string, question: string, when: string) =>
    talk.core.planPost(talk.trainer, { cohort, question, when })
  const joins = async (name: string, channel: string, sent: Posted | undefined, counted = 'yes') =>
    talk.fills(name, await talk.press(name, channel, sent, 'Join'), [counted])

  test('the whole way: connect, join, a question at its time, answers in windows and on the web, and the picture', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course, channel, said } = await connectedCourse(talk, 'tess')
    expect(JSON.stringify(said)).toContain('connected with Neighbours’ course')
    const [hello, ...more] = talk.posted(channel)
    expect(more).toEqual([])
    for (const part of [
      'a program, not a person',
      'Ms Invented runs this course',
      'Everybody in this channel sees it',
      'not this channel, and not the trainers',
      'owners of this Slack workspace may be able to read',
      'Guests are welcome',
      'doesn’t leave the course',
    ])
      expect(hello?.text).toContain(part)
    expect(labels(hello)).toEqual(['Join'])

    for (const name of PEOPLE.slice(0, 6)) {
      const window = await talk.press(name, channel, hello, 'Join')
      expect(saidIn(window)).toContain('Everybody in the course’s Slack channel sees these pictures too')
      expect(inputs(window)[0]?.element.initial_option).toBeUndefined()
      expect(await talk.fills(name, window, [])).toMatchObject({ response_action: 'errors' })
      expect(await talk.fills(name, window, ['yes'])).toMatchObject({ status: 200 })
      expect(words(talk.whispered(channel, name))).toContain('You have joined Neighbours’ course')
      expect(words(talk.whispered(channel, name))).toContain('Leaving this channel doesn’t leave the course')
    }
    await planned(course.id, DOING, '2026-03-03T09:00')
    talk.at('2026-03-03T08:59:59Z')
    await talk.send()
    expect(talk.posted(channel)).toHaveLength(1)
    talk.at('2026-03-03T09:00:00Z')
    await talk.send()
    await talk.send()
    const [, question, ...others] = talk.posted(channel)
    expect(others).toEqual([])
    expect(question?.text).toContain('Where does most of it sit?')
    expect(question?.text).toContain(
      'this channel sees few or none, some, or most for the group, once 5 or more people',
    )
    expect(question?.text).toContain('/chapters/cd#cd.doing-with')
    expect(labels(question)).toEqual(['Answer', 'Join'])

    for (const name of PEOPLE.slice(0, 5)) {
      const window = await talk.press(name, channel, question, 'Answer')
      expect(saidIn(window)).toContain('Everybody in the course’s Slack channel')
      expect(await talk.fills(name, window, ['with'])).toMatchObject({ status: 200 })
      expect(words(talk.whispered(channel, name))).toContain('Thanks, saved')
    }
    await answer(talk.core, await talk.actor('fay'), chooses('by'))
    // What stands in the channel hasn't changed, and nothing came.
    await talk.send()
    expect(talk.posted(channel)).toEqual([hello, question])
    const { answers } = await talk.core.myAnswers(await talk.actor('ada'), { questions: [DOING] })
    expect(answers[0]).toMatchObject({ value: { place: 'with' }, channel: 'slack', revision: 1 })

    talk.at('2026-03-03T09:30:00Z')
    await talk.core.closeBatches({ kind: 'system' }, {})
    await talk.send()
    await talk.send()
    const [before, asked, picture, ...rest] = talk.posted(channel) as (Posted & {
      files?: { alt_txt: string; content_base64: string }[]
    })[]
    // Slack itself notes what hangs under the question.
    const replies = { reply_count: 1, reply_users: [BOT], updated_at: expect.any(String) }
    expect([before, asked, rest]).toEqual([hello, { ...question, ...replies }, []])
    expect(picture?.thread_ts).toBe(question?.ts)
    const shown = JSON.stringify(picture?.blocks)
    expect(shown).toContain('Mostly done with people: most')
    expect(shown).toContain('Mostly done by people, with us in support: few or none')
    expect(shown).toContain(`/trainer/cohorts/${course.id}#${DOING}`)
    expect(shown).not.toMatch(/\b[56]\b people|still/)
    const [file, ...two] = picture?.files ?? []
    expect(two).toEqual([])
    expect(file?.alt_txt).toContain('Mostly done with people: most')
    const png = Buffer.from(file?.content_base64 ?? '', 'base64')
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1080 })
  })

  test('a code works once, and only in a channel; whoever typed it, and nobody else there, disconnects', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const course = await talk.course({})
    const channel = await talk.channel('private')
    const { code } = await talk.core.makeChannelCode(talk.trainer, { cohort: course.id })
    const { channel: alone } = await talk.slack.talk('gus')
    expect(JSON.stringify(await talk.types('gus', alone, `connect ${code}`))).toContain('Type that in the channel')
    expect(JSON.stringify(await talk.types('gus', channel, 'connect BCDF-GHJK'))).toContain('isn’t a code that works')
    expect(JSON.stringify(await talk.types('tess', channel, `connect ${code}`))).toContain('is connected with')
    expect(words(talk.posted(channel))).toContain('Nothing of that is posted here')
    expect(JSON.stringify(await talk.types('ben', channel, 'disconnect'))).toContain(
      'nothing here that you can disconnect',
    )
    await planned(course.id, DOING, '2026-03-03T10:00')
    expect(JSON.stringify(await talk.types('tess', channel, 'disconnect'))).toContain('Nothing more is posted')
    talk.at('2026-03-03T10:00:00Z')
    await talk.send()
    expect(talk.posted(channel)).toHaveLength(1)
    expect(JSON.stringify(await talk.types('tess', channel, 'disconnect'))).toContain(
      'nothing here that you can disconnect',
    )
  })

  test('people of another workspace are led to the web, and begin nothing here', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course, channel } = await connectedCourse(talk, 'tess')
    const [hello] = talk.posted(channel)
    const window = await talk.press('hal', channel, hello, 'Join', 'T0ELSEWHERE')
    expect(saidIn(window)).toContain('from another workspace')
    expect(inputs(window)).toEqual([])
    await planned(course.id, DOING, '2026-03-03T10:00')
    talk.at('2026-03-03T10:00:00Z')
    await talk.send()
    const asked = await talk.press('hal', channel, talk.posted(channel)[1], 'Answer', 'T0ELSEWHERE')
    expect(saidIn(asked)).toContain('from another workspace')
    expect(inputs(asked)).toEqual([])
    // Nothing began for them, under their own workspace or this one.
    for (const team of ['T0ELSEWHERE', TEAM])
      expect(await hasNotebook(talk.core, talk.userOf('hal'), team), team).toBe(false)
  })

  test('not counted is taken as said; the shut door and its own trainer are refused in the window', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course, channel } = await connectedCourse(talk, 'tess')
    const [hello] = talk.posted(channel)
    const counted = async (name: string) =>
      (await talk.core.joinedCohorts(await talk.actor(name), {})).cohorts.find(({ id }) => id === course.id)?.counted
    await joins('ben', channel, hello, 'no')
    expect(await counted('ben')).toBe(false)
    // Once joined, the same window changes the choice.
    const again = await talk.press('ben', channel, hello, 'Join')
    expect(saidIn(again)).toContain('You have joined this course')
    await talk.fills('ben', again, ['yes'])
    expect(await counted('ben')).toBe(true)
    await talk.isTrainer('gus')
    const refused = JSON.stringify(await joins('gus', channel, hello))
    expect(refused).toContain('You run this course, or have run it')
    expect(await counted('gus')).toBeUndefined()
    const open = await talk.press('cleo', channel, hello, 'Join')
    await talk.core.setDoor(talk.trainer, { cohort: course.id, open: false })
    expect(JSON.stringify(await talk.fills('cleo', open, ['yes']))).toContain('takes no new people just now')
    expect(saidIn(await talk.press('dev', channel, hello, 'Join'))).toContain('takes no new people just now')
  })

  test('a trainer’s own question is answered in the window by those who joined, and others are asked to join first', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course, channel } = await connectedCourse(talk, 'tess')
    const [hello] = talk.posted(channel)
    await joins('ada', channel, hello)
    for (const several of [false, true]) {
      talk.at('2026-03-02T09:00:00Z')
      const own = { cohort: course.id, ask: 'How was the room?', options: ['Warm', 'Cold', 'Noisy'], several }
      const id = (await talk.core.askOwnQuestion(talk.trainer, own)).questions.at(-1)?.id as string
      const time = several ? '11' : '10'
      await planned(course.id, id, `2026-03-03T${time}:00`)
      talk.at(`2026-03-03T${time}:00:00Z`)
      await talk.send()
      const asked = talk.posted(channel).at(-1)
      expect(asked?.text).toContain('once 8 or more people')
      const window = await talk.press('ada', channel, asked, 'Answer')
      const [{ element } = { element: { options: [] } }] = inputs(window)
      await talk.fills('ada', window, [element.options?.[0]?.value ?? ''])
      const { answers } = await talk.core.myAnswers(await talk.actor('ada'), { questions: [id] })
      expect(answers[0]?.lines).toEqual(['Warm'])
      expect(saidIn(await talk.press('ben', channel, asked, 'Answer'))).toContain('for those who have joined')
    }
  })

  test('words that may tell of harm meet the card, for their writer alone, and aren’t saved', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course, channel } = await connectedCourse(talk, 'tess', { channelSees: true, chapters: ['community'] })
    await planned(course.id, 'community.belong', '2026-03-03T10:00')
    talk.at('2026-03-03T10:00:00Z')
    await talk.send()
    const asked = talk.posted(channel)[1]
    const window = await talk.press('eve', channel, asked, 'Answer')
    await talk.fills('eve', window, ['My partner hit me last night and I am scared to go home'])
    expect(words(talk.whispered(channel, 'eve'))).toContain('999')
    const { answers } = await talk.core.myAnswers(await talk.actor('eve'), { questions: ['community.belong'] })
    expect(answers.filter(({ blank }) => !blank)).toEqual([])
    expect(talk.posted(channel)).toHaveLength(2)
  })

  test('an app that was taken out of the channel is disconnected by the next post, and what is planned waits', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course, channel } = await connectedCourse(talk, 'tess', {}, 'private')
    expect(talk.posted(channel)).toHaveLength(1)
    const { post } = await planned(course.id, DOING, '2026-03-03T10:00')
    await talk.slack.slack.takenOut(channel)
    const plan = () => talk.core.channelPlan(talk.trainer, { cohort: course.id })
    expect(await plan()).toMatchObject({ connected: true, posts: [{ id: post, state: 'waiting' }] })
    talk.at('2026-03-03T10:00:00Z')
    await talk.send()
    expect(await plan()).toMatchObject({ connected: false, posts: [{ id: post, state: 'waiting' }] })
    expect(talk.posted(channel)).toHaveLength(1)
    expect(talk.slack.served.logged).toContain('post-not-sent {"why":"not_in_channel"}')
  })

  test('an app that is in no channel of that name is disconnected by its first words there', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course } = await connectedCourse(talk, 'cleo')
    const { code } = await talk.core.makeChannelCode(talk.trainer, { cohort: course.id })
    await talk.types('cleo', 'C0NOTTHERE', `connect ${code}`)
    expect(await talk.core.channelPlan(talk.trainer, { cohort: course.id })).toMatchObject({ connected: false })
  })

  test('a button under a question that is over says so', async () => {
    talk.at('2026-03-02T09:00:00Z')
    const { course, channel } = await connectedCourse(talk, 'dev')
    const [hello] = talk.posted(channel)
    await talk.core.archiveCohort(talk.trainer, { cohort: course.id, sure: true })
    await expect(talk.press('gus', channel, hello, 'Join')).rejects.toThrow('No window was opened')
    expect(words(talk.whispered(channel, 'gus'))).toContain('isn’t asked here any more')
  })
})

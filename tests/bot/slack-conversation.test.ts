import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#core/actor.ts'
import type { Core } from '#core/app.ts'
import { forEachDatabase } from '#tests/support/databases.ts'
import { serve } from './front.ts'
import { slackAndCompanion, words } from './slack-talk.ts'

const mine = async (core: Core, actor: Actor) =>
  (await core.myAnswers(actor, {})).answers.map((a) => [a.question.id, a.lines.join(' / '), a.channel])

forEachDatabase((_name, fresh) => {
  const people = ['ada', 'ben', 'cleo', 'dev', 'eve', 'fay', 'gus', 'hal', 'ida', 'jo']
  let slack: Awaited<ReturnType<typeof slackAndCompanion>>
  let core: Core
  beforeAll(async () => {
    slack = await slackAndCompanion(fresh, people)
    core = slack.served.core
  })
  afterAll(() => slack.close())

  test('a question about the standards is answered with the clause, letter for letter, its label and its page', async () => {
    const ada = await slack.talk('ada')
    const posted = await ada.say('K15')
    const clause = core.content.clause('SC-NETWORKS:K15')
    expect(words(posted)).toContain(`“${clause?.text}”`)
    expect(words(posted)).toContain(`SC-NETWORKS K15 http://standpoint.example.org${clause?.path}`)
    expect(JSON.stringify(posted.at(-1)?.blocks)).toContain(JSON.stringify(`“${clause?.text}”\n`))
  })

  test('the first message says that it is a program, what it does, who may read along, and how to stop; once', async () => {
    const ben = await slack.talk('ben')
    const [first, reply] = await ben.say('What do the standards say about trust?')
    expect(first?.text).toContain('I’m a program, not a person')
    expect(first?.text).toContain('owners of this Slack workspace may be able to read')
    expect(first?.text).toContain('Write “stop” at any time')
    expect(reply?.text).not.toContain('I’m a program')
    expect(words(await ben.say('What do the standards say about trust?'))).not.toContain('I’m a program')
  })

  test('a waiting question is answered in Slack, and it is the same answer as on the web', async () => {
    const cleo = await slack.talk('cleo')
    const asked = words(await cleo.say('next question'))
    expect(asked).toContain('which three words come to mind first?')
    expect(asked).toContain('Only you see your words')
    expect(asked).toContain('owners of this Slack workspace')
    expect(words(await cleo.say('Neighbours, noise & <b>tea</b>'))).toContain('Thanks, saved')
    expect(await mine(core, cleo.actor)).toEqual([['community.first-words', 'Neighbours, noise & <b>tea</b>', 'slack']])
  })

  test('an option is chosen by its number; what is none of them is not saved', async () => {
    const dev = await slack.talk('dev')
    let card = words(await dev.say('next question'))
    while (!card.includes('Choose one, or write its number')) card = words(await dev.say('skip'))
    const wrong = words(await dev.say('seventeen'))
    expect(wrong).toContain('isn’t one of the answers here')
    expect(wrong).toContain('• 2: ')
    expect(await mine(core, dev.actor)).toEqual([])
    expect(words(await dev.say('Number 2.'))).toContain('Thanks, saved')
    const { answers } = await core.myAnswers(dev.actor, {})
    const part = answers[0]?.question.parts[0] as { name: string; options: { id: string }[] }
    expect(answers[0]?.value[part.name]).toBe(part.options[1]?.id)
  })

  test('it recalls everyday answers, and never personal or private ones', async () => {
    const eve = await slack.talk('eve')
    const channel = 'web'
    await core.saveAnswer(eve.actor, {
      question: 'community.first-words',
      value: { words: 'tea, noise, warmth' },
      channel,
    })
    await core.saveAnswer(eve.actor, { question: 'community.belong', value: { story: 'the choir let me in' }, channel })
    await core.saveAnswer(eve.actor, {
      question: 'community.on-the-edge',
      value: { door: 'nobody spoke to me' },
      channel,
    })
    const said = words(await eve.say('What did I say about community?'))
    expect(said).toContain('“tea, noise, warmth”')
    expect(said).not.toContain('choir')
    expect(said).not.toContain('nobody spoke')
    expect(words(await eve.say('what did I say about the choir'))).not.toContain('let me in')
    expect(words(await eve.say('my answers'))).not.toMatch(/choir|nobody spoke/)
  })

  test('stop stops whatever is going on, in any near words', async () => {
    const fay = await slack.talk('fay')
    await fay.say('next question')
    expect(words(await fay.say('please stop now!'))).toContain('Stopped.')
    await fay.say('these words are not an answer')
    expect(await mine(core, fay.actor)).toEqual([])
  })

  test('possible harm meets the fixed card and nothing else; an awaited answer is not saved, and not lost', async () => {
    const gus = await slack.talk('gus')
    await gus.say('next question')
    const disclosure = 'My partner hit me last night and I am scared to go home'
    const posted = await gus.say(disclosure)
    const { title, body, carryOn } = core.content.help.harmCard
    expect(posted).toHaveLength(1)
    for (const line of [title, ...body, carryOn, '999']) expect(posted[0]?.text).toContain(line)
    expect(posted[0]?.text).toContain('I haven’t saved what you wrote')
    // It has stopped asking: what comes next is no answer.
    await gus.say('It has been going on for a while')
    expect(await mine(core, gus.actor)).toEqual([])
    expect(words(await gus.say('show me who to contact'))).toContain('National Domestic Abuse Helpline')
    expect(words(await gus.say('save it as my answer'))).toContain('Thanks, saved')
    expect(await mine(core, gus.actor)).toEqual([['community.first-words', disclosure, 'slack']])
  })

  test('what the standards don’t say is refused with a way on', async () => {
    const hal = await slack.talk('hal')
    const said = words(await hal.say('What is the weather going to be like in Leeds tomorrow?'))
    expect(said).toContain('That isn’t something the three standards are about')
    expect(said).toContain('You could try')
  })

  test('“delete my data” says what that means, and then deletes everything at once; a new message starts anew', async () => {
    const jo = await slack.talk('jo')
    await jo.say('next question')
    await jo.say('words to be forgotten')
    expect(words(await jo.say('delete everything'))).toContain('It can’t be undone')
    expect(await mine(core, jo.actor)).toHaveLength(1)
    expect(words(await jo.say('delete everything'))).toContain('Everything of yours is deleted')
    expect(await mine(core, jo.actor)).toEqual([])
    expect(words(await jo.say('my answers'))).toMatch(/I’m a program[\s\S]*haven’t answered anything yet/)
  })

  test('a conversation goes on after the program was closed and opened again', async () => {
    const ida = await slack.talk('ida')
    await ida.say('next question')
    await slack.served.close()
    const again = await serve(slack.config)
    slack.slack.subscribe(`${again.url}/api/slack/events`)
    await (await slack.slack.open('ida')).write('kept over a restart')
    await again.companion.idle()
    expect(await mine(again.core, ida.actor)).toEqual([['community.first-words', 'kept over a restart', 'slack']])
    await again.close()
  })
})

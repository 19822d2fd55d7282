import { execFileSync } from 'node:child_process'
import { type Activity, BotAdapter, type ResourceResponse, type Storage, TurnContext } from 'botbuilder'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VISITOR } from '#core/actor.ts'
import { readConfig } from '#core/config.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { newLearner, open } from '#tests/support/open.ts'
import { keyedQueue } from '../../bot/kernel/keyed-queue.ts'
import { learnerStorage } from '../../bot/kernel/learner-storage.ts'
import { SafeBotkit } from '../../bot/kernel/safe-botkit.ts'
import { SafeWorker } from '../../bot/kernel/safe-worker.ts'
import { activityOf, operationOf } from '../../bot/kernel/said.ts'

const folder = temporaryFolder()
const config = readConfig({ STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/key` })
const died: unknown[] = []
const note = (error: unknown) => void died.push(error)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => void process.off('unhandledRejection', note))

/** A channel that keeps what it is given, and can be cut off. */
class Wire extends BotAdapter {
  readonly botkit_worker = SafeWorker
  readonly sent: (string | undefined)[] = []
  cut = false

  async turn(bot: SafeBotkit, text: string, actor = VISITOR as never, conversation = 'one'): Promise<void> {
    const said = { actor, channel: 'chat', conversation, operation: 'op', text, place: null } as const
    await this.runMiddleware(new TurnContext(this, activityOf(said)), (context) => bot.handleTurn(context))
  }
  async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    if (this.cut) throw new Error('the line is cut')
    this.sent.push(...activities.map((a) => a.text))
    return activities.map(() => ({ id: '1' }))
  }
  async updateActivity(): Promise<void> {}
  async deleteActivity(): Promise<void> {}
  async continueConversation(): Promise<void> {}
}

function wired(storage?: Storage) {
  const wire = new Wire()
  const bot = new SafeBotkit({ adapter: wire, ...(storage ? { storage } : {}) })
  const counts = bot.remembers<{ n?: number }>('dialogue')
  bot.interrupts(/^break first$/, 'message', async () => {
    throw new TypeError('an interrupt is broken')
  })
  bot.hears(/^break$/, 'message', async () => {
    throw new TypeError('a handler is broken')
  })
  bot.hears(/^count$/, 'message', async (worker, message) => {
    const state = await counts.get(message.context, {})
    state.n = (state.n ?? 0) + 1
    await worker.reply(message, `${state.n}`)
  })
  bot.hears(/./, 'message', async (worker, message) => {
    await worker.reply(message, `heard ${message.text}`)
  })
  return { wire, bot }
}

test('a handler that throws rejects the turn with its own error, and the next turn works', async () => {
  const { wire, bot } = wired()
  await expect(wire.turn(bot, 'break')).rejects.toThrow(new TypeError('a handler is broken'))
  await expect(wire.turn(bot, 'break first')).rejects.toThrow(new TypeError('an interrupt is broken'))
  await wire.turn(bot, 'well')
  expect(wire.sent).toEqual(['heard well'])
  expect(died).toEqual([])
})

test('a send that fails rejects the turn, and the next turn works', async () => {
  const { wire, bot } = wired()
  wire.cut = true
  await expect(wire.turn(bot, 'hello')).rejects.toThrow('the line is cut')
  wire.cut = false
  await wire.turn(bot, 'hello')
  expect(wire.sent).toEqual(['heard hello'])
  expect(died).toEqual([])
})

test('middleware that throws rejects the turn', async () => {
  const { wire, bot } = wired()
  bot.middleware.receive.use(async () => {
    throw new RangeError('middleware is broken')
  })
  await expect(wire.turn(bot, 'hello')).rejects.toThrow(new RangeError('middleware is broken'))
  expect(died).toEqual([])
})

test('Botkit opens no web server of its own, where an unsigned request could end the process', () => {
  const { bot } = wired()
  expect([bot.http, bot.webserver]).toEqual([undefined, undefined])
})

test('nothing of Botkit is loaded before somebody writes, so that a start without Slack stays light', () => {
  const look = `
    await import('./src/web/api/companion.ts')
    const { openCompanion } = await import('./bot/index.ts')
    openCompanion({}, { slack: null })
    const loaded = Object.keys((await import('node:module')).createRequire(import.meta.url).cache)
    console.log(loaded.filter((file) => /node_modules.(botkit|botbuilder|@slack)/.test(file)).length)`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', look], { encoding: 'utf8' })
  expect(printed.trim()).toBe('0')
})

test('a queue runs one key’s tasks in order, other keys beside it, and goes on after a failure', async () => {
  const queue = keyedQueue()
  const order: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = queue.run('a', async () => {
    await held
    order.push('a1')
    throw new Error('a1 failed')
  })
  const second = queue.run('a', async () => void order.push('a2'))
  await queue.run('b', async () => void order.push('b1'))
  expect(order).toEqual(['b1'])
  release()
  await expect(first).rejects.toThrow('a1 failed')
  await second
  await queue.idle()
  expect(order).toEqual(['b1', 'a1', 'a2'])
})

test('a conversation’s state is its learner’s, and is kept for the next program', async () => {
  const core = await open(config)
  const ada = await newLearner(core)
  const ben = await newLearner(core)
  for (const turn of [ada, ada, ben]) {
    const { wire, bot } = wired(learnerStorage(core))
    await wire.turn(bot, 'count', turn.actor as never)
    if (turn === ben) expect(wire.sent).toEqual(['1'])
  }
  const { wire, bot } = wired(learnerStorage(core))
  await wire.turn(bot, 'count', ada.actor as never)
  await wire.turn(bot, 'count', ada.actor as never, 'another')
  expect(wire.sent).toEqual(['3', '1'])
})

test('a visitor’s turn that leaves something to remember asks for a notebook, and one that leaves nothing doesn’t', async () => {
  const core = await open(config)
  const { wire, bot } = wired(learnerStorage(core))
  await wire.turn(bot, 'hello')
  await expect(wire.turn(bot, 'count')).rejects.toMatchObject({ kind: 'signed-out' })
})

test('a message’s operation id is a UUID, the same each time, and another for another message', () => {
  expect(operationOf('slack:T1:Ev1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(operationOf('slack:T1:Ev1')).toBe(operationOf('slack:T1:Ev1'))
  expect(operationOf('slack:T1:Ev2')).not.toBe(operationOf('slack:T1:Ev1'))
})

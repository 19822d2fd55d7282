import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft, Save } from '../../src/client/kept.ts'
import type { Reply } from '../../src/client/reply.ts'
import { makeSaver, type Shown } from '../../src/client/saver.ts'

/** A store as the server keeps it: revisions, one for each operation, on the base they name. */
function aStore() {
  const revisions: { operation: string; body: string }[] = []
  return {
    revisions,
    newest: () => revisions.at(-1)?.body ?? '',
    write(body: string) {
      revisions.push({ operation: `elsewhere ${revisions.length}`, body })
    },
    save({ operation, base, body }: Save): Reply {
      const same = revisions.findIndex((r) => r.operation === operation)
      if (same >= 0) return { status: 'saved', revision: same + 1 }
      if (revisions.length && revisions.at(-1)?.body === body) return { status: 'saved', revision: revisions.length }
      if (base !== revisions.length) return { status: 'conflict', revision: revisions.length, html: '' }
      revisions.push({ operation, body })
      return { status: 'saved', revision: revisions.length }
    },
  }
}
let operations = 0

/** A page with one form. The wire holds what was sent until the test lets it arrive, or drops it. */
function aPage(store: ReturnType<typeof aStore>, draft: Draft | null = null) {
  const built = store.newest()
  const page = {
    typed: built,
    draft,
    shown: [] as Shown['status'][],
    /** Whether the last thing said was asked for, so that the focus goes there. */
    toldAsAsked: false,
    wire: [] as { save: Save; reply(r: Reply): void }[],
    timers: [] as { run(): void; ms: number }[],
  }
  const saver = makeSaver(
    {
      body: () => page.typed,
      send: (save) => new Promise((reply) => page.wire.push({ save, reply })),
      keep: (kept) => {
        page.draft = kept
      },
      show(what, asked) {
        page.shown.push(what.status)
        page.toldAsAsked = asked
      },
      fill: (body) => {
        page.typed = body ?? built
      },
      later(run, ms) {
        const timer = { run, ms }
        page.timers.push(timer)
        return () => void page.timers.splice(page.timers.indexOf(timer) >>> 0, 1)
      },
      newId: () => `operation ${++operations}`,
    },
    store.revisions.length,
    draft,
  )
  const settle = () => new Promise<void>((done) => setImmediate(done))
  return Object.assign(page, {
    saver,
    type(text: string) {
      page.typed = text
      saver.touched()
    },
    /** Time passes: what waits for it runs. */
    pass() {
      for (const timer of page.timers.splice(0)) timer.run()
    },
    async arrive(how: 'whole' | 'reply lost' | 'lost' = 'whole', instead?: Reply) {
      const sent = page.wire.shift()
      if (!sent) return
      const reply = instead ?? (how === 'lost' ? null : store.save(sent.save))
      sent.reply(how === 'whole' && reply ? reply : { status: 'dropped' })
      await settle()
    },
    said: () => page.shown.at(-1),
  })
}

test('it saves after a lull, and says so when it is true', async () => {
  const store = aStore()
  const page = aPage(store)
  page.type('H')
  page.type('Hello')
  expect([page.said(), page.wire.length]).toEqual(['saving', 0])
  page.pass()
  expect(page.draft?.body).toBe('Hello')
  await page.arrive()
  expect([page.said(), store.newest(), page.draft]).toEqual(['saved', 'Hello', null])
})

test('the newest waits for the one on its way, and Saved is said only after it', async () => {
  const store = aStore()
  const page = aPage(store)
  page.type('one')
  page.pass()
  page.type('one two')
  page.pass()
  expect(page.wire).toHaveLength(1)
  await page.arrive()
  expect(page.shown).not.toContain('saved')
  page.pass()
  await page.arrive()
  expect([page.said(), store.newest(), store.revisions.length]).toEqual(['saved', 'one two', 2])
})

test('pressing Save leaves the box, which saves as well: the reply counts as asked for', async () => {
  const page = aPage(aStore())
  page.type('far too long')
  page.saver.save()
  page.saver.save(true)
  await page.arrive('whole', { status: 'invalid', html: '<div></div>' })
  expect([page.said(), page.toldAsAsked, page.wire.length]).toEqual(['invalid', true, 0])
})

test('a save whose reply was lost is sent again under its own name, then the newest', async () => {
  const store = aStore()
  const page = aPage(store)
  page.type('one')
  page.pass()
  await page.arrive('reply lost')
  expect(page.said()).toBe('dropped')
  page.type('one two')
  expect(page.said()).toBe('dropped')
  page.pass()
  await page.arrive()
  page.pass()
  await page.arrive()
  expect([page.said(), store.revisions.map((r) => r.body)]).toEqual(['saved', ['one', 'one two']])
})

test('the pauses between tries grow, and a connection that is back ends them', async () => {
  const page = aPage(aStore())
  page.type('one')
  page.pass()
  await page.arrive('lost')
  expect(page.timers.map((t) => t.ms)).toEqual([2_000])
  page.pass()
  await page.arrive('lost')
  expect(page.timers.map((t) => t.ms)).toEqual([4_000])
  page.saver.online()
  await page.arrive()
  expect(page.said()).toBe('saved')
})

test('words that wait are restored on return and sent', async () => {
  const store = aStore()
  const before = aPage(store)
  before.type('on the bus')
  before.pass()
  await before.arrive('lost')
  expect(before.saver.mayLose(false)).toBe(true)
  const after = aPage(store, before.draft)
  expect(after.typed).toBe('on the bus')
  await after.arrive()
  expect([store.newest(), after.draft]).toEqual(['on the bus', null])
})

test('a draft that had arrived after all is dropped without a word', async () => {
  const store = aStore()
  const before = aPage(store)
  before.type('arrived')
  before.pass()
  await before.arrive('reply lost')
  const after = aPage(store, before.draft)
  expect([after.wire.length, after.draft]).toEqual([0, null])
})

test('a draft that had arrived and was built upon gives way to what is newer', async () => {
  const store = aStore()
  const before = aPage(store)
  before.type('arrived')
  before.pass()
  await before.arrive('reply lost')
  store.write('newer, from Slack')
  const after = aPage(store, before.draft)
  await after.arrive()
  expect([after.typed, after.draft, store.revisions.length]).toEqual(['newer, from Slack', null, 2])
})

test('after a conflict nothing is sent until the learner has decided', async () => {
  const store = aStore()
  const page = aPage(store)
  store.write('theirs')
  page.type('mine')
  page.pass()
  await page.arrive()
  expect(page.said()).toBe('conflict')
  page.type('mine and more')
  page.pass()
  page.saver.online()
  expect([page.wire.length, page.draft?.body, page.saver.mayLose(false)]).toEqual([0, 'mine and more', true])
  page.saver.save(true)
  await page.arrive()
  expect([page.said(), store.revisions.map((r) => r.body)]).toEqual(['saved', ['theirs', 'mine and more']])
})

test('what was refused stays in the box and in the draft, and can be tried again', async () => {
  const store = aStore()
  const page = aPage(store)
  page.type('one')
  page.pass()
  await page.arrive('whole', { status: 'refused', message: 'No.' })
  expect([page.said(), page.draft?.body, page.saver.mayLose(false)]).toEqual(['refused', 'one', true])
  page.saver.save(true)
  await page.arrive()
  expect([page.said(), store.newest(), page.saver.mayLose(false)]).toEqual(['saved', 'one', false])
})

test('typing and undoing it leaves nothing to save', () => {
  const page = aPage(aStore())
  page.type('oops')
  page.type('')
  page.pass()
  expect([page.said(), page.wire.length, page.draft]).toEqual(['same', 0, null])
})

test('saving a blank sheet starts nothing', () => {
  const page = aPage(aStore())
  page.saver.save(true)
  expect(page.wire).toHaveLength(0)
})

test('whatever the connection does, the last words arrive once, and Saved is never untrue', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), text: fc.constantFrom('a', 'b', 'ab', '') }),
    fc.record({ do: fc.constantFrom('pass', 'whole', 'reply lost', 'lost', 'online', 'save', 'return') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const store = aStore()
      let page = aPage(store)
      const truthful = () => {
        if (page.said() === 'saved') expect(store.newest()).toBe(page.typed)
      }
      for (const s of steps) {
        if (s.do === 'type') page.type((s as { text: string }).text)
        else if (s.do === 'pass') page.pass()
        else if (s.do === 'online') page.saver.online()
        else if (s.do === 'save') page.saver.save(true)
        else if (s.do === 'return') {
          const kept = page.draft
          // Closing the tab loses what is on the wire, or lets it arrive unheard.
          for (const { save } of page.wire.splice(0)) store.save(save)
          page = aPage(store, kept)
        } else await page.arrive(s.do as 'whole')
        truthful()
      }
      const last = page.typed
      for (let i = 0; i < 6; i++) {
        page.pass()
        await page.arrive()
        truthful()
      }
      expect([store.newest(), page.saver.unsaved(), page.draft]).toEqual([last, false, null])
      expect(new Set(store.revisions.map((r) => r.operation)).size).toBe(store.revisions.length)
    }),
    { numRuns: 300 },
  )
})

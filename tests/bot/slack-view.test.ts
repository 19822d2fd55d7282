import type { types } from '@slack/bolt'
import { expect, test } from 'vitest'
import { content } from '#tests/support/open.ts'
import { IN_SLACK } from '../../bot/channels/slack/in-slack.ts'
import { readWindow } from '../../bot/channels/slack/read-window.ts'
import { renderView } from '../../bot/channels/slack/render-view.ts'
import { askablePart, type WindowPart } from '../../bot/features/chat-answer.ts'
import { windowFields } from '../../bot/features/window-fields.ts'
import type { Field, Modal } from '../../bot/replies/modal.ts'
import { answerModal, conflictModal, tooLongModal } from '../../bot/replies/window.ts'

const from = { workspace: 'T0TEAM', channel: 'D0CHAT', message: '1700000000.000100' }
const site = 'https://standpoint.example.org'
const view = (modal: Modal) => renderView(modal, { from, site })

/** What of a view is beyond Slack's documented limits (its reference of views, blocks and elements). */
function beyond({ title, submit, close, blocks, private_metadata = '', callback_id = '' }: types.ModalView): string[] {
  const wrong: string[] = []
  const limit = (what: string, length: number, most: number, least = 1) => {
    if (length > most || length < least) wrong.push(`${what}: ${length}`)
  }
  limit('title', title.text.length, 24)
  for (const button of [submit, close]) if (button) limit('button', button.text.length, 24)
  limit('metadata', private_metadata.length, 3000)
  limit('callback', callback_id.length, 255)
  limit('blocks', blocks.length, 100)
  const inputs = blocks.filter((block): block is types.InputBlock => block.type === 'input')
  if (inputs.length && !submit) wrong.push('inputs and no submit')
  if (new Set(inputs.map((b) => b.block_id)).size !== inputs.length) wrong.push('the same block twice')
  for (const { block_id = '', label, hint, element } of inputs) {
    limit('block id', block_id.length, 255)
    limit('label', label.text.length, 2000)
    if (hint) limit('hint', hint.text.length, 2000)
    if (element.type === 'plain_text_input') {
      limit('most', element.max_length ?? 0, 3000)
      limit('now', element.initial_value?.length ?? 1, element.max_length ?? 0)
    }
    if ('options' in element && element.options) {
      limit('options', element.options.length, /select/.test(element.type) ? 100 : 10)
      for (const { text, value = '' } of element.options) {
        limit('option', [...text.text].length, 75)
        limit('value', value.length, 150)
      }
    }
  }
  for (const block of blocks)
    if (block.type === 'rich_text') limit('rich text', (block as types.RichTextBlock).elements.length, 100)
  return wrong
}

const asked = content.questions.flatMap((question) => {
  const part = askablePart(question, IN_SLACK)
  return part ? [{ question, part }] : []
})
const upon = { wording: 'f'.repeat(32), base: 999_999_999 }

/** The longest that an answer may be where a window still holds it. */
function full(part: WindowPart): unknown {
  if (part.type === 'long-text') return 'ä'.repeat(3000)
  if (part.type === 'short-text') return '🙂'.repeat(150)
  if (part.type === 'boxes') return Array(Number(part.boxes)).fill('b'.repeat(200))
  return part.type === 'when-will' ? { when: 'w'.repeat(300), will: 'w'.repeat(300) } : undefined
}

test.each(asked)(
  'the window for $question.id is one that Slack takes, empty, full and in conflict',
  ({ question, part }) => {
    for (const now of [undefined, full(part)]) {
      const fields = windowFields(part, { ask: question.ask, now: now as never, most: 3000 })
      const conflict = {
        paragraphs: [''],
        quotes: [{ leadIn: null, text: '🙂'.repeat(5000), parts: [], label: '', href: '/', status: null }],
      }
      for (const modal of [
        answerModal(content, question, { fields, upon, place: IN_SLACK, earlier: true }),
        conflictModal(content, question, { fields, upon, conflict, kept: true }),
        tooLongModal(question, { secret: 's'.repeat(43), minutes: 10 }, IN_SLACK),
      ])
        expect(beyond(view(modal))).toEqual([])
    }
  },
)

test('many options become a menu, and long ones stand in full above their numbers', () => {
  const option = (i: number, length: number) => ({ id: `o${i}`, label: `${i} ${'long '.repeat(length)}`.trim() })
  const options = Array.from({ length: 14 }, (_, i) => option(i, 30))
  const modal = (fields: Field[]): Modal => ({
    kind: 'x',
    about: 'a',
    title: 'T',
    submit: 'S',
    paragraphs: ['p'],
    fields,
  })
  for (const kind of ['one', 'many'] as const)
    for (const count of [2, 10, 11, 14]) {
      const shown = view(modal([{ kind, name: 'n', label: 'L', options: options.slice(0, count) }]))
      expect(beyond(shown)).toEqual([])
      for (const { label } of options.slice(0, count)) expect(JSON.stringify(shown.blocks)).toContain(label)
    }
  const chosen = view(
    modal([{ kind: 'many', name: 'n', label: 'L', options: [option(1, 1), option(2, 1)], value: ['o2', 'gone'] }]),
  )
  expect(JSON.stringify(chosen)).toContain('"initial_options":[{"value":"o2"')
})

test('what Slack sends of each kind of field is read as it was filled in', () => {
  const values = {
    words: { value: { type: 'plain_text_input', value: 'a & <b>' } },
    empty: { value: { type: 'plain_text_input', value: null } },
    one: { value: { type: 'radio_buttons', selected_option: { value: 'x', text: {} } } },
    menu: { value: { type: 'static_select', selected_option: null } },
    many: { value: { type: 'checkboxes', selected_options: [{ value: 'x' }, { value: 'y' }] } },
  }
  const { private_metadata, callback_id } = view({
    kind: 'kind',
    about: 'some id 3',
    title: 'T',
    paragraphs: ['p'],
    fields: [],
  })
  const payload = {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: 'U1' },
    view: { id: 'V1', hash: 'h', private_metadata, callback_id, state: { values } },
  }
  const read = readWindow(payload)
  expect(read).toEqual({
    submission: {
      eventId: 'view:V1:h',
      team: 'T1',
      user: 'U1',
      kind: 'kind',
      about: 'some id 3',
      from,
      filled: { words: 'a & <b>', empty: null, one: 'x', menu: null, many: ['x', 'y'] },
    },
  })
})

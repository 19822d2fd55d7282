import type { types } from '@slack/bolt'
import type { Field, Modal } from '../../replies/modal.ts'
import { conversationIn } from './conversation.ts'
import { renderBlocks } from './render-blocks.ts'

/** Slack's limits, in characters, options and blocks (its reference of views, blocks and elements). */
export const VIEW_LIMITS = { title: 24, blocks: 100, metadata: 3000, words: 3000, option: 75, buttons: 10, menu: 100 }

/**
 * A window as Slack shows it. `from` is the message whose button opened it: it comes back with what is filled in. `site` is
 * the public address, which places of the site are completed with.
 */
export function renderView(modal: Modal, { from, site }: { from: From; site: string }): types.ModalView {
  const { kind, about, title, submit, paragraphs, links = [], fields, small = [] } = modal
  const numbered = fields.flatMap(longLabels)
  return {
    type: 'modal',
    callback_id: kind,
    private_metadata: [conversationIn(from), from.message ?? '-', about].join(' '),
    title: { type: 'plain_text', text: title },
    ...(submit && { submit: { type: 'plain_text', text: submit } }),
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      ...renderBlocks({ paragraphs: [...paragraphs, ...numbered], links }, site).blocks,
      ...fields.map(inputOf),
      ...(small.length ? renderBlocks({ paragraphs: [], small }, site).blocks : []),
    ],
  }
}

/** The conversation that a window was opened in, and the message with its button; null where there was none. */
export interface From {
  workspace: string
  channel: string
  message: string | null
}

type Options = Extract<Field, { kind: 'one' | 'many' }>['options']
const tooLong = (options: Options): boolean => options.some(({ label }) => [...label].length > VIEW_LIMITS.option)

/** Options in full, where Slack would refuse them: the field then shows their numbers and how they begin. */
const longLabels = (field: Field): string[] =>
  field.kind !== 'words' && tooLong(field.options) ? field.options.map(({ label }, i) => `${i + 1}. ${label}`) : []

function inputOf(field: Field): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    optional: true,
    label: { type: 'plain_text', text: field.label },
    ...(field.hint && { hint: { type: 'plain_text', text: field.hint } }),
    element: elementOf(field),
  }
}

function elementOf(field: Field): types.InputBlock['element'] {
  if (field.kind === 'words')
    return {
      type: 'plain_text_input',
      action_id: 'value',
      multiline: field.lines,
      max_length: Math.min(field.most, VIEW_LIMITS.words),
      ...(field.value && { initial_value: field.value }),
    }
  const numbers = tooLong(field.options)
  const options = field.options.map(({ id, label }, i) => ({
    value: id,
    text: { type: 'plain_text' as const, text: numbers ? begun(`${i + 1}. ${label}`) : label },
  }))
  const chosen = options.filter(({ value }) => [field.value].flat().includes(value))
  const few = options.length <= VIEW_LIMITS.buttons
  if (field.kind === 'one')
    return {
      type: few ? 'radio_buttons' : 'static_select',
      action_id: 'value',
      options,
      ...(chosen[0] && { initial_option: chosen[0] }),
    }
  return {
    type: few ? 'checkboxes' : 'multi_static_select',
    action_id: 'value',
    options,
    ...(chosen.length > 0 && { initial_options: chosen }),
  }
}

const begun = (text: string): string => {
  const letters = [...text]
  return letters.length > VIEW_LIMITS.option ? `${letters.slice(0, VIEW_LIMITS.option - 1).join('')}…` : text
}

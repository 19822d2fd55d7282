import { harmLevel } from '#core/privacy/possible-harm.ts'
import type { Card } from '../replies/card.ts'
import { changedCard, notReadCard, stillKeptCard, unchangeableCard } from '../replies/edits.ts'
import { harmCard, withHelpFirst } from '../replies/harm.ts'
import { chatPart, readReply } from './chat-answer.ts'
import type { Feature, Turn, Words } from './feature.ts'
import { saveWords } from './save-words.ts'

/**
 * Somebody changed a message, or took it away. One that was saved as an answer changes the answer, as a new version; one that
 * wasn't is left alone. Taking it away deletes no answer, which is said once.
 */
export const editAnswer: Feature = {
  name: 'edit answer',
  first: true,
  alone: true,
  hears: ({ edits }) => edits !== undefined,
  reply: (turn) => (turn.edits?.gone ? afterDeleting(turn) : afterChanging(turn)),
}

/** Words that wait to be saved go along with their message: what was taken back must not be saved after all. */
const heldIs = ({ dialogue, edits }: Turn): boolean =>
  dialogue.held !== undefined && edits?.of.includes(dialogue.held.operation) === true

async function afterDeleting(turn: Turn): Promise<Card[]> {
  const { core, actor, edits, dialogue, place } = turn
  if (heldIs(turn)) delete dialogue.held
  const saved = await core.savedBy(actor, { operations: edits?.of ?? [] })
  if (!saved || dialogue.toldOfDeleting) return []
  dialogue.toldOfDeleting = true
  return [stillKeptCard(place)]
}

async function afterChanging(turn: Turn): Promise<Card[]> {
  const { core, actor, edits, text, operation, dialogue } = turn
  const found = await core.savedBy(actor, { operations: edits?.of ?? [] })
  const question = found && core.content.question(found.question)
  const part = question && chatPart(question)
  const { value = {}, wording = '', revision = 0 } = found ?? {}
  const { [part?.name ?? '']: _before, ...rest } = value
  const words: Words | null =
    question && part ? { question: question.id, wording, base: revision, rest, text, operation } : null
  if (heldIs(turn) && dialogue.held) dialogue.held = { ...dialogue.held, text, operation }
  const level = harmLevel(text)
  if (level === 'sure') {
    for (const asking of ['awaiting', 'about', 'prompt'] as const) delete dialogue[asking]
    if (words) dialogue.held = words
    return [harmCard(core.content.help, { held: dialogue.held?.operation === operation })]
  }
  if (!found) return []
  if (!question || !part || !words) return [unchangeableCard]
  const read = readReply(part, text)
  if ('problem' in read) return [notReadCard(read.problem)]
  const done = await saveWords(turn, { question, part }, words, read.value)
  const card = 'saved' in done ? changedCard : done.conflict
  return level === 'perhaps' ? withHelpFirst(card, core.content.help) : [card]
}

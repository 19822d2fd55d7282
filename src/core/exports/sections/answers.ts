import { z } from 'zod'
import { type AnswerWords, theirId } from '../../answers/elsewhere.ts'
import { questionsBehind } from '../../answers/question-behind.ts'
import { type Revision, readRevisions } from '../../answers/revision.ts'
import type { Content } from '../../content/content.ts'
import { movedTexts } from '../../questions/after-texts.ts'
import { type PartValue, ruleOf } from '../../questions/parts.ts'
import type { Question } from '../../questions/question.ts'
import { type AnswerRecord, answerRecord, type RevisionRecord } from '../answer-record.ts'
import { type Block, heading, note, words } from '../block.ts'
import { channelWords } from '../channel-words.ts'
import { timeWords } from '../date-words.ts'
import { isoTime, section } from '../section.ts'

/** Every answer with every version of it, oldest first. The only section that can be brought in again. */
export const answers = section({
  name: 'answers',
  shape: z.array(answerRecord),
  async read({ world, learnerId, withoutPrivate }) {
    const revisions = await readRevisions(world, learnerId, {})
    return (await questionsBehind(world, revisions))
      .filter((question) => !(withoutPrivate && question.sensitivity === 'S2'))
      .map((question) => recordOf(world.content, question, revisions.get(question.id) ?? []))
  },
  blocks(records) {
    if (records.length === 0) return [heading(2, 'My answers'), note('Nothing is written here yet.')]
    const byPlace = Map.groupBy(records, (record) => record.place)
    return [...byPlace].flatMap(([place, mine]) => [heading(2, place), ...mine.flatMap(answerBlocks)])
  },
})

function recordOf(content: Content, question: Question, revisions: Revision[]): AnswerRecord {
  const wordings = new Map(
    revisions.map(({ wordingHash, asked, elsewhere }) => [
      wordingHash,
      { wording: wordingHash, ask: asked.ask, parts: elsewhere ? partsElsewhere(elsewhere.parts) : asked.parts },
    ]),
  )
  return {
    question: theirId(question.id),
    ask: question.ask,
    place: placeOf(content, question),
    private: question.sensitivity === 'S2',
    wordings: [...wordings.values()],
    revisions: revisions.map((revision) => revisionOf(question, revision)),
  }
}

const partsElsewhere = (parts: unknown): unknown[] => (Array.isArray(parts) ? parts : [])

function placeOf({ chapters }: Content, question: Question): string {
  if (question.own) return `Questions from my course “${question.own.course}”`
  if (question.elsewhere) return question.elsewhere.place || 'Questions that are no longer asked'
  const chapter = chapters.find(({ id }) => id === question.chapter)
  return chapter ? `Chapter ${chapter.number}: ${chapter.title}` : 'Questions that are no longer asked'
}

function revisionOf(question: Question, revision: Revision): RevisionRecord {
  const { elsewhere, importedAt } = revision
  return {
    operation: revision.operationId,
    savedAt: isoTime(revision.savedAt),
    channel: revision.channel,
    wording: revision.wordingHash,
    value: elsewhere ? elsewhere.value : revision.value,
    moves: elsewhere ? elsewhere.moves : revision.moves,
    words: elsewhere ? elsewhere.words : wordsOf({ ...question, ...revision.asked }, revision),
    importedAt: importedAt === null ? null : isoTime(importedAt),
  }
}

/** The answer in words, part by part; blank parts are left out. */
function wordsOf(asked: Question, { value, moves }: Revision): AnswerWords {
  const several = asked.parts.length > 1
  const parts = asked.parts.flatMap((part) => {
    const given = value[part.name]
    if (given === undefined || ruleOf(part).isBlank(given)) return []
    return [{ label: (several && part.label) || null, lines: ruleOf(part).lines(part, given as PartValue) }]
  })
  const moved = Object.keys(moves).length > 0 ? movedTexts(asked, { value, moves }) : []
  return moved.length > 0 ? [...parts, { label: null, lines: moved }] : parts
}

function answerBlocks({ ask, private: isPrivate, revisions, wordings }: AnswerRecord): Block[] {
  const newest = revisions.at(-1)
  if (!newest) return []
  const askedIn = (revision: RevisionRecord) => wordings.find((w) => w.wording === revision.wording)?.ask ?? ask
  const earlier = revisions.slice(0, -1).toReversed()
  return [
    heading(3, askedIn(newest)),
    ...(isPrivate ? [note('A private note.')] : []),
    ...revisionBlocks(newest),
    ...(askedIn(newest) === ask ? [] : [note(`The question has been reworded since: “${ask}”`)]),
    ...(earlier.length ? [heading(4, earlier.length === 1 ? 'The version before' : 'The versions before')] : []),
    ...earlier.flatMap((revision) => [
      ...(askedIn(revision) === askedIn(newest) ? [] : [note(`I was asked: “${askedIn(revision)}”`)]),
      ...revisionBlocks(revision),
    ]),
  ]
}

function revisionBlocks({ savedAt, channel, words: parts, importedAt }: RevisionRecord): Block[] {
  const verb = parts.length > 0 ? 'Saved' : 'Taken back'
  const brought = importedAt === null ? '' : `; brought in from a file, ${timeWords(importedAt)}`
  return [
    note(`${verb}, ${timeWords(savedAt)}${channelWords[channel]}${brought}`),
    ...parts.flatMap(({ label, lines }) => [...(label ? [note(label)] : []), words(lines.join('\n'))]),
  ]
}

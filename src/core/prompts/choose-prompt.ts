import { type MyAnswer, myAnswers } from '../answers/my-answers.ts'
import { mayQuote } from '../consents/choices.ts'
import type { Content } from '../content/content.ts'
import { likelyHarm } from '../privacy/possible-harm.ts'
import { picked } from '../questions/picked.ts'
import type { World } from '../world.ts'
import type { PromptDefinition } from './prompt-definition.ts'

const DAY = 86_400_000
/** Of what is quoted, in characters: enough to know one's own words again. */
const LONGEST_QUOTE = 280

export interface ReadyPrompt {
  id: string
  /** Whole, with the learner's own words in it where it quotes them. */
  text: string
  /** The learner's own words are in it, so it is shown only where they have signed in. */
  quotes: boolean
  followUp: string | null
}

/** What a learner has said so far, as far as prompts depend on it. */
interface Said {
  answers: Map<string, MyAnswer>
  /** The sensitivities that the companion may quote. */
  quoting: ReadonlySet<string>
}

/** Of somebody of whom nothing is opened: enough for a prompt that quotes nothing. */
export const UNREAD: Said = { answers: new Map(), quoting: new Set() }

export async function saidBy(world: World, rootId: string): Promise<Said> {
  const { answers } = await myAnswers(world, { kind: 'learner', learnerId: rootId }, { history: 'ends' })
  const quoting = await mayQuote(
    world,
    rootId,
    answers.map((a) => a.question.sensitivity),
  )
  return { answers: new Map(answers.map((a) => [a.question.id, a])), quoting }
}

/**
 * What to send next, or null when nothing is left. First what comes back of a finished chapter, longest due first; then,
 * of the chapters that were begun, in reading order, what wasn't sent before; somebody who has begun none gets the first's.
 */
export function choosePrompt(content: Content, said: Said, sent: ReadonlySet<string>, now: number): ReadyPrompt | null {
  const revisits = content.chapters
    .flatMap((chapter) => dueRevisit(content, chapter.id, said, sent, now))
    .sort((a, b) => a.due - b.due)
    .map(({ prompt }) => prompt)
  const begun = content.chapters.filter(({ id }) => [...said.answers.values()].some((a) => isOf(a, id)))
  const chapters = begun.length > 0 ? begun : content.chapters.slice(0, 1)
  const others = chapters.flatMap(({ id }) => content.prompts.filter((p) => p.chapter === id && p.kind !== 'revisit'))
  for (const prompt of [...revisits, ...others]) {
    const ready = sent.has(prompt.id) ? null : fill(prompt, said)
    if (ready) return ready
  }
  return null
}

const isOf = ({ question, blank }: MyAnswer, chapter: string): boolean => question.chapter === chapter && !blank

/**
 * What comes back of a chapter now: each time one thing, and what its successor has overtaken not any more. A chapter is
 * finished with the first answer to its last question, which is the plan.
 */
function dueRevisit(
  content: Content,
  chapter: string,
  { answers }: Said,
  sent: ReadonlySet<string>,
  now: number,
): { prompt: PromptDefinition; due: number }[] {
  const last = content.questions.findLast((q) => q.chapter === chapter && !q.retired)
  const answer = last && answers.get(last.id)
  if (!answer || answer.blank) return []
  const finished = (answer.history[0] ?? answer).savedAt
  const due = content.prompts
    .filter((p) => p.chapter === chapter && p.afterDays !== undefined)
    .map((prompt) => ({ prompt, due: finished + (prompt.afterDays as number) * DAY }))
    .filter((p) => p.due <= now)
    .sort((a, b) => a.due - b.due)
    .at(-1)
  return due && !sent.has(due.prompt.id) ? [due] : []
}

/** A prompt whole; null where the words it would quote aren't there, or aren't to be repeated. */
export function fill(prompt: PromptDefinition, { answers, quoting }: Said): ReadyPrompt | null {
  const { id, text, quotes, followUp = null } = prompt
  if (!quotes) return { id, text, quotes: false, followUp }
  const answer = answers.get(quotes)
  const words = answer && quotable(prompt, answer, quoting)
  return words ? { id, text: text.replace(`{{${quotes}}}`, () => words), quotes: true, followUp } : null
}

/** Everyday words; of a personal answer what was ticked, where that may be quoted; of a private one nothing, ever. */
function quotable({ pick }: PromptDefinition, answer: MyAnswer, quoting: Said['quoting']): string | null {
  const { sensitivity } = answer.question
  if (answer.blank || !quoting.has(sensitivity) || (sensitivity !== 'S0' && pick !== 'choices')) return null
  const words = (pick === 'choices' ? picked(answer, 'choices') : answer.lines).join('; ').replace(/\s+/g, ' ').trim()
  // Whoever told of harm isn't met with it again out of the blue.
  return words === '' || likelyHarm(words) ? null : clipped(words)
}

function clipped(words: string): string {
  const letters = [...words]
  if (letters.length <= LONGEST_QUOTE) return words
  return `${letters
    .slice(0, LONGEST_QUOTE)
    .join('')
    .replace(/\s+\S*$/, '')} …`
}

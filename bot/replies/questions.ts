import type { Answer } from '#core/answers/answer.ts'
import type { Content } from '#core/content/content.ts'
import { afterTexts, movedTexts } from '#core/questions/after-texts.ts'
import type { Question } from '#core/questions/question.ts'
import type { Card, Choice, Quoted } from './card.ts'
import { SAVE_IT } from './harm.ts'
import type { Place } from './place.ts'
import { chapterName, linkTo, placeOf } from './question-place.ts'
import { whoSees } from './who-sees.ts'
import { answerButton } from './window.ts'

/** How chat takes the answer to a question. */
export interface Way {
  /** What to do, for example "Write its number." */
  how: string
  options: Choice[]
}

const NEXT = { say: 'next question' }
const SKIP = { say: 'skip', label: 'Skip this one' }
const STOP = { say: 'stop' }

/** A question, put to the learner. `before` are those that only their pages can take. */
export const questionCard = (
  content: Content,
  question: Question,
  way: Way,
  { place, before = [] }: { place: Place; before?: Question[] },
): Card => ({
  title: question.ask,
  paragraphs: [`From ${chapterName(content, question)}`, ...(question.hint ? [question.hint] : []), way.how],
  choices: [...way.options, SKIP, STOP],
  links: [{ label: 'See it on its page', href: placeOf(content, question) }, ...before.map((q) => linkTo(content, q))],
  small: whoSees(question, place),
  ...answerButton(question, place),
})

/** What is kept of a reply to words for a question, where not all of it is: an everyday answer stands in the chat as any message does. */
export const answeredLater = (question: Question, reply: Card): Pick<Card, 'later'> =>
  question.sensitivity === 'S0'
    ? {}
    : { later: { paragraphs: reply.paragraphs.slice(0, 1), ...(reply.links && { links: reply.links }), unsaid: true } }

export const savedCard = (content: Content, question: Question, answer: Answer, { sameNotebook }: Place): Card => ({
  paragraphs: [
    sameNotebook ? 'Thanks, saved. It’s the same answer as on its page.' : 'Thanks, saved.',
    ...movedTexts(question, answer),
    ...afterwards(question, answer),
  ],
  choices: [NEXT],
  links: sameNotebook ? [{ label: 'See or change it on its page', href: placeOf(content, question) }] : [],
})

/** One thing to turn over, once: the author's feedback, or else the first nudge to go deeper. */
function afterwards(question: Question, answer: Answer): string[] {
  const fitting = afterTexts(question, answer)
  const nudge = question.deeper[0]
  if (fitting.length) return fitting
  return nudge ? [`If you’d like to go a bit deeper some time: ${nudge}`] : []
}

/** The reply couldn't be read as an answer; what was written is still in the chat. */
export const unreadableCard = (content: Content, question: Question, way: Way, problem: string): Card => ({
  paragraphs: [problem, way.how],
  choices: [...way.options, SKIP, STOP],
  links: [{ label: 'See it on its page', href: placeOf(content, question) }],
  tone: 'trouble',
})

/** It may be the answer, or a question to the companion. Nothing is saved until they say. */
export const whichCard = (text: string): Card => ({
  paragraphs: ['Is that your answer, or a question for me? I haven’t saved it yet.'],
  choices: [{ say: SAVE_IT }, { say: `ask: ${text}`, label: 'it’s a question for you' }],
})

const savedNow = (content: Content, question: Question, theirs: Answer): Quoted => ({
  leadIn: 'Saved now:',
  text: theirs.lines.join('\n'),
  parts: [],
  label: 'Its page',
  href: placeOf(content, question),
  status: null,
})

/** `theirs`: what is saved now; null where I may not repeat it. */
export const conflictCard = (content: Content, question: Question, theirs: Answer | null): Card => ({
  paragraphs: [
    'This answer was changed somewhere else since I asked. I haven’t saved what you wrote here; it isn’t lost.',
  ],
  // What was saved elsewhere stays in its own place.
  later: {
    paragraphs: ['This answer was changed somewhere else since I asked. I hadn’t saved what you wrote here yet.'],
    links: [{ label: 'Its page', href: placeOf(content, question) }],
  },
  ...(theirs
    ? { quotes: [savedNow(content, question, theirs)] }
    : { links: [{ label: 'Read what is saved now on its page', href: placeOf(content, question) }] }),
  choices: [{ say: SAVE_IT, label: 'save mine in its place' }],
  small: ['Earlier versions are kept in your notebook.'],
})

export const nothingHeldCard: Card = {
  paragraphs: ['There is nothing of yours waiting to be saved.'],
  choices: [NEXT],
}

/** Nothing is left that chat can take; others may be on their pages. */
export const noneLeftCard = (content: Content, elsewhere: Question[]): Card => ({
  paragraphs: [
    elsewhere.length
      ? 'You have answered everything that I can ask here. These are on their pages only.'
      : 'You have answered every question there is so far.',
  ],
  links: [...elsewhere.slice(0, 3).map((q) => linkTo(content, q)), { label: 'My notebook', href: '/notebook' }],
})

/** What waits, without counting. */
export const waitingCard = (content: Content, asked: Question | undefined, open: Question[]): Card => ({
  paragraphs: [
    ...(asked ? [`I asked you: “${asked.ask}” You can answer now, or skip it.`] : []),
    open.length
      ? 'These come next, in reading order. None of them is in a hurry.'
      : 'Nothing else is waiting: you have answered every question there is so far.',
  ],
  links: open.slice(0, 3).map((q) => linkTo(content, q)),
  choices: asked ? [SKIP, STOP] : open.length ? [NEXT] : [],
})

/**
 * They carry on after the card for possible harm: back to what was asked, and what they wrote can still be saved. It isn't
 * kept, as it would tell that there was such a card.
 */
export const carryOnCard = (question: Question | undefined): Card =>
  question
    ? {
        paragraphs: [`All right. I had asked: “${question.ask}” You can save what you wrote, or write something else.`],
        choices: [{ say: SAVE_IT }, SKIP, STOP],
        later: null,
      }
    : {
        paragraphs: ['All right. Ask me about the standards, or for your next question.'],
        choices: [NEXT],
        later: null,
      }

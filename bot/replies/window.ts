import type { Content } from '#core/content/content.ts'
import type { OfferedLink } from '#core/learners/offer-link.ts'
import type { Question } from '#core/questions/question.ts'
import type { Card } from './card.ts'
import { SAVE_IT } from './harm.ts'
import type { Field, Modal } from './modal.ts'
import type { Place } from './place.ts'
import { chapterName, placeOf } from './question-place.ts'
import { whoSees } from './who-sees.ts'

/** The kind of window that takes an answer. */
export const ANSWER = 'answer'
const TITLE = 'Your answer'
const SAVE = 'Save'

export const WHEN = 'When …'
export const WILL = 'I will …'
export const chooseHint = 'Choose one.'
export const tickHint = (most: number | undefined): string => (most ? `Tick up to ${most}.` : 'Tick any that fit.')
const inWords = (n: number): string => n.toLocaleString('en-GB')

/** How much a box takes, and where there is room for more. */
export function boxHint(limit: number, most: number, what: 'characters' | 'lines' = 'characters'): string {
  if (what === 'lines') return `Up to ${limit}, one on each line.`
  return limit > most
    ? `Up to ${inWords(most)} characters here, and ${inWords(limit)} on its page.`
    : `Up to ${inWords(limit)} characters.`
}

/** The button that opens it, under a question; none where the platform has no windows. */
export const answerButton = (
  question: Question,
  { window }: Place,
  label = 'Answer in a window',
): Pick<Card, 'window'> => (window === null ? {} : { window: { kind: ANSWER, about: question.id, label } })

/** What the window builds upon. */
export interface Upon {
  /** The hash of the wording that it shows. */
  wording: string
  /** How many revisions there were. */
  base: number
}

const about = (question: Question, { wording, base }: Upon): string => [question.id, wording, base].join(' ')

/** A question, to be answered in a window. `earlier`: there is an answer, and it may not be repeated here. */
export const answerModal = (
  content: Content,
  question: Question,
  { fields, upon, place, earlier }: { fields: Field[]; upon: Upon; place: Place; earlier: boolean },
): Modal => ({
  kind: ANSWER,
  about: about(question, upon),
  title: TITLE,
  submit: SAVE,
  paragraphs: [
    ...(fields.length > 1 ? [question.ask] : []),
    `From ${chapterName(content, question)}`,
    ...(question.hint ? [question.hint] : []),
    ...(earlier
      ? [
          'You have answered this before. I repeat personal answers in chat only if you say so on the page of your choices. What you save takes its place, and the earlier version is kept.',
        ]
      : []),
  ],
  links: earlier ? [{ label: 'What I may quote', href: '/privacy-settings#quoting' }] : [],
  fields,
  small: [...whoSees(question, place), 'If you close this window, what you typed and didn’t save is gone.'],
})

/** The answer is longer than a window can hold, so that it would be cut. */
export const tooLongModal = (question: Question, { secret, minutes }: OfferedLink, { name, window }: Place): Modal => ({
  kind: ANSWER,
  about: question.id,
  title: TITLE,
  paragraphs: [
    question.ask,
    `Your answer is longer than the ${inWords(window ?? 0)} characters that a window in ${name} holds. It is safe, and you can change it in a browser.`,
    `This link opens your notebook there. It works once, for ${minutes} minutes. Don’t pass it on: whoever opens it can read everything you wrote to me.`,
  ],
  links: [{ label: 'Open my notebook in a browser', href: `/link/${secret}` }],
  fields: [],
})

/** Of somebody else's save, or one's own elsewhere, as much as a window shows well. */
const SHOWN = 2000

/** Something newer was saved meanwhile: both texts, and the way to save this one after all. `kept`: the chat keeps this one. `conflict` says it in the chat. */
export function conflictModal(
  content: Content,
  question: Question,
  { fields, upon, conflict, kept }: { fields: Field[]; upon: Upon; conflict: Card; kept: boolean },
): Modal {
  const theirs = conflict.quotes?.[0]?.text
  return {
    kind: ANSWER,
    about: about(question, upon),
    title: TITLE,
    submit: 'Save mine',
    paragraphs: [
      'This answer was changed somewhere else since you opened this window. I haven’t saved what you wrote; it is still in the box below.',
      ...(theirs === undefined
        ? []
        : ['Saved now:', theirs.length > SHOWN ? `${theirs.slice(0, SHOWN).toWellFormed()}…` : theirs]),
      'To put yours in its place, save it again. Earlier versions are kept in your notebook.',
    ],
    links: [{ label: 'Its page', href: placeOf(content, question) }],
    fields,
    small: kept ? [`If you close this window, yours isn’t lost: write “${SAVE_IT}”.`] : [],
  }
}

export const nothingFilledIn = (chosen: boolean): string =>
  chosen
    ? 'Nothing is chosen yet. Choose, or close this window.'
    : 'There is nothing in it yet. Write something, or close this window. An answer is emptied on its page.'

/** Which line of a box is meant. */
export const inLine = (line: number, problem: string): string => `Line ${line}: ${problem}`

/** What stands in place of the question's card. */
export const answeredCard = (content: Content, question: Question, place: Place): Card => ({
  title: question.ask,
  paragraphs: [`From ${chapterName(content, question)}`, 'You answered this, and it is saved.'],
  ...answerButton(question, place, 'Change it in a window'),
})

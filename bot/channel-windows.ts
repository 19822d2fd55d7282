import type { Core } from '#core/app.ts'
import type { Invited } from '#core/channels/invited.ts'
import { AppError } from '#core/errors.ts'
import type { Question } from '#core/questions/question.ts'
import { askablePart } from './features/chat-answer.ts'
import { readFilled, windowFields } from './features/window-fields.ts'
import type { Card } from './replies/card.ts'
import {
  type About,
  ANSWER_HERE,
  CHOOSE_COUNTED,
  fromOutsideModal,
  joinedHere,
  joinFirstModal,
  joinModal,
  ownAnswerModal,
  savedHere,
  seenHere,
} from './replies/course-channel.ts'
import type { Modal } from './replies/modal.ts'
import type { Place } from './replies/place.ts'
import { nothingFilledIn } from './replies/window.ts'
import type { Asking, Outcome, Sent, Window } from './windows.ts'

type Asks = Pick<Core, 'invited' | 'joinCohort' | 'myAnswers' | 'saveAnswer'>

/** Which message a button is under, as `aboutPost` wrote it, and what follows. */
const ABOUT = /^(\w{1,50}) (\w{1,50}) ([\w:-]{1,100})(?: (.*))?$/

export const aboutPost = (team: string, channel: string, post: string): About => [team, channel, post].join(' ')

function read(about: string): { team: string; channel: string; post: string; here: About; rest: string } {
  const [, team = '', channel = '', post = '', rest = ''] = ABOUT.exec(about) ?? []
  return { team, channel, post, here: aboutPost(team, channel, post), rest }
}

/** People of other workspaces are in shared channels too; the workspace of the course can't vouch for them. */
const isFromOutside = ({ account, about }: Asking): boolean => !account.subject.startsWith(`${read(about).team}:`)

const invitedBy = (core: Asks, { actor, about }: Asking): Promise<Invited> => {
  const { team, channel, post } = read(about)
  return core.invited(actor, { team, channel, post })
}

/** Join: who would see what, and the choice to be counted. */
export const joinWindow = (core: Asks, place: Place): Window => ({
  async open(asking) {
    if (isFromOutside(asking)) return fromOutsideModal(read(asking.about).here)
    const { course } = await invitedBy(core, asking)
    return joinModal(course, read(asking.about).here, place)
  },
  async take(sent) {
    if (isFromOutside(sent)) return { taken: { closes: true }, cards: [] }
    const { counted } = sent.filled
    if (counted !== 'yes' && counted !== 'no') return { taken: { problems: { counted: CHOOSE_COUNTED } }, cards: [] }
    const { course } = await invitedBy(core, sent)
    await core.joinCohort(sent.actor, { code: course.joinCode, counted: counted === 'yes' })
    return { taken: { closes: true }, cards: [joinedHere(course, counted === 'yes')] }
  },
})

/**
 * Answer: a window of their own for whoever presses it, as in their direct message (`inner`), and the same answer as on the
 * web. Nothing of it shows in the channel: the message stays as it is.
 */
export const answerHereWindow = (core: Asks, inner: Window, place: Place): Window => ({
  async open(asking) {
    const { here } = read(asking.about)
    if (isFromOutside(asking)) return fromOutsideModal(here)
    const { course, question } = await invitedBy(core, asking)
    if (!question) return joinFirstModal(course, here, place)
    if (question.own) return ownModal(question, here, await mine(core, asking, question), place)
    const modal = await inner.open({ ...asking, about: question.id })
    return { ...wrapped(modal, here), small: [...seenHere(course), ...(modal.small ?? [])] }
  },
  async take(sent) {
    const { here, rest } = read(sent.about)
    const { question } = isFromOutside(sent) ? { question: null } : await invitedBy(core, sent)
    if (!question) return { taken: { closes: true }, cards: [] }
    if (question.own) return saveOwn(core, sent, question, place)
    const { taken, cards } = await inner.take({ ...sent, about: rest })
    if ('instead' in taken) return { taken: { instead: wrapped(taken.instead, here) }, cards }
    return { taken, cards: 'closes' in taken ? cards.map(said) : cards }
  },
})

/** What comes back says under which message it was. */
const wrapped = (modal: Modal, here: About): Modal => ({ ...modal, kind: ANSWER_HERE, about: `${here} ${modal.about}` })

/** A card for harm stands as it is; what else is said is what a channel has room for. */
const said = (card: Card): Card => (card.tone === 'help' || card.tone === 'perhaps' ? card : savedHere)

const mine = async (core: Asks, { actor }: Asking, question: Question) =>
  (await core.myAnswers(actor, { questions: [question.id] })).answers[0]

function ownModal(question: Question, here: About, answer: Awaited<ReturnType<typeof mine>>, place: Place): Modal {
  const part = askablePart(question, place)
  if (!part) throw new AppError('not-found', 'This question is answered on the course’s page.')
  // A trainer's question is personal, so what was chosen before isn't repeated.
  const fields = windowFields(part, { ask: question.ask, now: undefined, most: place.window ?? 0 })
  return { ...ownAnswerModal(question, `${here} ${answer?.revision ?? 0}`, place), fields }
}

async function saveOwn(
  core: Asks,
  { actor, about, filled, operation }: Sent,
  question: Question,
  place: Place,
): Promise<Outcome> {
  const part = askablePart(question, place)
  const value = part && readFilled(part, filled)?.value
  if (!part || !value) return { taken: { problems: { [part?.name ?? '']: nothingFilledIn(true) } }, cards: [] }
  const base = Number(read(about).rest)
  await core.saveAnswer(actor, { question: question.id, value, base, operation, channel: 'slack' })
  return { taken: { closes: true }, cards: [savedHere] }
}

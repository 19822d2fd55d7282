import type { Core } from '#core/app.ts'
import { notFound } from '#core/errors.ts'
import type { PartValue } from '#core/questions/parts.ts'
import type { Question } from '#core/questions/question.ts'
import { askablePart, chatPart, readReply } from './features/chat-answer.ts'
import type { Dialogue, Written } from './features/feature.ts'
import { isCut, windowFields } from './features/window-fields.ts'
import type { Said } from './kernel/said.ts'
import type { Card } from './replies/card.ts'
import type { Place } from './replies/place.ts'
import { answerModal, tooLongModal } from './replies/window.ts'
import type { Window } from './windows.ts'

interface Where {
  channel: Said['channel']
  place: Place
  /** One turn of the conversation, whose replies come back. */
  aside(said: Said): Promise<Card[]>
}

/** As `answerModal` wrote it: the question, the hash of its wording, and how many revisions there were. */
const ABOUT = /^(\S{1,100}) ([0-9a-f]{32}) (\d{1,9})$/

/** The window for the answer to a question that chat may ask: never for a private one. */
export function answerWindow(core: Core, { channel, place, aside }: Where): Window {
  return {
    async open({ actor, account, about, conversation }) {
      const question = core.content.question(about)
      const part = question && askablePart(question, place)
      if (!question || !part || place.window === null) throw notFound('that question')
      const questions = [question.id]
      const [{ answers }, repeatable, state] = await Promise.all([
        core.myAnswers(actor, { questions }),
        core.myAnswers(actor, { questions, quotable: true }),
        core.readDialogue(actor, { conversation: `${channel}/${conversation}` }),
      ])
      const mine = answers[0]
      const upon = { wording: question.hash, base: mine?.revision ?? 0 }
      const now = draftOf(state, question, upon.base) ?? repeatable.answers[0]?.value[part.name]
      const fields = windowFields(part, { ask: question.ask, now, most: place.window })
      if (isCut(fields)) return tooLongModal(question, await core.offerLink(actor, { account }), place)
      const earlier = mine !== undefined && !mine.blank && now === undefined
      return answerModal(core.content, question, { fields, upon, place, earlier })
    },
    async take({ actor, account, about, filled, operation, conversation }) {
      const [, question = '', wording = '', base] = ABOUT.exec(about) ?? []
      const written: Written = { question, wording, base: Number(base), filled }
      const cards = await aside({ actor, account, channel, conversation, operation, text: '', written, place })
      const { taken, settled } = written
      if (taken) return { taken, cards, settled }
      // It could not be done: the window stays, with what was typed.
      const [field = question] = Object.keys(filled)
      return { taken: { problems: { [field]: cards.flatMap((card) => card.paragraphs).join(' ') } }, cards: [] }
    },
  }
}

/** Words that were written in the chat for the same question, and wait to be saved; undefined where there are none. */
function draftOf(state: string | null, question: Question, base: number): PartValue | undefined {
  const { dialogue: { held } = {} }: { dialogue?: Dialogue } = state === null ? {} : JSON.parse(state)
  const part = chatPart(question)
  if (!part || held?.question !== question.id || held.base !== base) return undefined
  const read = readReply(part, held.text)
  return 'value' in read ? read.value[part.name] : undefined
}

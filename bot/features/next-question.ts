import type { MyAnswer } from '#core/answers/my-answers.ts'
import type { Question } from '#core/questions/question.ts'
import { noneLeftCard, questionCard } from '../replies/questions.ts'
import { chatPart, isChosen, readReply, wayOf } from './chat-answer.ts'
import type { Asked, Feature, Turn } from './feature.ts'
import { nextOpen } from './next-open.ts'

const ASKS =
  /^(?:please )?(?:(?:(?:give|show|ask|send) me |i(?:['’]d| would) like )?(?:the |my |a |another )?(?:next )?question|next(?: one)?|answer(?: (?:a|the|my) question| one)?|ask me(?: (?:something|one|another))?|another(?: one)?|skip(?: (?:it|this(?: (?:one|question))?|that(?: one)?))?|pass|not this(?: one)?|no comment|i (?:do not|don['’]?t) want to (?:answer|say)(?: (?:this|that|it)(?: (?:one|question))?)?|i(?:['’]d| would) rather not(?: (?:say|answer))?)(?:,? please)?[\s!.?]*$/i

/** Of questions on the way that only their pages can take. */
const MOST_LINKS = 4

/** "Next question", "answer", "skip": the next one in reading order that chat can take. */
export const nextQuestion: Feature = {
  name: 'next question',
  hears: ({ text, core, dialogue }) => ASKS.test(text) && !choosesNotToSay(text, core, dialogue),
  async reply({ core, actor, dialogue, place, chapter }) {
    const { answers } = await core.myAnswers(actor, {})
    // A skipped question is not put again at once.
    const asked = dialogue.awaiting?.question ?? dialogue.answered?.question
    const { next, before } = nextOpen(core.content, answers, { place, asked, chapter })
    delete dialogue.held
    delete dialogue.about
    delete dialogue.prompt
    if (!next) {
      delete dialogue.awaiting
      return noneLeftCard(core.content, before)
    }
    const { question, part } = next
    const mine = answers.find((answer) => answer.question.id === question.id)
    dialogue.awaiting = toAsked(question, part.name, mine)
    return questionCard(core.content, question, wayOf(part), { place, before: before.slice(0, MOST_LINKS) })
  },
}

/** “I’d rather not say” is one of the options of a question that is chosen from. */
function choosesNotToSay(text: string, core: Turn['core'], { awaiting }: Turn['dialogue']): boolean {
  const question = awaiting && core.content.question(awaiting.question)
  const part = question && chatPart(question)
  return !!part && isChosen(part) && 'value' in readReply(part, text)
}

function toAsked(question: Question, part: string, answer: MyAnswer | undefined): Asked {
  const { [part]: _asked, ...rest } = answer?.value ?? {}
  return { question: question.id, wording: question.hash, base: answer?.revision ?? 0, rest }
}

import type { MyAnswer } from '#core/answers/my-answers.ts'
import type { Question } from '#core/questions/question.ts'
import { noneLeftCard, questionCard } from '../replies/questions.ts'
import { chatPart, isChosen, readReply, wayOf } from './chat-answer.ts'
import type { Asked, Feature, Turn } from './feature.ts'

const ASKS =
  /^(?:please )?(?:(?:(?:give|show|ask|send) me |i(?:['’]d| would) like )?(?:the |my |a |another )?(?:next )?question|next(?: one)?|answer(?: (?:a|the|my) question| one)?|ask me(?: (?:something|one|another))?|another(?: one)?|skip(?: (?:it|this(?: (?:one|question))?|that(?: one)?))?|pass|not this(?: one)?|no comment|i (?:do not|don['’]?t) want to (?:answer|say)(?: (?:this|that|it)(?: (?:one|question))?)?|i(?:['’]d| would) rather not(?: (?:say|answer))?)(?:,? please)?[\s!.?]*$/i

/** Of questions on the way that only their pages can take. */
const MOST_LINKS = 4

/** "Next question", "answer", "skip": the next one in reading order that chat can take. */
export const nextQuestion: Feature = {
  name: 'next question',
  hears: ({ text, core, dialogue }) => ASKS.test(text) && !choosesNotToSay(text, core, dialogue),
  async reply({ core, actor, dialogue, place, chapter }) {
    const { questions } = core.content
    const { answers } = await core.myAnswers(actor, {})
    const mine = new Map(answers.map((a) => [a.question.id, a]))
    // A skipped question is not put again at once.
    const asked = dialogue.awaiting?.question ?? dialogue.answered?.question
    const from = questions.findIndex((q) => q.id === asked) + 1
    // From the one that was asked onwards, and then from the start.
    const open = [...questions.slice(from), ...questions.slice(0, from)].filter(
      (q) => !q.retired && isOpen(mine.get(q.id)),
    )
    // Beside a chapter, its own come first.
    const ahead = [...open.filter((q) => q.chapter === chapter), ...open.filter((q) => q.chapter !== chapter)]
    const found = ahead.findIndex((q) => chatPart(q) !== null)
    const question = ahead[found]
    const part = question && chatPart(question)
    delete dialogue.held
    delete dialogue.about
    delete dialogue.prompt
    if (!question || !part) {
      delete dialogue.awaiting
      return noneLeftCard(core.content, ahead)
    }
    dialogue.awaiting = toAsked(question, part.name, mine.get(question.id))
    return questionCard(core.content, question, wayOf(part), {
      place,
      before: ahead.slice(0, Math.min(found, MOST_LINKS)),
    })
  },
}

/** “I’d rather not say” is one of the options of a question that is chosen from. */
function choosesNotToSay(text: string, core: Turn['core'], { awaiting }: Turn['dialogue']): boolean {
  const question = awaiting && core.content.question(awaiting.question)
  const part = question && chatPart(question)
  return !!part && isChosen(part) && 'value' in readReply(part, text)
}

const isOpen = (answer: MyAnswer | undefined): boolean => !answer || answer.blank

function toAsked(question: Question, part: string, answer: MyAnswer | undefined): Asked {
  const { [part]: _asked, ...rest } = answer?.value ?? {}
  return { question: question.id, wording: question.hash, base: answer?.revision ?? 0, rest }
}

import { waitingPromptCard } from '../replies/prompts.ts'
import { waitingCard } from '../replies/questions.ts'
import type { Feature } from './feature.ts'

const ASKS =
  /^(?:waiting|what(?:['’]?s| is)?(?: still)? (?:waiting|open|left|next)(?: for me)?|is (?:anything|something) waiting(?: for me)?|show me what(?:['’]?s| is) waiting)[\s!.?]*$/i

/** "What is waiting?" */
export const waiting: Feature = {
  name: 'waiting',
  hears: ({ text }) => ASKS.test(text),
  async reply({ core, actor, dialogue, waiting }) {
    const { answers } = await core.myAnswers(actor, {})
    const done = new Set(answers.filter((a) => !a.blank).map((a) => a.question.id))
    const asked = dialogue.awaiting?.question
    const open = core.content.questions.filter((q) => !q.retired && !done.has(q.id) && q.id !== asked)
    if (waiting?.text && !asked)
      return waitingPromptCard({ text: waiting.text, quotes: waiting.quotes }, core.content, open)
    return waitingCard(core.content, asked ? core.content.question(asked) : undefined, open)
  },
}

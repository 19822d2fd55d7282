import type { MyAnswer } from '#core/answers/my-answers.ts'
import type { Content } from '#core/content/content.ts'
import { notHereCard, recallCard } from '../replies/recall.ts'
import type { Feature } from './feature.ts'

const ASKS =
  /^(?:please )?(?:what (?:did i|have i|i(?:['’]ve)?) (?:say|said|write|written|wrote|answer(?:ed)?|put|tell you|told you)|(?:show|tell|give|remind) me (?:of )?(?:what i(?:['’]ve| have)? (?:said|wrote|written|answered|put)|my (?:answers?|words))|(?:what have i (?:done|answered)(?: (?:so far|already|yet))?)|(?:recall|(?:show |see )?(?:me )?(?:all )?my answers?)|(?:(?:show|open|see|find)(?: me)? |where(?:['’]s| is) |how (?:do|can) i (?:open|find|see) )?my notebook)(?: (?:about|on|for|to|in))?(?: ["“'‘]?(?<topic>.{1,60}?)["”'’]?)?[\s.!?]*$/i

/** "What did I say about community?" Own words, in private, as far as they may be quoted. */
export const recall: Feature = {
  name: 'recall',
  hears: ({ text }) => ASKS.test(text),
  async reply({ core, actor, text, place }) {
    if (!place.private) return notHereCard
    const topic = ASKS.exec(text)?.groups?.topic ?? null
    const { answers } = await core.myAnswers(actor, { quotable: true })
    const written = answers.filter((a) => !a.blank)
    const found = topic ? about(core.content, written, topic) : written.toSorted((a, b) => b.savedAt - a.savedAt)
    return recallCard(core.content, found, topic)
  },
}

/** Answers of the chapter of that name; else those whose chapter, question or words have it in them. */
function about({ chapters }: Content, answers: MyAnswer[], topic: string): MyAnswer[] {
  const wanted = topic.toLowerCase()
  const chapter = chapters.find(
    (c) => c.id === wanted || c.title.toLowerCase() === wanted || `chapter ${c.number}` === wanted,
  )
  if (chapter) return answers.filter((a) => a.question.chapter === chapter.id)
  const titled = new Set(chapters.filter((c) => c.title.toLowerCase().includes(wanted)).map((c) => c.id))
  return answers.filter(
    (a) => titled.has(a.question.chapter) || `${a.asked.ask}\n${a.lines.join('\n')}`.toLowerCase().includes(wanted),
  )
}

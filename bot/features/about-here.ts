import { plainEnglish } from '#core/plain-english.ts'
import { againCard, changeCard, clearCard, codeCard, whoSeesCard } from '../replies/about-here.ts'
import type { Card } from '../replies/card.ts'
import { askablePart, wayOf } from './chat-answer.ts'
import type { Feature, Turn } from './feature.ts'

const MINE =
  "(?:my (?:answers?|words|messages?|chats?|notebook)|(?:what(?:ever)?|anything|the things) (?:i|i've|i have) (?:write|wrote|written|say|said|type|typed)(?: (?:here|to you))?)"
const OTHERS =
  '(?:(?:my |the |our )?(?:trainers?|tutors?|teachers?|managers?|boss|assessors?|employers?|colleagues|others?|people|group|course)|any(?:one|body)|some(?:one|body)|you|other (?:people|learners))(?: else)?'
const WHO_SEES = new RegExp(
  `^(?:${[
    `who (?:can |will |gets to )?(?:sees?|reads?) (?:this|that|it|${MINE})`,
    `(?:can|could|will|does|do) ${OTHERS} (?:see|read|share|keep|tell|know|find out)(?: about)? (?:this|that|it|anyone|${MINE}|(?:that |if )?it (?:was|is) me)`,
    // Anybody by name.
    `(?:can|could|will|does) [a-z]+ (?:see|read) ${MINE}`,
    `what (?:can|could|will|does|do) ${OTHERS} (?:see|read|know|find out)(?: of mine| about me)?`,
    `(?:is|are) (?:this|it|that|${MINE})(?: (?:here|kept|really))* (?:private|confidential|safe|secret|anonymous)`,
  ].join('|')})$`,
  'i',
)

/** What people ask of the companion and of their notebook: the standards have no answer to these. */
const ABOUT: [words: RegExp, reply: (turn: Turn) => Card][] = [
  [WHO_SEES, ({ place }) => whoSeesCard(place)],
  [
    /^(?:(?:what was|what is|what's|repeat|say|ask)(?: me)? (?:the|that|your|my) (?:question|that)(?: again)?|(?:say|repeat|ask) (?:it|that|this)(?: again)?|(?:i )?(?:don't|do not) (?:understand|get it|know what you mean)(?: (?:this|that|it|the question))?|what do you mean|i'm (?:lost|confused|stuck))$/i,
    ({ core, dialogue, place }) => {
      const question = dialogue.awaiting && core.content.question(dialogue.awaiting.question)
      const part = question && askablePart(question, place)
      return againCard(core.content, question && part ? { question, way: wayOf(part) } : null, place)
    },
  ],
  [
    /^(?:undo(?: (?:it|that))?|(?:how (?:do|can) i |can (?:i|you) |please |i want to )?(?:delete|remove|change|edit|correct|fix|download|print|keep|export) (?:it|that|this|my (?:last |first )?answers?|the last (?:one|answer)|what i (?:wrote|said)(?: (?:here|to you))?)|forget (?:it|that|what i (?:said|wrote))|i (?:have )?made a mistake)$/i,
    ({ place }) => changeCard(place),
  ],
  [
    /^(?:(?:how (?:do|can) i|can (?:i|you)|could you|i want (?:you )?to) )?(?:please )?(?:clear|delete|erase|remove|wipe) (?:(?:all )?(?:of )?(?:this|the|my|our) )?(?:whole )?(?:chats?|conversations?|messages?|history)(?: (?:here|with you))?$/i,
    ({ place }) => clearCard(place),
  ],
  [
    /^(?:how (?:do|can) i |i want to |can i |i'd like to )?(?:join(?: (?:a|the|my) (?:course|group|cohort|class))?|(?:i have |i've got |use |enter )(?:a|the|my) code|code)$/i,
    () => codeCard,
  ],
]

const bare = (text: string): string =>
  plainEnglish(text).replace(/^(?:please|sorry|ok(?:ay)?|but),? |(?:,? please)?[\s.!?]*$/gi, '')
const found = (text: string) => ABOUT.find(([words]) => words.test(bare(text)))

/** "Who can see this?", "what was the question?", "change my answer", "I have a code". */
export const aboutHere: Feature = {
  name: 'about here',
  hears: ({ text }) => found(text) !== undefined,
  reply: (turn) => {
    const [, reply] = found(turn.text) ?? []
    return reply ? reply(turn) : whoSeesCard(turn.place)
  },
}

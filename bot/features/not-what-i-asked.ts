import { plainEnglish } from '#core/plain-english.ts'
import { WRITE_TO_A_PERSON } from '../replies/hand-off.ts'
import { mayGoOn, standardsCards } from '../replies/standards.ts'
import type { Feature } from './feature.ts'

const SAYS =
  /^(?:(?:sorry|no)[, ]+)?(?:(?:that|this|it)(?: is|'s| was|'s|s)? )?(?:not (?:really |quite )?what i (?:asked(?: for| about)?|meant|wanted)|(?:is |was )?no (?:help|use)|(?:(?:does|did) not|(?:does|did)n't) help(?: me)?|(?:is |was )?not (?:helpful|useful)|(?:is |was )?(?:the )?wrong (?:answer|clauses?)|(?:none|neither) of (?:them|these|those)|neither|not (?:that|those|these)(?: ones?)?)[\s.!]*$/i

/** "Not what I asked": the clauses that came next, and other ways to go on. */
export const notWhatIAsked: Feature = {
  name: 'not what I asked',
  goesOn: true,
  hears: ({ text, dialogue }) => dialogue.about !== undefined && SAYS.test(plainEnglish(text)),
  async reply({ core, actor, dialogue }) {
    const { about, asked } = dialogue
    if (!about) return []
    // The button may stand under an older answer than the last.
    const same = asked && `${asked.clauses}` === `${about.clauses}` ? asked : null
    const answer = await core.otherClauses(actor, { context: about, ...(same && { question: same.question }) })
    if (answer.context) dialogue.about = answer.context
    if (same) dialogue.asked = { ...same, clauses: answer.context?.clauses ?? [] }
    else delete dialogue.asked
    return standardsCards(answer, core.content.help, { goesOn: true }).map((card) =>
      mayGoOn(answer) && answer.kind !== 'refusal'
        ? { ...card, choices: [...(card.choices ?? []), WRITE_TO_A_PERSON] }
        : card,
    )
  },
}

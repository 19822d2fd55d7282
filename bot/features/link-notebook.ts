import {
  codeLinkCard,
  joinedLinkCard,
  linkedAlreadyCard,
  linkHereCard,
  linkPageCard,
  linkPrivatelyCard,
} from '../replies/link.ts'
import { allRight } from '../replies/small-talk.ts'
import type { Feature, Turn } from './feature.ts'

const WISH =
  "(?:(?:please|can you|could you|can i|how (?:do|can) i|i want to|i(?:['’]d| would) like to|let['’]?s)[\\s,]+)*"
const END = '(?:,? please)?[\\s.!?]*$'
const MINE =
  '(?:the |my |a |this )?(?:web ?)?(?:notebooks?|accounts?|answers|slack|teams|chat|browser|web(?: ?site)?|page|phone|computer)'
const LINK = new RegExp(
  `^/?${WISH}(?:(?:link|connect)(?: (?:up|it|me|this))?(?: ${MINE})?(?: (?:to|with|and|in|on) ${MINE})?|(?:open|use) my notebook(?: (?:in|on) ${MINE})?)${END}`,
  'i',
)
/** With a dash, whatever the letters are; without one, only letters that a code can have, or words would be codes. */
const CODE = '(?<code>[a-z0-9]{4}\\s*\\p{Pd}\\s*[a-z0-9]{4}|[b-df-hj-np-tv-z]{4}\\s*[b-df-hj-np-tv-z]{4})'
const WITH_CODE = new RegExp(
  `^/?${WISH}(?:link|connect)[\\s:,]+(?:(?:to|with|my|the|code|notebook|is|it|me|this|using)[\\s:,]+)*${CODE}${END}`,
  'iu',
)
const CODE_ALONE = new RegExp(
  `^(?:(?:my |the )?code(?: is)?[\\s:,]+)?(?<code>[b-df-hj-np-tv-z]{4}\\s*\\p{Pd}\\s*[b-df-hj-np-tv-z]{4})${END}`,
  'iu',
)
const MADE_IT =
  /^(?:yes|yeah|yep|aye|ok(?:ay)?)?[\s,.!]*(?:(?:please )?link(?: (?:it|them|us))?|i (?:made|did)(?: (?:it|that|so|the code|that code))?(?: myself)?)[\s.!]*$/i
const YES = /^(?:yes|yeah|yep|aye)(?:,? please)?[\s.!]*$/i
const NO = /^(?:no|nope|nah)(?:,? (?:thanks|thank you|i did(?: not|n['’]t)))?[\s.!]*$/i

/** Slack sets what looks like code, or was copied, in marks of its own. */
const bare = (text: string): string => text.replace(/[*_`"“”‘<>]/g, '').trim()
const codeIn = (text: string): string | undefined => (WITH_CODE.exec(text) ?? CODE_ALONE.exec(text))?.groups?.code

type Meaning = { ask: true } | { code: string; together: boolean } | { no: true }

/** What a message means for linking; null when it means something else. */
function meaningOf({ text, dialogue }: Turn): Meaning | null {
  const said = bare(text)
  const { linking } = dialogue
  // A plain yes or no may be for a question that waits.
  const idle = !dialogue.awaiting && !dialogue.held
  if (linking && (MADE_IT.test(said) || (idle && YES.test(said)))) return { code: linking, together: true }
  if (linking && idle && NO.test(said)) return { no: true }
  const code = LINK.test(said) ? undefined : codeIn(said)
  if (code) return { code, together: false }
  return LINK.test(said) ? { ask: true } : null
}

/** "Link BCDF-GHJK" with a code of the account page, or "link" for a link that opens this notebook in a browser. */
export const linkNotebook: Feature = {
  name: 'link notebook',
  hears: (turn) => meaningOf(turn) !== null,
  async reply(turn) {
    const { core, actor, account, dialogue, place } = turn
    const meaning = meaningOf(turn) ?? { ask: true }
    delete dialogue.linking
    if (!account) return linkHereCard
    if (!place.private) return linkPrivatelyCard
    if ('no' in meaning) return allRight
    if ('ask' in meaning) return linkPageCard(place, await core.offerLink(actor, { account }))
    const { state } = await core.linkWithCode(actor, { account, ...meaning })
    if (state === 'already') return linkedAlreadyCard(place)
    if (state === 'joined') return joinedLinkCard(place)
    dialogue.linking = meaning.code
    return codeLinkCard(place)
  },
}

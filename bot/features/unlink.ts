import { AppError } from '#core/errors.ts'
import { linkHereCard, unlinkAnywayCard, unlinkedCard } from '../replies/link.ts'
import type { Feature } from './feature.ts'

const UNLINKS =
  /^\/?(?:(?:please|can you|could you|can i|how (?:do|can) i|i want to|i(?:['’]d| would) like to)[\s,]+)*(?:un-?link|disconnect|(?:stop|end|undo|remove|break|cut)(?: the| this| that| my)? link(?:ing)?)(?: (?:it|me|this|that|slack|teams|everything|(?:this|the|my|these) (?:slack |teams |web )?(?:chat|accounts?|notebooks?)))?(?: (?:to|from|and) (?:slack|teams|(?:the |my |this )?(?:web|browser|notebook|chat|account)))?(?<anyway>,? (?:anyway|all the same|now))?(?:,? please)?[\s.!?]*$/i

/** "Unlink": what is written in this chat from now on goes into a notebook of its own. */
export const unlink: Feature = {
  name: 'unlink',
  hears: ({ text }) => UNLINKS.test(text),
  async reply({ core, actor, account, dialogue, place, text }) {
    if (!account) return linkHereCard
    const anyway = UNLINKS.exec(text)?.groups?.anyway !== undefined
    const unlinked = await core.unlinkAccount(actor, { account, anyway }).catch((error: unknown) => {
      if (!(error instanceof AppError && error.fields.anyway)) throw error
      return error
    })
    if (unlinked instanceof AppError) return unlinkAnywayCard(unlinked)
    // What was going on stays with the notebook that it was about: nothing of it may reach the next one.
    for (const thing of Object.keys(dialogue)) delete dialogue[thing as keyof typeof dialogue]
    return unlinkedCard(place, unlinked)
  },
}

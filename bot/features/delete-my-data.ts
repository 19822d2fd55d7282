import { deleteCard, deletedCard, deleteOnPageCard } from '../replies/delete.ts'
import type { Feature } from './feature.ts'

const ASKS =
  /^(?:(?:please|can you|could you|i want (?:you )?to|i(?:['’]d| would) like (?:you )?to|how (?:do|can) i) )*(?:(?:delete|erase|remove) (?:(?:all )?(?:of )?my (?:data|answers|notebook|account)|everything(?: (?:i|i['’]ve|i have) (?:said|wrote|written|typed))?|me)|forget (?:me|everything))(?:,? please)?[\s.!?]*$/i
const SURE = /^(?:please )?delete everything[\s.!]*$/i

/** "Delete my data": what that means first, and then at once. Where there are pages, their form does it. */
export const deleteMyData: Feature = {
  name: 'delete my data',
  hears: ({ text }) => ASKS.test(text),
  async reply({ core, actor, dialogue, place, text }) {
    if (place.sameNotebook) return deleteOnPageCard
    if (!dialogue.deleting || !SURE.test(text)) {
      dialogue.deleting = true
      return deleteCard(place)
    }
    const { completeBy } = await core.eraseMe(actor, { sure: 'delete everything' })
    // Nothing is remembered either, so that nothing is kept when this turn is over.
    for (const thing of Object.keys(dialogue)) delete dialogue[thing as keyof typeof dialogue]
    return deletedCard(place, completeBy)
  },
}

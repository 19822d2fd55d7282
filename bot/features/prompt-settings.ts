import { settingsCard } from '../replies/prompts.ts'
import type { Feature } from './feature.ts'
import { readWishes } from './read-wishes.ts'

const ASKS =
  /^(?:please )?(?:(?:(?:show|see|change|what are) )?(?:me )?(?:the |my )?(?:prompt )?settings|when do (?:my |the )?prompts come|are (?:my |the )?prompts on)(?:,? please)?[\s.!?]*$/i

/** "Settings", and changes to them: "two a week", "prompts on Thursdays at 9", "time zone Europe/Paris". */
export const promptSettings: Feature = {
  name: 'prompt settings',
  hears: ({ text }) => ASKS.test(text) || readWishes(text) !== null,
  async reply({ core, actor, text, place }) {
    const wishes = readWishes(text)
    const settings = wishes ? await core.setPrompts(actor, wishes) : await core.myPrompts(actor, {})
    return settingsCard(settings, { place, changed: wishes !== null })
  },
}

import { contactsCard } from '../replies/harm.ts'
import type { Feature } from './feature.ts'

const ASKS =
  /^(?:please )?(?:show|tell) me (?:who|whom) to (?:contact|call|ring|talk to|turn to)[\s.!?]*$|^who (?:can|could|should|do) i (?:contact|call|ring|talk to|speak to|turn to)[\s.!?]*$|^(?:please )?(?:can|could|may) i (?:talk|speak) (?:to|with) (?:a |an |some)?(?:real )?(?:human|person|one|body|adult)[\s.!?]*$|^(?:please )?(?:i need|get(?: me)?) help[\s.!]*$/i

/** "Show me who to contact." */
export const whoToContact: Feature = {
  name: 'who to contact',
  first: true,
  alone: true,
  hears: ({ text }) => ASKS.test(text),
  reply: ({ core }) => contactsCard(core.content.help),
}

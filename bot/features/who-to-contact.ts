import { contactsCard } from '../replies/harm.ts'
import type { Feature } from './feature.ts'

const ASKS =
  /^(?:please )?(?:show|tell) me (?:who|whom) to (?:contact|call|ring|tell|talk to|turn to)[\s.!?]*$|^(?:and |so |but )?who(?:m)? (?:can|could|should|shall|do|would) i (?:contact|call|ring|phone|tell|ask for help|go to|talk to|speak to|turn to|report (?:it|this|that|him|her|them) to)(?: about (?:it|this|that|him|her|them))?[\s.!?]*$|^who (?:can|could|will|would) help(?: me| us)?[\s.!?]*$|^where (?:can|could|do|should) (?:i|we) (?:get|find|go for) help[\s.!?]*$|^(?:please )?(?:can|could|may) i (?:talk|speak) (?:to|with) (?:a |an |some)?(?:real )?(?:human|person|one|body|adult)[\s.!?]*$|^(?:please )?(?:i need|get(?: me)?) help[\s.!]*$/i

/** "Show me who to contact." */
export const whoToContact: Feature = {
  name: 'who to contact',
  first: true,
  alone: true,
  hears: ({ text }) => ASKS.test(text),
  reply: ({ core }) => contactsCard(core.content.help),
}

import type { Card } from './card.ts'
import type { Place } from './place.ts'

export const deleteOnPageCard: Card = {
  paragraphs: ['You can delete everything on your account’s page. It works at once and gives you a receipt.'],
  links: [{ label: 'Delete everything', href: '/account#delete' }],
}

export const deleteCard = ({ name }: Place): Card => ({
  paragraphs: [
    'This deletes every answer of yours, and everything else that I keep of you, at once. It can’t be undone.',
    `What stands in ${name} itself stays there: you can delete your own messages.`,
    'To go on, write “delete everything”.',
  ],
  choices: [{ say: 'delete everything' }],
})

export const deletedCard = ({ name }: Place): Card => ({
  paragraphs: [
    'Everything of yours is deleted. The last copies of your key, in backups, are gone within 24 hours; until then nobody can read your answers without them.',
    `What stands in ${name} itself stays there. If you write to me again, we start anew.`,
  ],
})

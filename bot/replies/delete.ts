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

const hour = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' })

export const deletedCard = ({ name }: Place, completeBy: number): Card => ({
  paragraphs: [
    `Everything of yours is deleted. By ${hour.format(completeBy)} the last backup of the key that your words were locked with is gone too.`,
    `What stands in ${name} itself stays there. If you write to me again, we start anew.`,
  ],
})

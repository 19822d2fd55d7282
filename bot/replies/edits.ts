import type { Card } from './card.ts'
import type { Place } from './place.ts'

/** The answer follows its message. */
export const changedCard: Card = {
  paragraphs: ['Changed. Your answer now says what your message says, and the earlier version is kept.'],
}

export const notReadCard = (problem: string): Card => ({
  paragraphs: [`${problem} Your answer stays as it was. You can edit your message again.`],
  tone: 'trouble',
})

/** The question isn't asked any more, or only on its page. */
export const unchangeableCard: Card = {
  paragraphs: ['I can’t change that answer from here any more, so it stays as it was.'],
  links: [{ label: 'My notebook', href: '/notebook' }],
}

/** A message that was an answer is gone from the platform. */
export const stillKeptCard = ({ name }: Place): Card => ({
  paragraphs: [
    `Your message is gone from ${name}, and the answer that it was is still in your notebook. You can change it on its page. “Delete my data” deletes it, with everything else that I keep of you.`,
  ],
  choices: [{ say: 'delete my data' }, { say: 'link', detail: 'to open my notebook in a browser' }],
})

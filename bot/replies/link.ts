import type { AppError } from '#core/errors.ts'
import type { OfferedLink } from '#core/learners/offer-link.ts'
import type { Unlinked } from '#core/learners/unlink-account.ts'
import type { Card } from './card.ts'
import type { Place } from './place.ts'

const ACCOUNT = { label: 'My account', href: '/account#linked' }

/** In the web chat the notebook is this browser's; its account page links and unlinks. */
export const linkHereCard: Card = {
  paragraphs: [
    'What you write here goes into the notebook of this browser already. On your account page you can use it in a chat such as Slack too, or end that.',
  ],
  links: [ACCOUNT],
}

export const linkPrivatelyCard: Card = {
  paragraphs: ['I only do this in private. Write “link” to me in a direct message.'],
}

/** A link to this chat's notebook. */
export const linkPageCard = ({ name }: Place, { secret, minutes }: OfferedLink): Card => ({
  paragraphs: [
    `This link opens your notebook from ${name} in a browser. Where a notebook is open there already, the two become one, and every answer of both stays. The page asks you first.`,
    `It works once, for ${minutes} minutes. Don’t pass it on: whoever opens it can read everything you wrote to me.`,
  ],
  links: [{ label: 'Use my notebook in a browser', href: `/link/${secret}` }],
})

/** The code is right. Whoever made it would read all that was written here, so they are asked first. */
export const codeLinkCard = ({ name }: Place): Card => ({
  title: 'Did you make this code yourself?',
  paragraphs: [
    `If you go on, what you wrote to me in ${name} and the notebook that the code was made in become one. Whoever can open that notebook reads all of it, and it can’t be taken apart again.`,
    'If somebody gave you the code, say no: a trainer or a colleague never needs this from you.',
  ],
  choices: [{ say: 'yes, link', label: 'I made the code myself' }, { say: 'no' }],
})

export const joinedLinkCard = ({ name }: Place): Card => ({
  paragraphs: [
    `Done. Your notebook on the web and what you write to me in ${name} are one now. Every answer of both is in it, the earlier ones as versions.`,
    `I quote no private answer here. Whoever gets into your ${name} account can open the whole notebook: write “unlink” to end that at any time.`,
  ],
  links: [{ label: 'My notebook', href: '/notebook' }, ACCOUNT],
})

export const linkedAlreadyCard = ({ name }: Place): Card => ({
  paragraphs: [`That notebook and ${name} are linked already. Nothing had to be done.`],
  links: [ACCOUNT],
})

export const unlinkedCard = ({ name }: Place, { promptsEnded }: Unlinked): Card => ({
  paragraphs: [
    `Unlinked. Your answers stay in your notebook on the web. If you write to me in ${name} again, that starts a new notebook, and I remember nothing of the old one.`,
    ...(promptsEnded ? ['The prompts that came here were for the old one, so they have stopped.'] : []),
    'In a course, the two still count as one person.',
  ],
  choices: [{ say: 'link', detail: 'to put them together again' }],
  links: [{ label: 'My notebook', href: '/notebook' }],
})

/** What they would lose, and the words to go on. */
export const unlinkAnywayCard = ({ message, fields }: AppError): Card => ({
  paragraphs: [message, ...Object.values(fields)],
  choices: [{ say: 'unlink anyway' }],
  links: [{ label: 'Keep it safe', href: '/sign-in' }],
})

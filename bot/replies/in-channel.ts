import type { Card } from './card.ts'

/** Where to talk alone: `ownChat` opens a direct message, null for whoever may not have one. */
const waysToTalkAlone = (ownChat: string | null) => [
  ...(ownChat ? [{ label: 'Write to me in a direct message', href: ownChat }] : []),
  { label: 'Talk to me on the web', href: '/companion' },
]

/** To what belongs to one person's notebook. */
export const talkAloneCard = (ownChat: string | null): Card => ({
  paragraphs: [
    'Let’s talk about that in a direct message. Others can read what is written here, and your notebook is yours alone. Nobody else sees this reply, and I have kept nothing of what you wrote.',
  ],
  links: waysToTalkAlone(ownChat),
})

/** What the companion does where others read along. */
export const inChannelCard = (ownChat: string | null): Card => ({
  paragraphs: [
    'I’m the companion of Standpoint: a program, not a person.',
    'Name me in a message with a question about the three standards and I quote what they say. Only you see my reply, unless you press “Share with everyone”.',
    'I’m sent no message here but those that name me, and I keep nothing of them. Your own questions and answers belong in a direct message.',
  ],
  links: [...waysToTalkAlone(ownChat), { label: 'Get help, if something is wrong', href: '/help' }],
})

/** After "not what I asked": a text for a person is prepared where nobody else reads along. */
export const notHere = (card: Card): Card => ({
  ...card,
  links: [
    ...(card.links ?? []),
    { label: 'Ask me on the web, or in a direct message, and I prepare a text for a person', href: '/companion' },
  ],
})

/** What the standards say, to whoever asked and nobody else: the clauses that they may show to everybody, and those that came next. */
export const onlyYouSee = (card: Card, { share, others }: Pick<Card, 'share' | 'others'>): Card => ({
  ...card,
  small: [
    ...(card.small ?? []),
    share
      ? 'Only you see this. “Share with everyone” shows these clauses in the thread, and not who asked.'
      : 'Only you see this.',
  ],
  ...(share && { share }),
  ...(others && { others }),
})

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
    'Name me in a message with a question about the three standards, or type /standpoint and a question anywhere in Slack, and I quote what they say. Only you see my reply, unless you press “Share with everyone”.',
    'I’m sent no message here but those that name me, and I keep nothing of them. Your own questions and answers belong in a direct message. “/standpoint stop” stops me at once, wherever you type it.',
  ],
  links: [...waysToTalkAlone(ownChat), { label: 'Get help, if something is wrong', href: '/help' }],
})

/** What the standards say, to whoever asked and nobody else. `share`: the clauses that they may show to everybody. */
export const onlyYouSee = (card: Card, share: string[] | null): Card => ({
  ...card,
  small: [...(card.small ?? []), 'Only you see this.'],
  ...(share && {
    share: { clauses: share, note: '“Share with everyone” shows these clauses to everybody here, and not who asked.' },
  }),
})

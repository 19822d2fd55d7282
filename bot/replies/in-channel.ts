import type { Card } from './card.ts'
import type { Place } from './place.ts'

/** Where others read along, as far as what is said there depends on it. */
export interface Room {
  channel: 'slack' | 'teams'
  place: Place
  /** Where nobody else is, for example "a direct message". */
  alone: string
  /** To whom what somebody shares is shown, for example "to everybody here". */
  shared: string
  /** Another way to ask, and a way to stop, where the platform has commands. */
  commands: { ask: string; stop: string } | null
}

/** Where to talk alone: `ownChat` opens a chat with nobody else in it, null for whoever may not have one. */
const waysToTalkAlone = ({ alone }: Room, ownChat: string | null) => [
  ...(ownChat ? [{ label: `Write to me in ${alone}`, href: ownChat }] : []),
  { label: 'Talk to me on the web', href: '/companion' },
]

/** To what belongs to one person's notebook. */
export const talkAloneCard = (room: Room, ownChat: string | null): Card => ({
  paragraphs: [
    `Let’s talk about that in ${room.alone}. Others can read what is written here, and your notebook is yours alone. Nobody else sees this reply, and I have kept nothing of what you wrote.`,
  ],
  links: waysToTalkAlone(room, ownChat),
})

/** What the companion does where others read along. */
export const inChannelCard = (room: Room, ownChat: string | null): Card => ({
  paragraphs: [
    'I’m the companion of Standpoint: a program, not a person.',
    `Name me in a message with a question about the three standards${room.commands ? `, or ${room.commands.ask},` : ''} and I quote what they say. Only you see my reply, unless you press “Share with everyone”.`,
    `I’m sent no message here but those that name me, and I keep nothing of them. Your own questions and answers belong in ${room.alone}.${room.commands ? ` ${room.commands.stop}` : ''}`,
  ],
  links: [...waysToTalkAlone(room, ownChat), { label: 'Get help, if something is wrong', href: '/help' }],
})

/** After "not what I asked": a text for a person is prepared where nobody else reads along. */
export const notHere = (room: Room, card: Card): Card => ({
  ...card,
  links: [
    ...(card.links ?? []),
    { label: `Ask me on the web, or in ${room.alone}, and I prepare a text for a person`, href: '/companion' },
  ],
})

/** Clauses by their ids: those that may be shown to everybody, and those that came next. */
export interface Offered {
  share?: string[]
  others?: string[]
}

/** What the standards say, to whoever asked and nobody else. */
export const onlyYouSee = ({ shared }: Room, card: Card, { share, others }: Offered): Card => ({
  ...card,
  small: [...(card.small ?? []), 'Only you see this.'],
  ...(share && {
    share: { clauses: share, note: `“Share with everyone” shows these clauses ${shared}, and not who asked.` },
  }),
  ...(others && { others }),
})

/**
 * What everybody sees in Teams when somebody named the companion: the same whatever was said, so that nothing can be told
 * from it.
 */
export const forWhoeverAskedCard = (room: Room, ownChat: string | null): Card => ({
  paragraphs: ['For whoever asked: here is my reply. Only you can open it, for an hour.'],
  links: waysToTalkAlone(room, ownChat),
})

/** To whoever opens what isn't theirs, or isn't there any more: the two can't be told apart. */
export const notYoursCard = (room: Room, ownChat: string | null): Card => ({
  paragraphs: [
    'This reply was for whoever asked, and I keep it for an hour only. To ask something yourself, name me in a message: nobody else sees what I reply.',
  ],
  links: waysToTalkAlone(room, ownChat),
})

/** To a press in a program that can't show a card to one person alone. It is posted for all, so nothing is in it. */
export const tooOldTeamsCard = (room: Room, ownChat: string | null): Card => ({
  paragraphs: [
    `This version of Teams can’t show a reply to one person alone. Please open Teams in its newest version or in a browser, or ask me in ${room.alone}.`,
  ],
  links: waysToTalkAlone(room, ownChat),
})

/** Said once where the companion was put in among several people. */
export const arrivedAmongOthersCard = (room: Room, ownChat: string | null): Card => ({
  title: 'Hello. I’m the companion of Standpoint',
  paragraphs: [
    'I’m a program, not a person. Name me in a message with a question about three standards for work with communities, and I quote what they say. Only whoever asked can open my reply.',
    `I’m sent no message here but those that name me, and I keep nothing of them. Your own questions and answers belong in ${room.alone}.`,
  ],
  links: waysToTalkAlone(room, ownChat),
})

/** What was already shown to everybody isn't shown again. */
export const sharedNote = 'These clauses are here for everybody now. Nobody is told who asked.'
/** Part of it may have arrived, so it isn't tried again. */
export const notSharedNote =
  'I couldn’t tell whether these clauses arrived. Please look; if they aren’t there, name me and ask again.'
/** How long the reply can be opened. */
export const keptForAnHour = 'I keep this reply for an hour, locked, and nothing of what you wrote.'

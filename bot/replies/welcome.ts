import type { Card } from './card.ts'
import type { Place } from './place.ts'
import { ownersNote } from './who-sees.ts'

const CAN = [
  { say: 'next question' },
  { say: 'what is waiting?' },
  { say: 'what did I say about community?' },
  { say: 'prompts on' },
  { say: 'delete my data' },
  { say: 'stop' },
]

const WHAT_IT_DOES =
  'Ask me about the three standards and I quote what they say, or tell you that they don’t say it. Ask for your next question and answer it right here.'

const kept = ({ name, sameNotebook }: Place): string =>
  sameNotebook
    ? 'Your answers go into your notebook, the same as on every page.'
    : `Your answers go into a notebook that belongs to your ${name} account. Pages in a browser can’t open it yet.`

/** The first thing somebody hears: that it is a program, what it does, who sees what, and how to stop it. */
export const welcome = (place: Place): Card => ({
  title: 'Hello. I’m the companion of Standpoint',
  paragraphs: [
    'I’m a program, not a person. Nobody is reading along, and I can’t tell when something is urgent.',
    WHAT_IT_DOES,
    kept(place),
    'Your trainer never sees what you write to me, and I never pass on to one person what another has said.',
    ...ownersNote(place),
    'Write “stop” at any time and I stop at once.',
  ],
  choices: CAN,
  links: [
    { label: 'Who sees what', href: '/who-sees-what' },
    { label: 'Get help', href: '/help' },
  ],
})

/** What the companion can do, for somebody who asks. */
export const whatICanDo = (place: Place): Card => ({
  paragraphs: ['I’m the companion of Standpoint: a program, not a person.', WHAT_IT_DOES, kept(place)],
  choices: CAN,
  links: [
    { label: 'The chapters', href: '/' },
    { label: 'Get help, if something is wrong', href: '/help' },
  ],
  small: ownersNote(place),
})

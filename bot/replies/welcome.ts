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

const canIn = ({ sameNotebook }: Place) =>
  sameNotebook ? CAN : [...CAN, { say: 'link', detail: 'to use my notebook in a browser too' }]

const WHAT_IT_DOES =
  'Ask me about the three standards and I quote what they say, or tell you that they don’t say it. Ask for your next question and answer it right here.'

const kept = ({ name, sameNotebook }: Place): string =>
  sameNotebook
    ? 'Your answers go into your notebook, the same as on every page.'
    : `Your answers go into your notebook, which belongs to your ${name} account. Write “link” to use the same one in a browser.`

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
  choices: canIn(place),
  links: [
    { label: 'Who sees what', href: '/who-sees-what' },
    { label: 'Get help', href: '/help' },
  ],
})

/** What the companion can do, for somebody who asks. */
export const whatICanDo = (place: Place): Card => ({
  paragraphs: ['I’m the companion of Standpoint: a program, not a person.', WHAT_IT_DOES, kept(place)],
  choices: canIn(place),
  links: [
    { label: 'The chapters', href: '/' },
    { label: 'Get help, if something is wrong', href: '/help' },
  ],
  small: ownersNote(place),
})

/** Said where the companion was put into somebody's chat, before they have written anything. */
export const arrivalCard: Card = {
  title: 'Hello. I’m the companion of Standpoint',
  paragraphs: [
    'I’m a program, not a person. I answer questions about three standards for work with communities, and I can ask you the questions of the chapters.',
    'Write “hello” and I say what I do, who sees what, and how to stop me. Until you write, I keep nothing and send nothing.',
  ],
  choices: [{ say: 'hello' }],
}

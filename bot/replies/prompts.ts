import type { Content } from '#core/content/content.ts'
import type { PromptSettings } from '#core/prompts/settings.ts'
import type { WaitingPrompt } from '#core/prompts/waiting-prompt.ts'
import type { Question } from '#core/questions/question.ts'
import type { Card, Choice } from './card.ts'
import type { Place } from './place.ts'
import { dayOf, howOften, settingsLines, whenNext } from './prompt-times.ts'
import { linkTo } from './question-place.ts'
import { ownersNote } from './who-sees.ts'

const CHOICES: Choice[] = [
  { say: 'answer', label: 'Answer' },
  { say: 'later', label: 'Later' },
  { say: 'skip', label: 'Skip' },
  { say: 'pause', label: 'Pause' },
  { say: 'stop', label: 'Stop' },
]

/** What the companion sends of its own accord. */
export const promptCard = (delivery: string, text: string, place: Place): Card => ({
  paragraphs: [text],
  choices: CHOICES,
  delivery,
  small: ['You asked me to write now and then. Only you see what you reply.', ...ownersNote(place)],
})

export const ASKS_WHETHER =
  'I’ve written a few times and you may have had other things to do, which is fine. Shall I keep going, write less often, or stop? If I hear nothing, I stay quiet.'

/** After some that were left alone; whatever they say, it is asked once. */
export const askCard = (delivery: string): Card => ({
  paragraphs: [ASKS_WHETHER],
  choices: [
    { say: 'keep going', label: 'Keep going' },
    { say: 'fewer', label: 'Less often' },
    { say: 'stop', label: 'Stop' },
  ],
  delivery,
})

/** Said on the web, to somebody who may have chosen another place before. */
const WHERE: Record<PromptSettings['channel'], string> = {
  chat: 'A prompt waits on this page until you open it. Nothing is sent to you elsewhere.',
  slack: 'It comes in Slack, as before, and waits on this page too.',
  teams: 'It comes in Teams, as before, and waits on this page too.',
  email: 'It comes by e-mail, as before, and waits on this page too.',
}

/** The first thing somebody hears who switches prompts on. */
export const promptsOnCard = (settings: PromptSettings, place: Place): Card => ({
  title: 'Prompts are on',
  paragraphs: [
    'I’m a program, not a person, and nobody is reading along. From now on I write to you first now and then: a short question from the chapters you have begun, or a look back at one you have finished.',
    `${howOften(settings)} ${whenNext(settings)} Never twice a day, and nothing in your quiet hours.`,
    place.sameNotebook ? WHERE[settings.channel] : `I write to you here in ${place.name}, and nobody else gets it.`,
    'I may quote your own everyday answers back to you. Personal ones only if you switch that on, and private ones never. What you reply is kept locked for you; your trainer never sees it.',
    ...ownersNote(place),
    'Skip whatever you like. Write “stop” and I stop at once.',
  ],
  choices: [{ say: 'settings' }, { say: 'pause' }, { say: 'stop' }],
  links: [{ label: 'Who sees what', href: '/who-sees-what' }],
})

export const goOnCard = (settings: PromptSettings): Card => ({
  paragraphs: [`All right, I keep going. ${howOften(settings)} ${whenNext(settings)}`],
  choices: [{ say: 'settings' }, { say: 'stop' }],
})

export const settingsCard = (
  settings: PromptSettings,
  { place, changed }: { place: Place; changed: boolean },
): Card => ({
  title: changed ? 'Changed' : 'Your prompts',
  paragraphs: settingsLines(settings),
  after: [
    'To change them, write for example “two a week”, “prompts on Thursdays at 9”, “days off Friday and Saturday”, “quiet hours 18 to 9”, “time zone Europe/Paris” or “bank holidays of Scotland”.',
  ],
  choices: settings.on ? [{ say: 'pause until 1 September' }, { say: 'stop' }] : [{ say: 'prompts on' }],
  links: place.sameNotebook ? [{ label: 'Prompt settings', href: '/prompts' }] : [],
})

export const pausedCard = (settings: PromptSettings): Card =>
  settings.on
    ? {
        paragraphs: [
          `Paused. You hear nothing from me before ${dayOf(settings.snoozedUntil ?? 0, settings.zone)}. To change that, write “pause until” and a day.`,
        ],
        choices: [{ say: 'prompts on', label: 'End the pause' }, { say: 'stop' }],
      }
    : {
        paragraphs: ['All right. Prompts are off anyway, so I don’t write first.'],
        choices: [{ say: 'next question' }, { say: 'prompts on' }],
      }

export const stoppedPrompts: Card = {
  paragraphs: [
    'Stopped. I won’t write to you first any more. What you have saved stays saved. To come back, write “prompts on”.',
  ],
}

export const laterCard: Card = { paragraphs: ['All right, another day. It comes back at your usual time.'] }
export const skippedCard: Card = { paragraphs: ['Skipped. That’s fine, and nothing is missing.'] }
export const settledCard: Card = {
  paragraphs: ['That one is settled already, so I have changed nothing.'],
  choices: [{ say: 'what is waiting?' }],
}

/** In a conversation that is shown again: what a prompt quotes is kept nowhere. */
const QUOTED = 'Here stood what I wrote to you, with words of yours.'

/** They would like to answer: the next message is the reply. */
export const answerHereCard = ({ text, quotes }: WaitingPrompt, place: Place): Card => ({
  paragraphs: [...(text ? [text] : []), 'Write your reply here. It is saved when you send it.'],
  ...(quotes && { later: { paragraphs: [QUOTED, 'You were going to write your reply.'] } }),
  choices: [{ say: 'skip', label: 'Skip' }],
  small: ['Only you see your reply. It goes along when you take your notebook with you.', ...ownersNote(place)],
})

/** Saved, and one question after it at most. */
export const repliedCard = (followUp: string | null): Card => ({
  paragraphs: [
    'Thanks, saved.',
    ...(followUp ? [`If you’d like to go on: ${followUp} Write it here, or leave it at that.`] : []),
  ],
})

/** The prompt first, then what comes next in the chapters. */
export const waitingPromptCard = (
  { text, quotes }: { text: string; quotes: boolean },
  content: Content,
  open: Question[],
): Card => ({
  paragraphs: ['I wrote to you:', text],
  ...(quotes && { later: { paragraphs: [QUOTED] } }),
  choices: CHOICES,
  after: open.length > 0 ? ['These come next in the chapters. None of them is in a hurry.'] : [],
  links: open.slice(0, 3).map((q) => linkTo(content, q)),
})

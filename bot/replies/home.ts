import type { JoinedCohort } from '#core/cohorts/joined-cohorts.ts'
import type { Content } from '#core/content/content.ts'
import type { PromptSettings } from '#core/prompts/settings.ts'
import type { Question } from '#core/questions/question.ts'
import type { Card } from './card.ts'
import type { Place } from './place.ts'
import { howOften, whenNext } from './prompt-times.ts'
import { chapterName, chapterPlace, placeOf } from './question-place.ts'
import { ownersNote } from './who-sees.ts'

const list = new Intl.ListFormat('en-GB')

/** Where somebody is in the chapters, without counting. `last`: what they answered last. */
export const whereCard = (content: Content, last: Question | undefined, next: Question | null): Card => ({
  title: 'Where you are',
  paragraphs: [
    last
      ? `You last answered in ${chapterName(content, last)}.`
      : 'You haven’t answered anything yet. Every question can be left out.',
    ...(next || !last ? [] : ['You have answered everything that I can ask here.']),
  ],
  links: [
    ...(last ? [{ label: 'Read on where you were', href: chapterPlace(content, last) }] : []),
    { label: 'The chapters', href: '/' },
  ],
})

/** The question that comes next. `waits`: it was put already. */
export const nextCard = (content: Content, question: Question, waits: boolean): Card => ({
  title: waits ? 'A question that waits for you' : 'Your next question',
  paragraphs: [
    question.ask,
    `From ${chapterName(content, question)}. ${waits ? 'You can answer it under Messages.' : 'I ask it under Messages, where only you and I write.'}`,
  ],
  choices: waits
    ? [{ say: 'what was the question?', label: 'Ask me again' }]
    : [{ say: 'next question', label: 'Ask me' }],
  links: [{ label: 'See it on its page', href: placeOf(content, question) }],
})

export const promptsCard = (settings: PromptSettings): Card => ({
  title: 'Prompts',
  paragraphs: settings.on
    ? [`Prompts are on. ${howOften(settings)} ${whenNext(settings)}`.trim()]
    : ['Prompts are off: I never write first.'],
  choices: settings.on
    ? [
        { say: 'settings', label: 'Prompt settings' },
        { say: 'prompts off', label: 'Switch prompts off' },
      ]
    : [{ say: 'prompts on', label: 'Switch prompts on' }],
})

/** Who sees what, and where to read and change it. */
export const whoSeesHomeCard = (cohorts: JoinedCohort[], place: Place): Card => ({
  title: 'What others see',
  paragraphs: [
    ...(cohorts.length
      ? [`You have joined ${list.format(cohorts.map(({ name }) => name))}.`]
      : ['You have joined no course, so no trainer sees anything of yours.']),
    'A trainer never sees your words, unless you choose some to show. This page shows none of them either.',
  ],
  choices: [{ say: 'link', label: 'Use my notebook in a browser' }],
  links: [
    ...cohorts.map(({ id, name }) => ({ label: `What the trainer of ${name} can see`, href: `/cohort/${id}` })),
    { label: 'What others may see of mine', href: '/privacy-settings' },
    { label: 'Who sees what', href: '/who-sees-what' },
    { label: 'Privacy', href: '/privacy' },
    { label: 'Get help, if something is wrong', href: '/help' },
  ],
  small: ownersNote(place),
})

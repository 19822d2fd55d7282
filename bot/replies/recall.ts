import type { MyAnswer } from '#core/answers/my-answers.ts'
import type { Content } from '#core/content/content.ts'
import type { Card } from './card.ts'
import { placeOf } from './question-place.ts'

const SHOWN = 5
/** Beyond this many characters the rest is on the page. */
const LONG = 600
const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})
const NOTEBOOK = { label: 'My notebook', href: '/notebook' }
const REST =
  'I never repeat private answers in chat, and personal ones only if you allow it. All of them are in your notebook.'
const SETTINGS = { label: 'What I may quote', href: '/privacy-settings#quoting' }

/** The learner's own everyday words about something. */
export const recallCard = (content: Content, answers: MyAnswer[], topic: string | null): Card =>
  answers.length === 0
    ? {
        paragraphs: [
          topic
            ? `I find nothing that you wrote about “${topic}” among the answers that I may quote.`
            : 'You haven’t answered anything yet that I could show here.',
        ],
        after: [REST],
        choices: [{ say: 'next question' }],
        links: [NOTEBOOK, SETTINGS],
      }
    : {
        paragraphs: [topic ? `Here is what you wrote about “${topic}”.` : 'Here is what you wrote last.'],
        quotes: answers.slice(0, SHOWN).map((answer) => ({
          leadIn: answer.asked.ask,
          text: clipped(answer.lines.join('\n')),
          parts: [],
          label: `You, ${date.format(answer.savedAt)}`,
          href: placeOf(content, answer.question),
          status: null,
        })),
        after: [...(answers.length > SHOWN ? ['There is more in your notebook.'] : []), REST],
        links: [NOTEBOOK, SETTINGS],
        // The conversation keeps no second copy of an answer, which may be changed, or no longer be quoted.
        later: {
          paragraphs: ['Here I quoted what you had written. It stands in your notebook.'],
          links: [NOTEBOOK, SETTINGS],
        },
      }

/** `words`: what a yes is to. */
export const quotingCard = (yes: boolean, words: string): Card => ({
  paragraphs: [
    yes
      ? `That is a yes to this: “${words}”`
      : 'I won’t quote your personal answers to you. Everyday ones I may, and private ones never.',
  ],
  choices: [{ say: yes ? 'quoting off' : 'quoting on' }],
  links: [SETTINGS],
})

export const notHereCard: Card = {
  paragraphs: ['I only show you your own words in private. Ask me again in a direct message.'],
}

function clipped(text: string): string {
  if (text.length <= LONG) return text
  const cut = text
    .slice(0, LONG)
    .replace(/\s+\S*$/, '')
    .toWellFormed()
  return `${cut} …`
}

import type { Card } from './card.ts'
import { SHOW_CONTACTS } from './harm.ts'

export const stopped: Card = {
  paragraphs: [
    'Stopped. I won’t ask you anything. What you have saved stays saved. To come back, write “next question”.',
  ],
}

export const allRight: Card = {
  paragraphs: ['All right. I’m here when you want me.'],
  choices: [{ say: 'next question' }, { say: 'help' }],
}

/** A yes where nothing waits for one, as after a card with a choice on it. */
export const whichYes: Card = {
  paragraphs: [
    'I can’t tell what your yes is to. Press what you would like, above or here, or say it in your own words.',
  ],
  choices: [{ say: SHOW_CONTACTS }, { say: 'next question' }, { say: 'help' }],
}

export const noWords: Card = {
  paragraphs: ['I can only read words, and I found none in your message. Write me something, or say “help”.'],
  choices: [{ say: 'help' }],
}

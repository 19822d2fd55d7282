import type { Card } from './card.ts'

export const stopped: Card = {
  paragraphs: [
    'Stopped. I won’t ask you anything. What you have saved stays saved. To come back, write “next question”.',
  ],
}

export const allRight: Card = {
  paragraphs: ['All right. I’m here when you want me.'],
  choices: [{ say: 'next question' }, { say: 'help' }],
}

export const noWords: Card = {
  paragraphs: ['I can only read words, and I found none in your message. Write me something, or say “help”.'],
  choices: [{ say: 'help' }],
}

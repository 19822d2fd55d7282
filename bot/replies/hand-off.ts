import type { Card, Choice } from './card.ts'

export const NOT_WHAT_I_ASKED: Choice = { say: 'not what I asked', button: true }
export const WRITE_TO_A_PERSON: Choice = { say: 'write to a person', button: true }

/** A blank for whoever's question isn't known here. */
const BLANK = '(write your question here)'

/** As many characters of a question as belong in a short letter. */
const LONGEST = 600

/**
 * A text for a person, which the learner sends themselves or not at all. Of what was said here it holds at most the
 * learner's own question; to a safeguarding contact not even that.
 */
export const handOffCard = (question: string | null): Card => ({
  title: 'A text that you can send to a person',
  paragraphs: [
    'I send nothing to anybody. Copy what you want, change it as you like, and send it yourself: by e-mail, in a chat, or on paper. Or read it out.',
  ],
  copies: [
    {
      label: 'To your trainer, your assessor or your manager',
      text: [
        'Hello,',
        'I am learning with Standpoint, about community, power and fairness. I have a question that its companion could not answer for me:',
        question === null || question.length > LONGEST ? BLANK : `“${question}”`,
        'Could you help me with it, or tell me who can? Thank you.',
      ].join('\n\n'),
    },
    {
      label: 'To your safeguarding contact, if you are worried about somebody',
      text: 'Hello,\n\nI am worried about something and would like to talk it over with you. When can we speak? Thank you.',
    },
  ],
  after: ['If somebody is in danger now, don’t wait for a reply: call 999.'],
  choices: [{ say: 'show me who to contact', button: true }],
  // The question stands in what was said; it needs no second copy.
  later: {
    paragraphs: [
      'I prepared a text for a person, for you to copy and send. Write “write to a person” to have one again.',
    ],
  },
})

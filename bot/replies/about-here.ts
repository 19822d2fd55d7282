import type { Content } from '#core/content/content.ts'
import type { Question } from '#core/questions/question.ts'
import type { Card } from './card.ts'
import type { Place } from './place.ts'
import { questionCard, type Way } from './questions.ts'
import { whatICanDo } from './welcome.ts'
import { ownersNote } from './who-sees.ts'

/** Who sees what is written here. */
export const whoSeesCard = (place: Place): Card => ({
  paragraphs: [
    'Only you see your words, unless you choose some on your course’s page and approve them just as they will look. I never pass on to one person what another has said.',
    'If you join a course and choose to be counted, its trainer sees how the group as a whole chose among options, never who chose what.',
    'Then I also keep what you ask and I can’t answer, for 90 days, locked with your key. If enough people ask near the same heading of a standard, your trainer sees that heading, never a word of a question.',
  ],
  links: [
    { label: 'What others may see of mine', href: '/privacy-settings' },
    { label: 'Who sees what', href: '/who-sees-what' },
  ],
  small: ownersNote(place),
})

/** The question that waits, once more; without one, what can be asked. */
export const againCard = (content: Content, asked: { question: Question; way: Way } | null, place: Place): Card =>
  asked ? questionCard(content, asked.question, asked.way, { place }) : whatICanDo(place)

/** Answers are changed, printed or deleted where they stand. */
export const changeCard = ({ sameNotebook, edits }: Place): Card =>
  sameNotebook
    ? {
        paragraphs: ['You can change any answer on its page, and read or print them all in your notebook.'],
        links: [
          { label: 'My notebook', href: '/notebook' },
          { label: 'Delete everything', href: '/account#delete' },
        ],
      }
    : {
        paragraphs: [
          edits
            ? 'To change an answer that you gave here, edit your message: your answer follows it, and the earlier version is kept. “Delete my data” deletes everything.'
            : 'I can’t change one answer here yet. What you have saved stays as it is, and “delete my data” deletes everything.',
        ],
        choices: [{ say: 'delete my data' }],
      }

/** What was said is cleared where it stands. */
export const clearCard = ({ sameNotebook }: Place): Card =>
  sameNotebook
    ? {
        paragraphs: [
          'Where this conversation is kept, there is a button with it: “Clear this conversation”. Your answers stay in your notebook.',
        ],
        links: [{ label: 'Delete everything', href: '/account#delete' }],
      }
    : {
        paragraphs: [
          'You can delete your messages with this app’s own menu. That deletes no answer that you saved. “Delete my data” deletes everything of yours that I hold.',
        ],
        choices: [{ say: 'delete my data' }],
      }

export const codeCard: Card = {
  paragraphs: [
    'To join a course, write “join” and the code your trainer gave you: three words and a number, such as “join plum-river-gate-42”.',
  ],
  links: [{ label: 'Join on its page', href: '/join' }],
}

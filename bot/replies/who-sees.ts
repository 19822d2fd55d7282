import { countedParts, type Question } from '#core/questions/question.ts'
import type { Place } from './place.ts'

/** The small lines under a question: who will see the answer, and who may be able to read this chat. */
export const whoSees = (question: Question, place: Place): string[] => [answerSeenBy(question), ...ownersNote(place)]

export const ownersNote = ({ owners }: Place): string[] =>
  owners ? [`The ${owners} may be able to read what is typed here. To keep it from them, answer on the web.`] : []

function answerSeenBy(question: Question): string {
  if (countedParts(question).length === 0) return 'Only you see this answer.'
  if (question.aggregate === 'theme') return 'Only you see your words, unless you choose some to show.'
  const enough = question.sensitivity === 'S1' ? 8 : 5
  return `You see your answer. If you have chosen to be counted on a course, its trainer (in some courses its Slack channel too) sees few or none, some, or most for the group, once ${enough} or more verified people have answered.`
}

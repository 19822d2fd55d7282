import type { ToJoin } from '#core/cohorts/cohort-to-join.ts'
import type { Joined } from '#core/cohorts/join-cohort.ts'
import type { Card } from './card.ts'
import type { Place } from './place.ts'
import { ownersNote } from './who-sees.ts'

const list = new Intl.ListFormat('en-GB')

/** What a course is and who sees what, with the choice to be counted or not. Neither is chosen beforehand. */
export function courseCard(
  { name, trainers, k, questions, askersNeeded, joinCode, joined, id }: ToJoin,
  place: Place,
): Card {
  const link = {
    label: joined ? 'See the course, and what of yours was shown' : 'More about who sees what',
    href: joined ? `/cohort/${id}` : `/join/${joinCode}`,
  }
  if (joined) return { paragraphs: [`You have joined ${name}.`], links: [link] }
  const most = Math.max(k, ...questions.map((q) => q.needs))
  return {
    title: name,
    paragraphs: [
      `${list.format(trainers)} ${trainers.length === 1 ? 'runs' : 'run'} this course, and can’t see who joins, who answers or when. Nobody but you sees your words, unless you choose some to show.`,
      `If you choose to be counted, they see whether few or none, some, or most of the group chose each option, and only once ${k} or more people have answered${most > k ? `, or ${most} for a personal question` : ''}.`,
      `If you are counted and I can’t answer a question of yours, it is kept for 90 days, locked with your key. Once ${askersNeeded} or more people have asked near the same heading of a standard, your trainer sees that heading and roughly how many people, never a word of a question.`,
      'May your answers be counted?',
    ],
    choices: [
      { say: `join ${joinCode} and count me`, label: 'Yes, count my answers' },
      { say: `join ${joinCode} but don’t count me`, label: 'No, keep my answers to myself' },
    ],
    links: [link],
    small: ownersNote(place),
  }
}

export const joinedCard = ({ id, name, counted }: Joined, { sameNotebook }: Place): Card => ({
  paragraphs: [
    `You have joined ${name}. ${counted ? 'Your answers may be counted as part of the group.' : 'Your answers stay with you.'}`,
    `You can change this at any time${sameNotebook ? ' on the course’s page.' : ': write the other choice.'}`,
  ],
  choices: [{ say: 'next question' }],
  links: sameNotebook ? [{ label: name, href: `/cohort/${id}` }] : [],
})

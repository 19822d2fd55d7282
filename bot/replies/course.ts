import type { ToJoin } from '#core/cohorts/cohort-to-join.ts'
import type { Demand } from '#core/cohorts/demand.ts'
import type { Joined } from '#core/cohorts/join-cohort.ts'
import type { SharedSetUp } from '#core/cohorts/set-up.ts'
import type { Card } from './card.ts'
import type { Place } from './place.ts'
import { ownersNote } from './who-sees.ts'

const list = new Intl.ListFormat('en-GB')

/** Said before anybody chooses to be counted, wherever they do. */
export const CHANNEL_SEES =
  'Everybody in the course’s Slack channel sees these pictures too. Guests, people of other workspaces and people who come later may be among them.'

/** What a course is and who sees what, with the choice to be counted or not. Neither is chosen beforehand. */
export function courseCard(course: ToJoin, place: Place): Card {
  const { name, joinCode, joined, id } = course
  const link = {
    label: joined ? 'See the course, and what of yours was shown' : 'More about who sees what',
    href: joined ? `/cohort/${id}` : `/join/${joinCode}`,
  }
  if (joined) return { paragraphs: [`You have joined ${name}.`], links: [link] }
  if (!course.open)
    return { paragraphs: [`${name} takes no new people just now. Please ask whoever gave you the code.`] }
  return {
    title: name,
    paragraphs: [...courseWords(course), 'May your answers be counted?'],
    choices: [
      { say: `join ${joinCode} and count me`, label: 'Yes, count my answers' },
      { say: `join ${joinCode} but don’t count me`, label: 'No, keep my answers to myself' },
    ],
    links: [link],
    small: ownersNote(place),
  }
}

/** Who would see what of a course, in plain words: the same wherever somebody may join it. */
export function courseWords({ trainers, k, questions, demand, askersNeeded, channelSees }: SharedSetUp): string[] {
  const most = Math.max(k, ...questions.map((q) => q.needs))
  return [
    `${list.format(trainers)} ${trainers.length === 1 ? 'runs' : 'run'} this course, and can’t see who joins, who answers or when. Nobody but you sees your words, unless you choose some to show.`,
    `If you choose to be counted, they see whether few or none, some, or most of the group chose each option, and only once ${k} or more people have answered${most > k ? `, or ${most} for a personal question` : ''}.`,
    ...(channelSees ? [CHANNEL_SEES] : []),
    `If you are counted and I can’t answer a question of yours, it is kept for 90 days, locked with your key. Once ${askersNeeded} or more people have asked near the same heading of a standard, your trainer sees that heading and roughly how many people, never a word of a question.`,
    ...(demand ? [`Only people count who ${proofWords(demand)}.`] : []),
  ]
}

export const joinedCard = ({ id, name, counted }: Joined, { sameNotebook }: Place): Card => ({
  paragraphs: [
    `You have joined ${name}. ${counted ? 'Your answers may be counted as part of the group.' : 'Your answers stay with you.'}`,
    `You can change this at any time${sameNotebook ? ' on the course’s page.' : ': write the other choice.'}`,
  ],
  choices: [{ say: 'next question' }],
  links: sameNotebook ? [{ label: name, href: `/cohort/${id}` }] : [],
})

/** Which sign-in a course demands of those who are counted. */
const proofWords = ({ kind, of }: Demand): string =>
  kind === 'email'
    ? `have shown with an e-mail code that they have an address ending in @${of}`
    : `answer in the Slack workspace ${of}, or keep their notebook there`

import type { ToJoin } from '#core/cohorts/cohort-to-join.ts'
import type { SharedSetUp } from '#core/cohorts/set-up.ts'
import type { Content } from '#core/content/content.ts'
import type { Question } from '#core/questions/question.ts'
import type { Card, WindowButton } from './card.ts'
import { CHANNEL_SEES, courseWords } from './course.ts'
import type { Modal } from './modal.ts'
import type { Place } from './place.ts'
import { placeOf } from './question-place.ts'
import { ownersNote } from './who-sees.ts'

/** The kinds of window that are opened from a channel. */
export const JOIN = 'channel-join'
export const ANSWER_HERE = 'channel-answer'

const list = new Intl.ListFormat('en-GB')

/** Which message a button is under: the workspace, the channel and the post. */
export type About = string

const joinButton = (about: About): WindowButton => ({ kind: JOIN, about, label: 'Join' })

/** Posted when a channel is connected: who runs the course, and who will see what. */
export function channelWelcome(course: SharedSetUp, about: About, place: Place): Card {
  const { name, trainers, channelSees } = course
  const runs = `${list.format(trainers)} ${trainers.length === 1 ? 'runs' : 'run'} this course`
  return {
    title: name,
    paragraphs: [
      `Hello! I’m a program, not a person. ${runs}, and I post its questions in this channel.`,
      'Whoever is here can join and answer, in a window that nobody else sees. Nobody is told who joins, who answers or how many: not this channel, and not the trainers.',
      channelSees
        ? `Once ${enough(course)} have answered a question, a picture of the group comes here: whether few or none, some, or most chose each answer. Everybody in this channel sees it. Nobody’s name or words are in it.`
        : `Once ${enough(course)} have answered a question, the trainers see whether few or none, some, or most chose each answer. Nothing of that is posted here.`,
      'Guests are welcome to join too. Leaving this channel doesn’t leave the course: you can do that on its page.',
    ],
    small: ownersNote(place),
    window: [joinButton(about)],
  }
}

function enough({ k, questions }: SharedSetUp): string {
  const most = Math.max(k, ...questions.filter((q) => !q.retired).map((q) => q.needs))
  return `${k} or more people${most > k ? ` (${most} for a personal question)` : ''}`
}

/** A question, for everybody in a channel. It says nothing of answers, and never changes. */
export function invitationCard(
  content: Content,
  { course, question, about, inWindow }: { course: SharedSetUp; question: Question; about: About; inWindow: boolean },
  place: Place,
): Card {
  const answer = { kind: ANSWER_HERE, about, label: 'Answer' }
  return {
    title: question.ask,
    paragraphs: [
      `A question for everybody in ${course.name}, whenever you like. You can leave it out.`,
      ...(question.hint ? [question.hint] : []),
      whoSeesIt(course, question),
    ],
    links: [
      { label: 'Answer it on its page', href: question.own ? `/cohort/${course.id}` : placeOf(content, question) },
    ],
    small: ownersNote(place),
    window: [...(inWindow ? [answer] : []), joinButton(about)],
  }
}

function whoSeesIt({ k, channelSees }: SharedSetUp, { aggregate, sensitivity, own }: Question): string {
  if (aggregate === 'theme') return 'Only you see your words, unless you choose some to show.'
  const needed = own?.needs ?? Math.max(sensitivity === 'S0' ? 5 : 8, k)
  return `Nobody here sees your answer. If you join and choose to be counted, ${channelSees ? 'this channel sees' : 'the trainers see'} few or none, some, or most for the group, once ${needed} or more people have answered.`
}

/** A released batch in words, under its invitation. */
export const pictureCard = (course: SharedSetUp, question: Question, lines: string[]): Card => ({
  title: 'What the group answered',
  paragraphs: lines,
  links: [
    {
      label: 'For the trainers: its screen in the training room',
      href: `/trainer/cohorts/${course.id}#${question.id}`,
    },
  ],
  small: ['This picture never changes. Answers that come later wait for another.'],
})

/** Who would see what of a course, and the choice to be counted. Nothing is chosen beforehand. */
export function joinModal(course: ToJoin, about: About, place: Place): Modal {
  const base = { kind: JOIN, about, title: 'Join this course', links: [] }
  if (!course.joined && !course.open)
    return {
      ...base,
      paragraphs: [`${course.name} takes no new people just now. Please ask its trainers.`],
      fields: [],
    }
  const options = [
    { id: 'yes', label: 'Yes, count my answers' },
    { id: 'no', label: 'No, keep my answers to myself' },
  ]
  return {
    ...base,
    submit: course.joined ? 'Save' : 'Join',
    paragraphs: [
      course.name,
      ...(course.joined ? ['You have joined this course. You can choose anew here.'] : []),
      ...courseWords(course),
    ],
    fields: [
      {
        kind: 'one',
        name: 'counted',
        label: 'May your answers be counted?',
        hint: course.channelSees
          ? 'As part of the group, never by themselves. Everybody in this channel sees the pictures.'
          : 'As part of the group, never by themselves.',
        options,
      },
    ],
    small: [
      'You can change this at any time, and leave on the course’s page. Neither the trainers nor this channel are told.',
      ...ownersNote(place),
    ],
  }
}

export const CHOOSE_COUNTED = 'Choose whether your answers may be counted.'

/** To somebody of another workspace, who is in a channel that both share. */
export const fromOutsideModal = (about: About): Modal => ({
  kind: JOIN,
  about,
  title: 'Join this course',
  paragraphs: [
    'You are in this channel from another workspace, and I can’t tell there who you are. You can join on the web, with the code that the trainers have, and answer there.',
  ],
  links: [{ label: 'Join on the web', href: '/join' }],
  fields: [],
})

/** A trainer's own question, to somebody who hasn't joined. */
export const joinFirstModal = (course: ToJoin, about: About, place: Place): Modal => {
  const modal = joinModal(course, about, place)
  return {
    ...modal,
    paragraphs: [
      'This question is for those who have joined the course. Join here, then press Answer again.',
      ...modal.paragraphs,
    ],
  }
}

/** Said in the window of an answer where a channel sees pictures. */
export const seenHere = ({ channelSees }: SharedSetUp): string[] => (channelSees ? [CHANNEL_SEES] : [])

export const savedHere: Card = {
  paragraphs: ['Thanks, saved. Only you see this message.'],
  small: ['If you haven’t joined the course, your answer isn’t counted. You can press Join at any time.'],
}

export const joinedHere = ({ id, name }: { id: string; name: string }, counted: boolean): Card => ({
  paragraphs: [
    `You have joined ${name}. ${counted ? 'Your answers may be counted as part of the group.' : 'Your answers stay with you.'} Only you see this message.`,
    'Leaving this channel doesn’t leave the course.',
  ],
  links: [{ label: 'The course’s page, where you can leave it', href: `/cohort/${id}` }],
})

export const connectedCard = (course: string, channelSees: boolean): Card => ({
  paragraphs: [
    `This channel is connected with ${course}. I’m saying hello to everybody now.`,
    channelSees ? 'Pictures of the group are posted here too.' : 'Pictures of the group stay in the training room.',
    'If nothing comes, write /invite @Standpoint here. Then make a new code, and type it again.',
  ],
  links: [],
})

export const disconnectedCard: Card = {
  paragraphs: ['This channel is disconnected. Nothing more is posted here; what is here stays.'],
}

export const onlyInAChannelCard: Card = {
  paragraphs: ['Type that in the channel that you mean, not here.'],
}

export const ownAnswerModal = (question: Question, about: About, place: Place): Omit<Modal, 'fields'> => ({
  kind: ANSWER_HERE,
  about,
  title: 'Your answer',
  submit: 'Save',
  paragraphs: [`A question of ${question.own?.course ?? 'your course'}`],
  small: ownersNote(place),
})

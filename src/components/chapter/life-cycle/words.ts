/** A heading of the agreement checklist, at its place on that page. */
export interface Heading {
  number: number
  /** Last part of its id there: `agree-<name>`. */
  name: string
  title: string
}

export interface Stage {
  id: string
  title: string
  /** Its name in the drawing, on two lines. */
  drawn: [string, string]
  talk: string[]
  warning: string[]
  headings: Heading[]
}

export interface Closeness {
  id: string
  title: string
  /** What is shared at this step, besides what the steps before it share. */
  shares: string
  /** The time and trust that it asks for. */
  asks: string
  example: string
}

const heading = (number: number, name: string, title: string): Heading => ({ number, name, title })
const first = heading(1, 'names', 'Who we are and why')

/** After the life cycle of The Partnering Initiative; what to talk about is ours. */
export const STAGES: Stage[] = [
  {
    id: 'building',
    title: 'Scoping and building',
    drawn: ['Scoping and', 'building'],
    talk: ['Why are we doing this?', 'Who’s missing?', 'What type of partnership is it?', 'Who has more power here?'],
    warning: ['There is a logo before there is a purpose.'],
    headings: [
      first,
      heading(2, 'type', 'What kind of partnership'),
      heading(3, 'outcomes', 'What will change'),
      heading(7, 'equality', 'Equality and access'),
    ],
  },
  {
    id: 'managing',
    title: 'Managing and maintaining',
    drawn: ['Managing and', 'maintaining'],
    talk: ['Who does what?', 'Where is the money?', 'Is everyone safe?', 'Which small wins can we show?'],
    warning: ['One partner does it all.', 'There are minutes that nobody reads.'],
    headings: [
      heading(4, 'roles', 'Who does what'),
      heading(5, 'decisions', 'How we decide'),
      heading(6, 'resources', 'Money and other resources'),
      heading(8, 'information', 'Communication, confidentiality and data'),
      heading(9, 'safety', 'Safeguarding and health and safety'),
    ],
  },
  {
    id: 'reviewing',
    title: 'Reviewing and revising',
    drawn: ['Reviewing', 'and revising'],
    talk: ['What has changed for people?', 'What hurts?', 'Who could join us now?'],
    warning: ['There is only good news.'],
    headings: [heading(10, 'disagree', 'Disagreement'), heading(11, 'review', 'Learning and review')],
  },
  {
    id: 'ending',
    title: 'Sustaining outcomes or ending',
    drawn: ['Sustaining', 'outcomes'],
    talk: ['Who carries it on?', 'What does the community keep?', 'Who gets thanked?'],
    warning: ['We are drifting on for the grant.'],
    headings: [heading(12, 'ending', 'Joining, leaving and ending')],
  },
]

export const EXITS = ['Hand over', 'End well'] as const

/** The heading to go back to when none of the stages seems to fit. */
export const WHEN_STUCK = first

/** Himmelman's four, each sharing more than the one before. */
export const CLOSENESS: Closeness[] = [
  {
    id: 'networking',
    title: 'Networking',
    shares: 'information',
    asks: 'Little time and trust.',
    example: 'A monthly email.',
  },
  {
    id: 'coordinating',
    title: 'Coordinating',
    shares: 'activities',
    asks: 'Some time, and trust that people keep to the plan.',
    example: 'Not running events on the same day.',
  },
  {
    id: 'cooperating',
    title: 'Cooperating',
    shares: 'resources',
    asks: 'More time, and trust about money and things.',
    example: 'One van, two groups.',
  },
  {
    id: 'collaborating',
    title: 'Collaborating',
    shares: 'capacity',
    asks: 'The most time and trust.',
    example: 'Training each other’s volunteers, and sharing credit and risk.',
  },
]

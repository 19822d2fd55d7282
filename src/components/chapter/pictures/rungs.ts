/** A rung of the ladder: Arnstein’s name for it (1969), and in our words two signs of it and a way up from it. */
export interface Rung {
  name: string
  signs: [string, string]
  up: string
}

export interface Band {
  name: string
  rungs: Rung[]
}

/** From the top down, as a ladder is seen. The names are those of the question `influence.ladder-place`. */
export const BANDS: Band[] = [
  {
    name: 'Degrees of citizen power',
    rungs: [
      {
        name: 'Citizen control',
        signs: ['People run it and hold the money.', 'Others can’t take it back alone.'],
        up: 'There is no higher rung. Who was not there at the start, and how can they still join in?',
      },
      {
        name: 'Delegated power',
        signs: ['People have most of the votes.', 'Officials have to come to them.'],
        up: 'Share a budget, and agree that it can’t be taken back without asking.',
      },
      {
        name: 'Partnership',
        signs: ['The rules are agreed by both sides.', 'Neither side can change them alone.'],
        up: 'Add votes, until people from the community have most of them.',
      },
    ],
  },
  {
    name: 'Tokenism',
    rungs: [
      {
        name: 'Placation',
        signs: ['There are a few seats, easily outvoted.', 'Advice is taken when it suits.'],
        up: 'Let people set one agenda item at each meeting, and agree the rules together.',
      },
      {
        name: 'Consultation',
        signs: ['There are surveys and meetings.', 'Nobody has to act on them.'],
        up: 'Publish replies: what people said, what was done about it, and what wasn’t.',
      },
      {
        name: 'Informing',
        signs: ['There are leaflets and talks.', 'They come late, and go one way.'],
        up: 'Ask as well as tell, and pay expenses so that more people can answer.',
      },
    ],
  },
  {
    name: 'Non-participation',
    rungs: [
      {
        name: 'Therapy',
        signs: ['The aim is to change how people behave or feel.', 'The decision itself isn’t up for change.'],
        up: 'Show what can still change in the decision, and what can’t.',
      },
      {
        name: 'Manipulation',
        signs: ['Names are used to show support.', 'That support was never asked for.'],
        up: 'Start earlier, and ask before anybody’s name goes on anything.',
      },
    ],
  },
]

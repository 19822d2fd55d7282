import type { Clause, Standard } from './standard.ts'

const inWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const howMany = (list: Standard[]): string => inWords[list.length] ?? String(list.length)
const clausesIn = (list: Standard[]): number => list.reduce((sum, s) => sum + s.clauses.length, 0)

/** Every sentence that may stand around a quotation. Nothing else is said. */
export const SAY = {
  one: 'One clause speaks of it directly.',
  some: 'These clauses speak of it.',
  hedge: 'This may not answer you. The nearest clauses are these. Is one of them what you mean?',
  ambiguous: 'More than one standard has a clause with that number. Here is each of them.',
  byModel:
    'A program put these sentences together from the clauses under them. Each was checked against its clause; only the words of the clause count.',
  byModelPerhaps:
    'This may not answer you. A program put these sentences together from the nearest clauses, and each was checked against its clause.',
  modelLate: 'The model did not answer in time. What you have are the standards’ own words.',
  modelDown: 'The model could not be reached. What you have are the standards’ own words.',
  modelOverBudget:
    'The model has answered as many questions as it may today. What you have are the standards’ own words.',
  modelUnverified:
    'Nothing that the model said stood up to a check against the clauses. What you have are the standards’ own words.',
  twoLists: 'More than one list has a clause with that number. Here is each of them.',
  whatNotHow: 'The standard says what you need to know, not how to do it.',
  inPlainWords: ({ label, gloss }: Clause) => `${label} in plain words (ours, not the standard’s): ${gloss}`,
  onItsOwn: 'I can’t tell what that is about. Ask it with a few more words, or name a clause.',
  further: 'Here is more on the same question.',
  thatIsAll: 'That is all I found.',
  byItself: 'Would you like one of these by itself?',
  sameHeading: 'That is all it says there. Under the same heading it says this too.',
  whichOfThese: 'Which of these do you mean?',
  notSoMany: 'There weren’t that many. Which of these do you mean?',
  severalOthers: 'There are two others. This is the nearest in each. Which do you mean?',
  nearestThere: 'This is the nearest that it says.',
  nearestInList: 'These are the nearest in that list.',
  firstOne: 'That was the first of its list.',
  lastOne: 'That was the last of its list.',
  whatNotWhy: 'The standards say what is asked of a worker. They give no reasons for it.',
  cameNext: 'Sorry about that. These clauses came next.',
  nearerPerhaps: 'Sorry about that. Is one of these nearer?',
  nothingNearer: 'Sorry about that. I found nothing nearer.',
  ofItself: 'The nearest is what a standard says of itself.',
  whatNotHowAtAll: 'The standards say what is asked of a worker, not how to do it.',
  people: ['your trainer or assessor', 'somebody who does this work', 'the chapters of this resource'],
  standsIn: (of: Standard[]) =>
    `${of.map(({ id, title }) => `${id} (${title})`).join('; ')}. Each clause stands with its label below.`,
  alsoIn: 'Another standard has a clause with that number too.',
  noSuchClause: 'There is no clause with that number.',
  ifForThem: 'If this is a question for the standards, these clauses come nearest.',
  noneNear: 'None of them speaks of that, as far as I can find.',
  noWordKnown: (list: Standard[]) =>
    `I don’t have that. None of those words stands in the ${howMany(list)} standards I hold. I only know English, and other words may find it.`,
  notAQuestion:
    'I can only answer questions about the standards, in the standards’ own words. I found no such question there.',
  nothingAsked:
    'I’m a program, so I can’t talk this over with you. When you want to know what the standards say about something, I can give you their own words.',
  searched: (list: Standard[]) =>
    `I don’t have that. I looked through all ${clausesIn(list)} clauses of the ${howMany(list)} standards I hold.`,
  searchedOnly: (named: Standard[]) =>
    `I don’t have that. I looked through all ${clausesIn(named)} clauses of ${named.map(({ id }) => id).join(' and ')}.`,
  nearestElsewhere: 'What comes nearest stands in another standard.',
  notLoaded: (name: string) => `I don’t have ${name}.`,
  loaded: (list: Standard[]) => `I have these ${howMany(list)}: ${list.map((s) => `${s.id} (${s.title})`).join('; ')}.`,
  anyone: ['your trainer or assessor', 'your employer’s policies', 'the same question in other words'],
  otherwise: ['the same question in other words: a few plain ones are enough', 'your trainer or assessor'],
  askInstead: [
    '“What do the standards say about trust?”',
    'a clause by its number, such as “K31”',
    'the pages of the standards',
  ],
  allClauses: ['the pages of the standards, which list every clause'],
  otherStandards: [
    'ukstandards.org.uk, where national occupational standards are published',
    'your trainer or assessor',
  ],
}

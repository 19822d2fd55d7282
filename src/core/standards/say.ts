import type { Standard } from './standard.ts'

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
  modelLate: 'The model did not answer in time; these are the standards’ own words.',
  modelDown: 'The model could not be reached; these are the standards’ own words.',
  modelOverBudget: 'The model has answered as many questions as it may today; these are the standards’ own words.',
  modelUnverified:
    'Nothing that the model said stood up to a check against the clauses; these are the standards’ own words.',
  whatNotHow: 'The standard says what you need to know, not how to do it.',
  noSuchClause: 'There is no clause with that number.',
  noneNear: 'None of them speaks of that, as far as I can find.',
  noWordKnown: (list: Standard[]) =>
    `I don’t have that. None of those words stands in the ${howMany(list)} standards I hold. I only know English, and other words may find it.`,
  notAQuestion:
    'I can only answer questions about the standards, in the standards’ own words. I found no such question there.',
  searched: (list: Standard[]) =>
    `I don’t have that. I looked through all ${clausesIn(list)} clauses of the ${howMany(list)} standards I hold.`,
  notLoaded: (name: string) => `I don’t have ${name}.`,
  loaded: (list: Standard[]) => `I have these ${howMany(list)}: ${list.map((s) => `${s.id} (${s.title})`).join('; ')}.`,
  anyone: ['your trainer or assessor', 'your employer’s policies', 'the same question in other words'],
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

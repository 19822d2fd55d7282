import { z } from 'zod'

/** What a study may ask about a person, and the only answers there are. No other field may ever be added for one study. */
export const BACKGROUND = {
  nation: {
    ask: 'Where do you live?',
    options: {
      england: 'England',
      wales: 'Wales',
      scotland: 'Scotland',
      'northern-ireland': 'Northern Ireland',
      elsewhere: 'Somewhere else',
    },
  },
  sector: {
    ask: 'Where do you do most of your community work?',
    options: {
      voluntary: 'With a charity or community group',
      public: 'In a public service, such as a council, the NHS or the police',
      business: 'In a business or social enterprise',
      faith: 'With a faith group',
      other: 'Somewhere else',
    },
  },
  paid: {
    ask: 'Is that work paid?',
    options: { paid: 'Paid', unpaid: 'Unpaid', both: 'Some of each' },
  },
} as const

export type Field = keyof typeof BACKGROUND
export const FIELDS = Object.keys(BACKGROUND) as Field[]
/** What somebody told. A field that is missing was left out, or they would rather not say: the two are the same. */
export type Background = Partial<Record<Field, string>>

export const RATHER_NOT = 'rather-not'

const codes = (field: Field) => Object.keys(BACKGROUND[field].options)
const oneOf = (field: Field) =>
  z
    .enum([RATHER_NOT, '', ...codes(field)], 'Choose one of the answers listed.')
    .transform((code) => (code === RATHER_NOT || code === '' ? undefined : code))
    .optional()

/** What a form or JSON may send: one listed answer for each field, or none. */
export const backgroundInput = z.strictObject({
  nation: oneOf('nation'),
  sector: oneOf('sector'),
  paid: oneOf('paid'),
})

export const labelOf = (field: Field, code: string): string =>
  (BACKGROUND[field].options as Record<string, string>)[code] ?? code

import {
  AlignmentType,
  Document,
  Header,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { INVENTED } from './invented.ts'

const { urn, title, overview, performance, knowledge, scope, details } = INVENTED
const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] })
const cell = (...children: Paragraph[]) => new TableCell({ children })
const level = (
  n: number,
  text: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat] = LevelFormat.DECIMAL,
) => ({
  level: n,
  format,
  text,
  alignment: AlignmentType.START,
})
const config = [
  { reference: 'performance', levels: [level(0, 'P%1'), level(1, 'P%1.%2')] },
  { reference: 'knowledge', levels: [level(0, 'K%1'), level(1, 'K%1.%2')] },
  { reference: 'plain', levels: [level(0, '%1.'), level(1, '%1.%2')] },
]
const header = new Header({ children: [new Paragraph(`${urn}\t${title}`)] })
const pack = (children: (Paragraph | Table)[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ numbering: { config }, sections: [{ headers: { default: header }, children }] }))

type Groups = typeof performance
const counted = (reference: string, groups: Groups, instance = 0) =>
  groups.flatMap((g) => [
    bold(g.heading),
    ...g.clauses.map(
      ([label, text]) =>
        new Paragraph({ text, numbering: { reference, instance, level: label.includes('.') ? 1 : 0 } }),
    ),
  ])

/** Numbers that Word counts, and that stand nowhere among the words; number and title only at the head of pages. */
export const countedLists = (): Promise<Buffer> =>
  pack([
    bold('Overview'),
    ...overview.map((text) => new Paragraph(text)),
    bold('Performance criteria'),
    new Paragraph('You must be able to:'),
    ...counted('performance', performance),
    bold('Knowledge and understanding'),
    new Paragraph('You need to know and understand:'),
    ...counted('knowledge', knowledge),
    bold('Scope/range related to performance criteria'),
    ...scope.map((text) => new Paragraph(text)),
    ...details.map(([key, value]) => new Paragraph(`${key}\t${value}`)),
  ])

/** Two-column tables: headings to the left, numbers typed among the words to the right. */
export const tables = (): Promise<Buffer> => {
  const row = (left: Paragraph[], right: Paragraph[]) => new TableRow({ children: [cell(...left), cell(...right)] })
  const list = (heading: string, lead: string, groups: Groups) =>
    new Table({
      rows: [
        row([bold(heading)], [new Paragraph('')]),
        ...groups.flatMap((g) => [
          row([new Paragraph('')], [bold(g.heading)]),
          ...g.clauses.map(([label, text], i) =>
            row([new Paragraph(i === 0 ? lead : '')], [new Paragraph(`${label}\t${text}`)]),
          ),
        ]),
      ],
    })
  return pack([
    new Table({
      rows: [
        row(
          [bold('Overview')],
          overview.map((text) => new Paragraph(text)),
        ),
      ],
    }),
    list('Performance criteria', 'You must be able to:', performance),
    list('Knowledge and understanding', 'You need to know and understand:', knowledge),
    new Table({
      rows: [
        row(
          [bold('Scope/range related to performance criteria')],
          scope.map((text) => new Paragraph(text)),
        ),
      ],
    }),
    new Table({ rows: details.map(([key, value]) => row([new Paragraph(key)], [new Paragraph(value)])) }),
  ])
}

/** Plain numbers, both lists of one kind, the second told to begin at 1 again. */
export const restartedLists = (): Promise<Buffer> =>
  pack([
    bold('Performance criteria'),
    new Paragraph('You must be able to:'),
    ...counted('plain', performance, 1),
    bold('Knowledge and understanding'),
    new Paragraph('You need to know and understand:'),
    ...counted('plain', knowledge, 2),
  ])

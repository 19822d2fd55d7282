import { Document, HeadingLevel, Packer, Paragraph, Tab, TextRun } from 'docx'
import type { Block } from './block.ts'

const SERIF = 'Georgia'
const SANS = 'Calibri'
const INK = '1f1f1f'

/** A Word document: real headings, in British English, with a title and no macros. */
export function asDocx(title: string, blocks: Block[]): Promise<Uint8Array> {
  const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]
  const run = (text: string) => {
    const pieces = inXml(text).split('\t')
    return new TextRun({ children: pieces.flatMap((piece, i) => (i === 0 ? [piece] : [new Tab(), piece])) })
  }
  const paragraphs = (block: Block): Paragraph[] =>
    linesOf(block.text).map((line) =>
      block.kind === 'heading'
        ? new Paragraph({ heading: LEVELS[block.level - 1], children: [run(line)] })
        : new Paragraph({ style: block.kind === 'words' ? 'Words' : 'Note', children: [run(line)] }),
    )
  const headings = [32, 26, 22, 20].map((size, i) => [
    `heading${i + 1}`,
    {
      run: { size, bold: true, font: SERIF, color: INK },
      paragraph: { spacing: { before: 360 - i * 60, after: 100 }, keepNext: true },
    },
  ])
  const document = new Document({
    title,
    creator: title,
    lastModifiedBy: title,
    styles: {
      default: {
        document: { run: { font: SANS, size: 22, color: INK, language: { value: 'en-GB' } } },
        ...Object.fromEntries(headings),
      },
      paragraphStyles: [
        {
          id: 'Note',
          name: 'Note',
          basedOn: 'Normal',
          run: { color: '555555' },
          paragraph: { spacing: { after: 80 } },
        },
        {
          id: 'Words',
          name: 'My words',
          basedOn: 'Normal',
          paragraph: {
            indent: { left: 280 },
            border: { left: { style: 'single', size: 12, space: 10, color: '8a8a8a' } },
            spacing: { after: 60 },
          },
        },
      ],
    },
    sections: [{ children: blocks.flatMap(paragraphs) }],
  })
  return Packer.toBuffer(document)
}

/** Each line that was typed is a paragraph of its own, also a blank one. */
const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r]/)

/** What XML 1.0 can't hold, such as U+0001, is shown as U+FFFD. The JSON file has it as it is. */
const inXml = (text: string): string =>
  Array.from(text, (character) => (isInXml(character.codePointAt(0) as number) ? character : '\ufffd')).join('')

const isInXml = (code: number): boolean =>
  code === 0x09 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code !== 0xfffe && code !== 0xffff)

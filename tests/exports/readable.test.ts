import mammoth from 'mammoth'
import { markdownToMdast } from 'satteri'
import { beforeAll, expect, test } from 'vitest'
import { openCore } from '#core/app.ts'
import { readConfig } from '#core/config.ts'
import type { ExportFormat } from '#core/exports/export-mine.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { content, newLearner } from '#tests/support/open.ts'
import { asked, fillNotebook, inXml, nthAnswer, textsIn, VERSIONS } from './full-notebook.ts'

const files = {} as Record<ExportFormat, Buffer>
/** Every line that the learner typed in a long text, and every other text of theirs, in every version. */
const typed: string[] = asked.flatMap((question) =>
  Array.from({ length: VERSIONS }, (_, nth) => nthAnswer(question, nth)).flatMap((value) =>
    question.parts
      .filter((part) => ['long-text', 'short-text', 'reason', 'boxes', 'when-will'].includes(part.type))
      .flatMap((part) => textsIn(value[part.name])),
  ),
)
const lines = [...new Set(typed.flatMap((text) => text.split('\n')))].filter((line) => line.trim() !== '')

beforeAll(async () => {
  const folder = temporaryFolder()
  const config = readConfig({ STANDPOINT_DATA_DIR: `${folder}/data`, STANDPOINT_SECRET_FILE: `${folder}/data.key` })
  const core = await openCore(config, { log: () => {}, content })
  const { actor } = await newLearner(core)
  await fillNotebook(core, actor)
  for (const format of ['docx', 'markdown', 'json'] as const)
    files[format] = Buffer.from((await core.exportMine(actor, { format })).bytes)
  await core.close()
}, 120_000)

test('the Word file, read by another library, has every line that was typed, and every question as a heading', async () => {
  const { value: text } = await mammoth.extractRawText({ buffer: files.docx })
  const paragraphs = new Set(text.split('\n\n'))
  const missing = lines.map(inXml).filter((line) => !paragraphs.has(line) && !text.includes(line))
  expect(missing).toEqual([])
  const { value: html } = await mammoth.convertToHtml({ buffer: files.docx })
  const headings = [...html.matchAll(/<h([1-4])>(.*?)<\/h\1>/g)].map((m) => m[2])
  const escaped = (ask: string) => ask.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  expect(asked.filter((q) => !headings.includes(escaped(q.ask))).map((q) => q.id)).toEqual([])
  expect(html).not.toMatch(/<(script|b|a)\b/)
})

interface Node {
  type: string
  value?: string
  url?: string
  children?: Node[]
}
const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)]
/** What is read on a line: its pieces of text, put together. */
const linesIn = (node: Node): string[] =>
  all(node)
    .map(({ type, value }) => (type === 'break' ? '\n' : (value ?? '')))
    .join('')
    .split('\n')

test('the Markdown file, read by a parser, has every line that was typed as words, and nothing typed became markup', () => {
  const root = markdownToMdast(files.markdown.toString('utf8')) as Node
  const kinds = new Set(all(root).map((node) => node.type))
  kinds.delete('link')
  expect([...kinds].sort()).toEqual(['blockquote', 'break', 'heading', 'paragraph', 'root', 'text'])
  // A bare address is one to some programs: its text is where it leads, and nothing else.
  for (const link of all(root).filter((node) => node.type === 'link'))
    expect(link.url?.replace(/^(mailto:|http:\/\/(?=www))/, '')).toBe(linesIn(link).join(''))
  const words = all(root).filter((node) => node.type === 'blockquote')
  const read = new Set(words.flatMap((quote) => (quote.children ?? []).flatMap(linesIn)))
  const whole = [...read].join('\n')
  expect(lines.filter((line) => !read.has(line) && !whole.includes(line))).toEqual([])
  const headings = all(root).filter((node) => node.type === 'heading')
  const titles = headings.flatMap((node) => linesIn(node))
  expect(asked.filter((q) => !titles.includes(q.ask)).map((q) => q.id)).toEqual([])
})

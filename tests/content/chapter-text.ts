import { readdirSync, readFileSync } from 'node:fs'
import { isScalar, LineCounter, type Node, parse, parseDocument, type Scalar, visit } from 'yaml'
import { z } from 'zod'
import { type ChapterFrontmatter, chapterFrontmatter } from '#core/content/chapter.ts'
import { type QuestionDefinition, questionDefinition } from '#core/questions/question.ts'

/** A piece of a chapter in reading order: words, or a component on a line of its own. `at` is its file and line. */
export type Block = { at: string } & ({ kind: 'words'; text: string } | { kind: 'component'; name: string; id: string })

/** Words and where they stand, so that a finding names file and line. */
export interface Said {
  text: string
  at: string
}

export interface ChapterText {
  id: string
  facts: ChapterFrontmatter
  questions: QuestionDefinition[]
  /** The file below its frontmatter, as written. */
  source: string
  blocks: Block[]
  /** Headings, paragraphs and list items in plain words. */
  paragraphs: string[]
  /** Everything that a reader of the chapter may meet: its text, its facts and its questions. */
  everything: Said[]
  /** Where a question is written. */
  placeOf(question: string): string
}

export const questionsIn = (file: string): QuestionDefinition[] =>
  z.array(questionDefinition).parse(parse(readFileSync(`content/questions/${file}`, 'utf8')))

export const readChapters = (): ChapterText[] =>
  readdirSync('content/chapters')
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const id = file.replace('.mdx', '')
      const path = `content/chapters/${file}`
      const text = readFileSync(path, 'utf8')
      const [, facts = '', source = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
      const blocks = blocksOf(source, (line) => `${path}:${facts.split('\n').length + 2 + line}`)
      const written = `content/questions/${id}.yaml`
      const asked = readFileSync(written, 'utf8')
      return {
        id,
        facts: chapterFrontmatter.parse(parse(facts)),
        questions: questionsIn(`${id}.yaml`),
        source,
        blocks,
        paragraphs: blocks.flatMap((block) => (block.kind === 'words' ? [block.text] : [])),
        everything: [
          ...textsIn(path, facts, FACTS, 1),
          ...blocks.flatMap((block) => (block.kind === 'words' ? [{ text: block.text, at: block.at }] : [])),
          ...textsIn(written, asked, PROSE),
        ],
        placeOf: (question) => `${written}:${asked.slice(0, asked.indexOf(`id: ${question}\n`)).split('\n').length}`,
      }
    })

/** Keys of a chapter's facts and of a question whose texts a learner reads; a list's items count under its own key. */
const FACTS = ['promise', 'outcomes', 'careNote', 'q', 'a', 'title']
const PROSE = ['ask', 'hint', 'label', 'low', 'high', 'top', 'bottom', 'names', 'boxes', 'deeper', 'text', 'notSure']

/** The texts under these keys of a YAML file, each with its line; `offset` is how many lines stand above the YAML. */
export function textsIn(file: string, yaml: string, keys: string[], offset = 0): Said[] {
  const lines = new LineCounter()
  const found: Said[] = []
  const keep = (node: unknown) => {
    if (isScalar(node) && typeof node.value === 'string') found.push({ text: node.value, at: place(node) })
  }
  const place = (node: Scalar) => `${file}:${lines.linePos((node as Node).range?.[0] ?? 0).line + offset}`
  visit(parseDocument(yaml, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !keys.includes(String(key.value))) return
      keep(value)
      if (value && typeof value === 'object' && 'items' in value)
        for (const item of value.items as unknown[]) keep(item)
    },
  })
  return found
}

function blocksOf(source: string, at: (line: number) => string): Block[] {
  let line = 0
  return source.split(/(\n\s*\n|\n(?=- ))/).flatMap((chunk): Block[] => {
    const here = at(line + (/^\n*/.exec(chunk)?.[0].length ?? 0))
    line += chunk.split('\n').length - 1
    const tag = /^<\/?([A-Z][A-Za-z]*)([^>]*)>$/.exec(chunk.trim())
    if (!tag) return wordsBlock(chunk, here)
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag[2] ?? '')?.[1] ?? ''
    return [
      { kind: 'component', name: tag[1] as string, id: attribute('id'), at: here },
      ...wordsBlock(attribute('title'), here),
    ]
  })
}

function wordsBlock(markdown: string, at: string): Block[] {
  const text = markdown
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#+|-)\s+/, '')
    .replaceAll('*', '')
    .replace(/\s+/g, ' ')
    .trim()
  return text ? [{ kind: 'words', text, at }] : []
}

/** Every word a question puts on the page before it is answered: the ask, hints, labels and options. */
export function questionWords(question: QuestionDefinition): string[] {
  const shown = (value: unknown, key: string): string[] => {
    if (typeof value === 'string') return ['label', 'hint', 'low', 'high', 'top', 'bottom'].includes(key) ? [value] : []
    if (Array.isArray(value)) return value.flatMap((item) => shown(item, key))
    return value && typeof value === 'object' ? Object.entries(value).flatMap(([k, v]) => shown(v, k)) : []
  }
  return [question.ask, question.hint ?? '', ...shown(question.parts, ''), ...shown(question.themes, '')]
}

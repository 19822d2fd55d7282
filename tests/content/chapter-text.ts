import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ChapterFrontmatter, chapterFrontmatter } from '#core/content/chapter.ts'
import { type QuestionDefinition, questionDefinition } from '#core/questions/question.ts'

/** A piece of a chapter in reading order: words, or a component on a line of its own. */
export type Block = { kind: 'words'; text: string } | { kind: 'component'; name: string; id: string }

export interface ChapterText {
  id: string
  facts: ChapterFrontmatter
  questions: QuestionDefinition[]
  /** The file below its frontmatter, as written. */
  source: string
  blocks: Block[]
  /** Headings, paragraphs and list items in plain words. */
  paragraphs: string[]
}

export const questionsIn = (file: string): QuestionDefinition[] =>
  z.array(questionDefinition).parse(parse(readFileSync(`content/questions/${file}`, 'utf8')))

export const readChapters = (): ChapterText[] =>
  readdirSync('content/chapters')
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const id = file.replace('.mdx', '')
      const text = readFileSync(`content/chapters/${file}`, 'utf8')
      const [, facts = '', source = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
      const blocks = blocksOf(source)
      return {
        id,
        facts: chapterFrontmatter.parse(parse(facts)),
        questions: questionsIn(`${id}.yaml`),
        source,
        blocks,
        paragraphs: blocks.flatMap((block) => (block.kind === 'words' ? [block.text] : [])),
      }
    })

function blocksOf(source: string): Block[] {
  return source.split(/\n\s*\n|\n(?=- )/).flatMap((chunk): Block[] => {
    const tag = /^<\/?([A-Z][A-Za-z]*)([^>]*)>$/.exec(chunk.trim())
    if (!tag) return wordsBlock(chunk)
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag[2] ?? '')?.[1] ?? ''
    return [{ kind: 'component', name: tag[1] as string, id: attribute('id') }, ...wordsBlock(attribute('title'))]
  })
}

function wordsBlock(markdown: string): Block[] {
  const text = markdown
    .replace(/<[^>]+>/g, '')
    .replace(/^\s*(#+|-)\s+/, '')
    .replaceAll('*', '')
    .replace(/\s+/g, ' ')
    .trim()
  return text ? [{ kind: 'words', text }] : []
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

/** Everything about a question that a learner may ever read. */
export const questionProse = (q: QuestionDefinition): string[] => [
  ...questionWords(q),
  ...q.deeper,
  ...q.after.map((a) => a.text),
]

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ChapterFrontmatter, chapterFrontmatter } from './chapter.ts'
import type { Chapter, Placed } from './content.ts'
import { ContentError, parseYaml } from './read-yaml.ts'

const QUESTION = /<Question\s+id="([^"]*)"/g

/** Reads a chapter's frontmatter, and finds which questions stand in it and on which line. */
export function readChapter(file: string): Placed<Chapter> {
  const text = readFileSync(file, 'utf8')
  const frontmatter = /^---\n([\s\S]*?)\n---\n/.exec(text)
  if (!frontmatter)
    throw new ContentError(
      `${file}:1: a chapter begins with a line ---, its facts in YAML, and another line ---. Found: ${JSON.stringify(text.slice(0, 40))}.`,
    )
  // The YAML begins on the file's second line.
  const { data } = parseYaml<ChapterFrontmatter>(file, frontmatter[1] as string, chapterFrontmatter, 1)
  if (`${data.id}.mdx` !== basename(file))
    throw new ContentError(
      `${file}:1: id: the file is named after the chapter's id. Expected ${data.id}.mdx, found ${basename(file)}.`,
    )
  const questions = [...text.matchAll(QUESTION)].map((m) => ({
    id: m[1] as string,
    line: text.slice(0, m.index).split('\n').length,
  }))
  return { item: { ...data, path: `/chapters/${data.id}`, questions }, file, line: 1 }
}

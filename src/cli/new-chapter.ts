/** Writes the files of a new chapter: npm run new:chapter -- housing "A place to live". */
import { writeFileSync } from 'node:fs'
import { newChapter } from '#core/content/new-chapter.ts'
import { ContentError } from '#core/content/read-yaml.ts'

const [id, title, ...more] = process.argv.slice(2)
if (!id || !title || more.length) {
  console.error('Makes a chapter to fill in.\n  npm run new:chapter -- housing "A place to live"')
  process.exit(2)
}
try {
  const files = newChapter('content', id, title)
  for (const { path, text } of files) writeFileSync(path, text, { flag: 'wx' })
  console.log(`Written:\n${files.map(({ path }) => `  ${path}`).join('\n')}`)
  console.log(`Now npm run dev, and open /chapters/${id}. docs/authors.md says what goes where.`)
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

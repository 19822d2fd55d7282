/** Adds a question to a chapter: npm run new:question -- power.who-decides long-text. */
import { writeFileSync } from 'node:fs'
import { NEW_QUESTION_TYPES, newQuestion } from '#core/content/new-question.ts'
import { ContentError } from '#core/content/read-yaml.ts'

const [id, type, ...more] = process.argv.slice(2)
if (!id || !type || more.length) {
  console.error(
    `Adds a question to a chapter.\n  npm run new:question -- power.who-decides long-text\nTypes: ${NEW_QUESTION_TYPES.join(', ')}.`,
  )
  process.exit(2)
}
try {
  const files = newQuestion('content', id, type)
  for (const { path, text } of files) writeFileSync(path, text)
  console.log(`Changed:\n${files.map(({ path }) => `  ${path}`).join('\n')}`)
  console.log(
    'It stands above the closing plan: move its line to where the idea arises. Then fill in what is in brackets.',
  )
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

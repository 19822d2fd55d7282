/** Makes data of a standard that was downloaded: npm run standards:import -- FILE. docs/guides/adding-a-standard.md explains it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { ContentError } from '#core/content/read-yaml.ts'
import { prepareImport } from '#core/imports/prepare-import.ts'

const USAGE = `Makes data of a UK National Occupational Standard: a PDF, DOCX or TXT, as you downloaded it.
  npm run -s standards:import -- FILE                      a report of every clause, repair and doubt; writes nothing
  npm run -s standards:import -- FILE --lines              every line as it is read, with its number
  npm run -s standards:import -- FILE --out content/standards/ID.yaml
More, in any order:
  --repairs FILE.yaml   edits and names that you wrote
  --report FILE.md      the report goes there
  --accept-doubts       numbers are missing, but the document is like this
  --replace             writes over a standard that is there
docs/guides/adding-a-standard.md goes through it step by step.`

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        repairs: { type: 'string' },
        out: { type: 'string' },
        report: { type: 'string' },
        lines: { type: 'boolean' },
        'accept-doubts': { type: 'boolean' },
        replace: { type: 'boolean' },
      },
    })
    const [file, ...more] = positionals
    const isYaml = values.out === undefined || values.out.endsWith('.yaml')
    return file && !more.length && isYaml ? { file, ...values } : null
  } catch {
    return null
  }
}

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.error(`Written: ${path}`)
}

const asked = readArguments()
if (!asked) {
  console.error(USAGE)
  process.exit(2)
}
try {
  const { report, lines, files, refused } = await prepareImport({
    ...asked,
    acceptDoubts: asked['accept-doubts'],
    content: 'content',
  })
  if (asked.lines) for (const { n, text } of lines) console.log(`${String(n).padStart(4)}  ${text.trim()}`)
  else if (asked.report) write(asked.report, report)
  else console.log(report)
  if (!asked.lines) for (const { path, text } of files) write(path, text)
  if (refused) {
    console.error(refused)
    process.exitCode = 1
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

import { z } from 'zod'
import { AppError } from '../errors.ts'
import { normalise } from '../normalise.ts'
import { answerRecord } from './answer-record.ts'
import { FORMAT, VERSION } from './notebook-file.ts'
import { evidence } from './sections/evidence.ts'

/** What may be brought in at once: characters of the file, and versions of answers in it. */
export const MOST_CHARACTERS = 10 * 1024 * 1024
const MOST_VERSIONS = 20_000
/** Far deeper than any answer; deeper JSON would fill the memory before it could be refused. */
const DEEPEST = 40

const whatItIs = z.object({ format: z.literal(FORMAT), version: z.number() })
/** The sections that belong to the installation the file comes from are left where they are. */
const broughtFile = z.object({
  answers: z.array(answerRecord).max(MOST_VERSIONS),
  evidence: evidence.shape.default({ links: [], notes: [] }),
})
/** Every chapter's questions with every clause that is assessed, and more than anybody writes to an assessor. */
const MOST_LINKS = 20_000
const MOST_NOTES = 1000

/** Reads answers and evidence out of a JSON file that somebody brings along. Whatever else it is, it is refused with words. */
export function readFile(text: string): z.infer<typeof broughtFile> {
  const parsed = normalise(parse(text))
  const kind = whatItIs.safeParse(parsed)
  if (!kind.success) throw notOurs()
  if (kind.data.version !== VERSION)
    throw refused(`The file is of version ${kind.data.version}, and this installation reads version ${VERSION}.`)
  const brought = broughtFile.safeParse(parsed)
  if (!brought.success) throw notAsSaved(brought.error.issues[0])
  const { answers, evidence } = brought.data
  const versions = answers.reduce((sum, record) => sum + record.revisions.length, 0)
  if (versions > MOST_VERSIONS)
    throw refused(
      `The file holds ${versions.toLocaleString('en-GB')} versions of answers, and ${MOST_VERSIONS.toLocaleString('en-GB')} can be brought in.`,
    )
  if (evidence.links.length > MOST_LINKS || evidence.notes.length > MOST_NOTES)
    throw refused(
      `The file holds more than ${MOST_LINKS.toLocaleString('en-GB')} links to clauses, or more than ${MOST_NOTES.toLocaleString('en-GB')} notes.`,
    )
  return brought.data
}

function parse(text: string): unknown {
  // Some editors put a mark before the first character.
  const json = text.replace(/^\ufeff/, '')
  if (isTooDeep(json)) throw notOurs()
  try {
    return JSON.parse(json)
  } catch {
    throw notOurs()
  }
}

/** Whether brackets outside of texts stand deeper than any file of ours. */
function isTooDeep(json: string): boolean {
  let depth = 0
  let inText = false
  for (let i = 0; i < json.length; i++) {
    const character = json[i]
    if (character === '"') inText = !inText
    else if (inText) i += character === '\\' ? 1 : 0
    else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    if (depth > DEEPEST) return true
  }
  return false
}

const refused = (why: string): AppError => new AppError('invalid', 'Nothing was brought in.', { fields: { file: why } })
/** Says where, and never repeats what stands there. */
const notAsSaved = (issue: z.core.$ZodIssue | undefined): AppError =>
  refused(
    `Something in the file is not as it was saved: ${issue?.path.map((key) => (typeof key === 'number' ? key + 1 : String(key).slice(0, 40))).join(', ')}.`,
  )
const notOurs = (): AppError =>
  refused('This is not a notebook file. Choose the JSON file that “Take it with you” made, as it was saved.')

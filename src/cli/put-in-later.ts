import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compileTemplate } from '../web/splice.ts'
import { type Names, namesInProgram, together } from './names-in.ts'

const VIEWS = 'src/components'
const SCRIPTS = 'src/client'
/** What the companion says is put into its panel. */
const COMPANION = ['bot/channels/web/render-card.ts', 'src/components/companion/kept-notice.ts']
/** What a search finds is put under its box. */
const FOUND = 'src/components/standards/found.ts'
const IMPORT = /\bfrom\s+'(\.[^']+\.ts)'/g

const texts = new Map<string, string>()
const names = new Map<string, Names>()

function textOf(file: string): string {
  if (!texts.has(file)) texts.set(file, readFileSync(file, 'utf8'))
  return texts.get(file) as string
}

/** A program and everything it imports, except what is left out: those registries have an entry for every kind. */
function withImports(file: string, except: RegExp, found = new Set<string>()): Set<string> {
  if (found.has(file) || except.test(file)) return found
  found.add(file)
  for (const [, to] of textOf(file).matchAll(IMPORT)) withImports(join(dirname(file), to as string), except, found)
  return found
}

function namesOf(files: Iterable<string>): Names {
  const list = [...files]
  for (const file of list) if (!names.has(file)) names.set(file, namesInProgram(textOf(file)))
  return together(list.map((file) => names.get(file) as Names))
}

/** The programs that may put something into a place of a page: for a question only the views of parts that it has. */
function programsFor(slot: string, args: string[], partsOf: (question: string) => string[]): string[] {
  const view = (path: string, except = /^$/) => [...withImports(`${VIEWS}/${path}.ts`, except)]
  const parts = /question\/parts\//
  if (slot === 'question')
    return [
      ...view('question/render-question', parts),
      ...view('question/answer-reply', /question\/parts\/|chapter\/pictures/),
      ...partsOf(args[0] as string).flatMap((type) => view(`question/parts/${type}`)),
    ]
  if (slot === 'picture') return [...view('chapter/pictures', /pictures\//), ...view(`chapter/pictures/${args[0]}`)]
  if (slot === 'notebook') return view('page/notebook-meta')
  if (slot === 'progress') return view('chapter/render-progress')
  if (slot === 'evidence') return view('evidence/clause-evidence')
  throw new Error(`No view is known for the place “${slot}” of a page.`)
}

/** The names of what may come into a page after it is built: by the front server, or by a script in the browser. */
export function namesPutInLater(page: string, partsOf: (question: string) => string[]): Names {
  const files = new Set(readdirSync(SCRIPTS).map((file) => `${SCRIPTS}/${file}`))
  for (const { name, args } of compileTemplate(page).slots)
    for (const file of programsFor(name, args, partsOf)) files.add(file)
  if (page.includes('data-search')) for (const file of withImports(FOUND, /^$/)) files.add(file)
  if (page.includes('data-say'))
    for (const file of COMPANION.flatMap((view) => [...withImports(view, /^$/)])) files.add(file)
  return namesOf(files)
}

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BAD, GOOD } from './support/layers/bad-files.ts'
import { readFile } from './support/layers/read-file.ts'
import { type Repository, RULES, wrongWith } from './support/layers/rules.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const filesUnder = (folder: string): string[] =>
  readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `${entry.parentPath.slice(ROOT.length)}/${entry.name}`)

const files = ['content', 'src', 'bot', 'tests'].flatMap(filesUnder).sort()
const facts = new Map(files.map((path) => [path, readFile(path, readFileSync(ROOT + path, 'utf8'))]))

/** The noun of each table and view, as `database.ts` and `released.ts` list them: the name, and the import that describes it. */
function tableOwners(): Record<string, string> {
  const source = ['database', 'released']
    .map((name) => readFileSync(`${ROOT}src/core/db/${name}.ts`, 'utf8'))
    .join('\n')
  const owners = [...source.matchAll(/import type \{([^}]+)\} from '\.\.\/([\w-]+)\/table\.ts'/g)]
  const ownerOf = (type: string) => owners.find(([, types]) => types?.split(/[\s,]+/).includes(type))?.[2]
  const tables = [...source.matchAll(/^ {2}(\w+): (\w+)$/gm)]
  return Object.fromEntries(tables.map(([, name, type]) => [name, ownerOf(type as string) ?? `nobody (${type})`]))
}

const camel = (path: string) => path.replace(/^.*\/|\.ts$/g, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

const repository: Repository = {
  tables: tableOwners(),
  verbs: new Map(
    [...facts]
      .filter(([path]) => /^src\/core\/(?:\w+\/)?verbs\.ts$/.test(path))
      .flatMap(([, { imports }]) => imports.map(({ target }) => [camel(target), target] as const)),
  ),
}

describe('every file keeps to its layer', () => {
  test.for(RULES)('$name', (rule) => {
    const broken = [...facts.values()]
      .filter(({ path }) => rule.covers(path))
      .flatMap((file) => rule.finds(file, repository).map((found) => `${file.path} ${found}`))
    expect(broken).toEqual([])
  })

  test('nothing that runs when a trainer reads can reach answers, questions or learners, however far away', () => {
    const reached = new Map(files.filter((path) => path.startsWith('src/core/insights/')).map((path) => [path, path]))
    for (const [path, way] of reached)
      for (const { target, types } of facts.get(path)?.imports ?? [])
        if (!types && facts.has(target) && !reached.has(target)) reached.set(target, `${way} > ${target}`)
    expect([...reached.values()].filter((way) => /src\/core\/(answers|gaps|learners)\/[^>]*$/.test(way))).toEqual([])
  })

  test('every table in database.ts has a noun', () => {
    expect(repository.tables).toMatchObject({ answer: 'answers', learner: 'learners', released_batch: 'release' })
    expect(Object.values(repository.tables).filter((noun) => noun.startsWith('nobody'))).toEqual([])
  })
})

describe('each rule bites', () => {
  const example: Repository = {
    tables: {
      answer: 'answers',
      learner: 'learners',
      cohort: 'cohorts',
      batch: 'release',
      closing: 'release',
      released_batch: 'release',
      gap: 'gaps',
      released_gap: 'release',
    },
    verbs: new Map([
      ['closeBatches', 'src/core/release/close-batches.ts'],
      ['saveAnswer', 'src/core/answers/save-answer.ts'],
    ]),
  }

  test('every rule has a bad file', () => {
    expect(Object.keys(BAD).sort()).toEqual(RULES.map(({ name }) => name).sort())
  })

  const bad = Object.entries(BAD).flatMap(([rule, sources]) =>
    Object.entries(sources).map(([path, source]) => ({ rule, path, source })),
  )
  test.for(bad)('$path breaks: $rule', ({ rule, path, source }) => {
    const found = wrongWith(readFile(path, source), example)
    expect(found.length).toBeGreaterThan(0)
    expect([...new Set(found.map((one) => one.rule))]).toEqual([rule])
  })

  test.for(Object.entries(GOOD))('%s breaks none', ([path, source]) => {
    expect(wrongWith(readFile(path, source), example)).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { differences, listed, survivorOf } from './survivors.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = listed(read('docs/mutation-survivors.md'))
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

test('every survivor that the list names is a line of its file as it stands, and has a reason', () => {
  expect(page.filter(({ file, before }) => !oneLine(read(file)).includes(before))).toEqual([])
  expect(page.filter(({ reason }) => !/^[A-Z`].{20,}\.$/.test(reason))).toEqual([])
})

test('nothing in release or insights keeps changes out', () => {
  const files = ['release', 'insights'].flatMap((noun) =>
    readdirSync(new URL(`../../src/core/${noun}`, import.meta.url)).map((name) => `src/core/${noun}/${name}`),
  )
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => /stryker/i.test(read(file)))).toEqual([])
})

test('a change is named by its line before and after, whatever was broken over several', () => {
  const source = 'const a = 1\nif (\n  a > 2\n) b()\n'
  expect(survivorOf('a.ts', source, { line: 3, column: 3 }, { line: 3, column: 8 }, 'true')).toEqual({
    file: 'a.ts',
    before: 'a > 2',
    after: 'true',
  })
  expect(survivorOf('a.ts', source, { line: 2, column: 1 }, { line: 4, column: 6 }, '{}')).toEqual({
    file: 'a.ts',
    before: 'if ( a > 2 ) b()',
    after: '{}',
  })
})

const text = (file: string, before: string, after: string) =>
  `## ${file}\n\n\`\`\`diff\n- ${before}\n+ ${after}\n\`\`\`\n\nNobody could tell, for a reason.\n\n`

test('a survivor that isn’t listed, and one that is listed and was noticed, are both named; twice has to be listed twice', () => {
  const list = listed(`# Survivors\n\nWords.\n\n${text('a.ts', 'a > 2', 'a >= 2')}${text('b.ts', 'b', 'c')}`)
  const [a, b] = list.map(({ reason: _, ...survivor }) => survivor) as [(typeof list)[0], (typeof list)[0]]
  expect(list[0]).toEqual({
    file: 'a.ts',
    before: 'a > 2',
    after: 'a >= 2',
    reason: 'Nobody could tell, for a reason.',
  })
  expect(differences([a, b], list)).toEqual({ unlisted: [], killed: [] })
  const { unlisted, killed } = differences([a, a, { ...a, file: 'c.ts' }], list)
  expect(unlisted).toEqual([expect.stringContaining('## a.ts'), expect.stringContaining('## c.ts')])
  expect(killed).toEqual([expect.stringContaining('## b.ts')])
})

import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { loadStandards } from '#core/standards/load-standards.ts'
import { temporaryFolder } from '#tests/support/databases.ts'
import { EXPECTED, INVENTED } from './invented.ts'
import { plainLines } from './make-text.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const folder = temporaryFolder()
const file = join(folder, 'download.txt')
const out = 'content/standards/sfgal0233.yaml'
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

/** Runs the command as `npm run -s standards:import -- …` does, in a copy of the content. */
const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/import-standard.ts'), ...args],
      { cwd: folder },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err })
      },
    )
  })

beforeAll(() => {
  cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'reports'))
  writeFileSync(file, plainLines().join('\n'))
})

test('without --out it reports every clause, repair and doubt, and writes nothing', async () => {
  const { code, out: report } = await run(file)
  expect(code).toBe(0)
  for (const [label, text] of [...INVENTED.performance, ...INVENTED.knowledge].flatMap((g) => g.clauses)) {
    expect(report).toContain(`| ${label} | ${label} |`)
    expect(report).toContain(text)
  }
  expect(report).toContain('| Performance criteria | 8 | P1 to P6 |')
  expect(report).toContain('| lead-in | ')
  expect(existsSync(join(folder, out))).toBe(false)
})

test('--lines numbers every line as it is read', async () => {
  const { out } = await run(file, '--lines')
  expect(out).toMatch(/^ {3}1 {2}SFGAL0233\n {3}2 {2}Develop a shared allotment/)
})

test('a doubt that stands against it stops it, and nothing is written until a person accepts it', async () => {
  const gap = join(folder, 'gap.txt')
  writeFileSync(gap, read('download.txt').replace(/^K3 .*\n/m, ''))
  const stopped = await run(gap, '--out', 'reports/gap.yaml')
  expect(stopped).toMatchObject({ code: 1, err: expect.stringContaining('--accept-doubts') })
  expect(stopped.err).toMatch(/numbers missing.*in knowledge, 3 is missing/)
  expect(existsSync(join(folder, 'reports/gap.yaml'))).toBe(false)
  expect((await run(gap, '--out', 'reports/gap.yaml', '--accept-doubts')).code).toBe(0)
  expect(read('reports/gap.yaml')).not.toContain('id: K3\n')
})

test('import, gloss, and the product reads it; places to fill in stop it until they are filled', async () => {
  const { code, err } = await run(file, '--out', out, '--report', 'reports/report.md')
  expect([code, err]).toEqual([0, expect.stringContaining(`Written: ${out}`)])
  expect(read('reports/report.md')).toContain('## To review by hand')
  expect(() => loadStandards(join(folder, 'content/standards'))).toThrow(
    /glosses\.yaml:\d+: SFGAL0233:Overview1\.gloss/,
  )
  const fill = (path: string, change: (text: string) => string) => writeFileSync(join(folder, path), change(read(path)))
  let n = 0
  fill('content/standards/glosses.yaml', (text) => text.replaceAll('gloss: ""', 'gloss: in plain words'))
  fill('content/standards/questions/sfgal0233.yaml', (text) =>
    text.replaceAll('- ""', () => `- who waters bed ${++n}?`),
  )
  const standard = loadStandards(join(folder, 'content/standards')).standard('SFGAL0233')
  expect(standard?.clauses).toHaveLength(EXPECTED.length)
  expect(standard?.facts.version).toEqual(['SFGAL0233:DetailsVersionnumber'])
})

test('a new version is never written over the old unasked, and says what changes, clause by clause', async () => {
  writeFileSync(
    join(folder, out),
    read(out)
      .replace(/^short: .*$/m, 'short: Allotments')
      .replace('heading: Rights', 'heading: Rights\n        offerHelp: true'),
  )
  writeFileSync(join(folder, 'content/plan.yaml'), '# see SFGAL0233:P5\n')
  const newer = join(folder, 'newer.txt')
  const inserted = read('download.txt')
    .replace(/^P5 (.*)$/m, 'P5 keep the paths clear\nP6 $1')
    .replace('P6 review', 'P7 review')
    .replace('lent, mended', 'lent, cleaned, mended')
  writeFileSync(newer, inserted)
  const refused = await run(newer, '--out', out)
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('is there already') })
  expect(refused.out).toContain('| added | P7 |')
  expect(refused.out).toMatch(/\| reworded \| P4 \| .*\{\+cleaned, \+\}/)
  expect(refused.out).toMatch(/\| P5 \| P6 \| work with others to share water/)
  expect(refused.out).toContain('content/plan.yaml:1')
  expect(read(out)).not.toContain('cleaned')
  expect((await run(newer, '--out', out, '--replace')).code).toBe(0)
  expect(read(out)).toContain('cleaned')
  expect(read(out)).toContain('short: Allotments')
  expect(read(out)).toContain('offerHelp: true')
  expect(read('content/standards/glosses.yaml')).toContain('SFGAL0233:P7:\n  gloss: ""')
})

test.for([{ args: [] }, { args: ['--nonsense'] }, { args: ['a', '--out', 'folder'] }])(
  'it says how it is used and ends with 2: $args',
  async ({ args }) => {
    const { code, err } = await run(...args)
    expect([code, err]).toEqual([2, expect.stringContaining('npm run -s standards:import')])
  },
)

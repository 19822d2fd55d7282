import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importStandard } from '#core/imports/import-standard.ts'
import { temporaryFolder } from '#tests/support/databases.ts'

const folder = temporaryFolder()
const WORDS =
  'agree ask build care decide explain find group hear idea join keep land meet name open plan rest share tell water'.split(
    ' ',
  )

const clause = fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 14 }).map((words) => words.join(' '))
type Style = 'P' | 'dot' | 'bare'
const label = (style: Style, list: 'P' | 'K', n: number) =>
  style === 'P' ? `${list}${n} ` : style === 'dot' ? `${n}. ` : `${n} `
/** One thing that conversions do, to the clause at a place. */
const damage = fc.record({
  what: fc.constantFrom(
    'number lost',
    'run together',
    'broken',
    'blank lines',
    'page foot',
    'clause lost',
    'spaces',
    'nothing',
  ),
  at: fc.nat({ max: 40 }),
})

function damaged(lines: string[], what: string, at: number, style: Style): string[] {
  const i = at % lines.length
  const line = lines[i] ?? ''
  const words = line.split(' ')
  const put = (...now: string[]) => [...lines.slice(0, i), ...now, ...lines.slice(i + 1)]
  if (what === 'number lost') return put(line.replace(/^\S+ /, ''))
  if (what === 'run together' && i > 0 && style !== 'bare')
    return [...lines.slice(0, i - 1), `${lines[i - 1]}${line}`, ...lines.slice(i + 1)]
  if (what === 'broken') return put(words.slice(0, 3).join(' '), words.slice(3).join(' '))
  if (what === 'blank lines') return put('', line, '')
  if (what === 'page foot') return put(line, '', 'ABCD12 Share land with others', '')
  if (what === 'clause lost') return put()
  if (what === 'spaces') return put(`\t ${line.replaceAll(' ', '  ')}\t`)
  return lines
}

test('whatever one conversion does, the clauses come out whole, or the import stops and says where', async () => {
  let stopped = 0
  let whole = 0
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(clause, { minLength: 3, maxLength: 12 }),
      fc.uniqueArray(clause, { minLength: 3, maxLength: 12 }),
      fc.constantFrom<Style>('P', 'dot', 'bare'),
      damage,
      damage,
      async (performance, knowledge, style, first, second) => {
        const list = (of: string[], name: 'P' | 'K', d: { what: string; at: number }) =>
          damaged(
            of.map((text, i) => label(style, name, i + 1) + text),
            d.what,
            d.at,
            style,
          )
        const text = [
          ...[
            'ABCD12',
            'Share land with others',
            '',
            'Overview',
            'This standard is about land that is shared with others.',
            '',
          ],
          ...['Performance criteria', 'You must be able to:', ...list(performance, 'P', first), ''],
          ...['Knowledge and understanding', 'You need to know and understand:', ...list(knowledge, 'K', second)],
        ]
        const file = join(folder, 'damaged.txt')
        writeFileSync(file, text.join('\n'))
        const { definition, log } = await importStandard(file)
        const made = (kind: string) =>
          definition.sections
            .filter((s) => s.kind === kind)
            .flatMap((s) => s.groups.flatMap((g) => g.clauses.map((c) => `${c.number} ${c.text}`)))
        if (log.doubts.some((d) => d.weight !== 'look')) {
          stopped++
          return
        }
        whole++
        const truth = (of: string[], d: { what: string; at: number }) => {
          const all = of.map((t, i) => `${i + 1} ${t}`)
          // Nobody can see that the last clause of a list is gone.
          return d.what === 'clause lost' && d.at % of.length === of.length - 1 ? all.slice(0, -1) : all
        }
        // The last clause without its number can't be told from more of the clause above it: it is joined, and pointed out.
        const joined = [first, second].some(
          (d, i) =>
            d.what === 'number lost' &&
            d.at % [performance, knowledge][i]!.length === [performance, knowledge][i]!.length - 1,
        )
        if (joined) expect(log.doubts.map((d) => d.kind)).toContain('joined by guess')
        else {
          expect(made('performance')).toEqual(truth(performance, first))
          expect(made('knowledge')).toEqual(truth(knowledge, second))
        }
      },
    ),
    { numRuns: 200 },
  )
  // Both ends are reached: most damage is mended, and some of it is not.
  expect(whole).toBeGreaterThan(60)
  expect(stopped).toBeGreaterThan(8)
})

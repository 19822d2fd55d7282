import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FONTS } from '../../src/fonts/narrow-fonts.ts'

/** 0.25 times what the same seven chapters weigh in Starlight (47.2 kB), and 0.15 times that for scripts (26 kB). */
const GOAL = { firstVisit: 11_800, script: 3_900, requests: 3, fonts: 60_000 }
const CLIENT = 'dist/client'
const CEILINGS = 'tests/bench/page-ceilings.json'

interface Weight {
  /** Page, styles and scripts as they are sent, compressed with brotli; fonts apart. */
  firstVisit: number
  script: number
  /** The page and what it asks for before it is used, without fonts. */
  requests: number
  fonts: number
}

const size = (file: string) => statSync(join(CLIENT, file)).size
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

function weigh(file: string, scripts: string[]): Weight {
  const page = readFileSync(join(CLIENT, file), 'utf8')
  const names = Object.keys(FONTS).map((font) => font.replace('.woff2', ''))
  const fonts = [...page.matchAll(new RegExp(`url\\((/_astro/(?:${names.join('|')})\\.[^)]+)\\)`, 'g'))].map(
    (m) => m[1] as string,
  )
  const script = sum(scripts.map((address) => size(`${address}.br`)))
  return {
    firstVisit: size(`${file}.br`) + script,
    script,
    requests: 1 + scripts.length,
    fonts: sum(fonts.map(size)),
  }
}

/** What every chapter weighs beside the goals and the ceilings: true while none has grown over its ceiling. */
export function pageWeights(): boolean {
  const pages: Record<string, { file: string; scripts: string[] }> = JSON.parse(readFileSync('dist/pages.json', 'utf8'))
  const ceilings: Record<string, Weight> = JSON.parse(readFileSync(CEILINGS, 'utf8'))
  const chapters = Object.entries(pages).filter(([path]) => path.startsWith('/chapters/'))
  const kinds = Object.keys(GOAL) as (keyof Weight)[]
  const rows = chapters.map(([path, { file, scripts }]) => ({ path, weight: weigh(file, scripts) }))
  console.log('First visit of each chapter in bytes, as sent:')
  console.table(
    Object.fromEntries([...rows.map(({ path, weight }) => [path, weight] as const), ['goal, at most', GOAL] as const]),
  )
  const over = rows.flatMap(({ path, weight }) =>
    kinds.flatMap((kind) => {
      const most = ceilings[path]?.[kind]
      if (most === undefined) return [`${path} has no ceiling for ${kind} in ${CEILINGS}.`]
      return weight[kind] > most ? [`${path}: ${kind} is ${weight[kind]}, over the ${most} of ${CEILINGS}.`] : []
    }),
  )
  for (const line of over) console.error(line)
  return over.length === 0
}

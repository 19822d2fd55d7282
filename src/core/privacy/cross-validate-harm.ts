import type { BankExample } from './harm-bank.ts'
import { type HarmScore, judgeBy } from './harm-model.ts'
import { learnHarm } from './learn-harm.ts'

export type JudgedExample = BankExample & HarmScore

/** How many parts the bank is cut into. */
const PARTS = 8

/**
 * Judges each message by what was learnt without any of its kind: that is harder than what people will write, which is of kinds
 * that were learnt from. Kinds that are named alike, such as `elder-abuse` and `elder-neglect-plain`, are left out together.
 */
export function judgeLeftOutKinds(bank: BankExample[]): JudgedExample[] {
  const partOf = new Map<string, number>()
  for (const tells of [true, false]) {
    const kinds = [...new Set(bank.filter((b) => b.tells === tells).map((b) => b.kind))].sort()
    for (const [i, kind] of kinds.entries()) partOf.set(kind, Math.floor((i * PARTS) / kinds.length))
  }
  return judgeParts(bank, ({ kind }) => partOf.get(kind) ?? 0)
}

/** Judges each message by what was learnt from all but a fifth of the bank, itself among that fifth. */
export const judgeLeftOut = (bank: BankExample[]): JudgedExample[] => {
  const place = new Map(bank.map((example, i) => [example, i]))
  return judgeParts(bank, (example) => (place.get(example) ?? 0) % 5)
}

function judgeParts(bank: BankExample[], partOf: (example: BankExample) => number): JudgedExample[] {
  return [...Map.groupBy(bank, partOf)].flatMap(([part, examples]) => {
    const judge = judgeBy(learnHarm(bank.filter((other) => partOf(other) !== part)))
    return examples.map((example) => ({ ...example, ...judge(example.text, example.vector) }))
  })
}

import { hearHarm } from '#core/privacy/possible-harm.ts'
import { harmScore } from '#core/privacy/harm-model.ts'
import { standards, devQuestions } from '#tests/standards/loaded.ts'
const all = [...standards.bank.inside.map((b: any) => b.question), ...devQuestions.map((d: any) => d.q)]
let n = 0
for (const q of all) { const h = hearHarm(q); if (h.level === 'perhaps' && h.tells) { n++; console.log(harmScore(q).score.toFixed(2), q) } }
console.log(n, 'of', all.length)

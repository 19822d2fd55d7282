import type { Answer } from '#core/answers/answer.ts'
import { isAbstention, labelOf } from '#core/questions/part.ts'
import type { Matrix, MatrixRow } from '#core/questions/parts/matrix.ts'
import { type Html, html } from '../../html.ts'
import { barrierIcon } from './barrier-icons.ts'

/** In this order: what can go first stands first. */
const GROUPS = [
  { needs: 'quick', label: 'Quick to do' },
  { needs: 'money', label: 'Needs money' },
  { needs: 'decision', label: 'Needs a decision' },
  { needs: '', label: 'What it takes isn’t said yet' },
]

interface Barrier {
  kind: string
  name: string
  needs: string
  see: string
  change: string
  who: string
  when: string
}

/** A list to print and take along: every barrier that was found, by what it takes to remove it. */
export function barrierList(answer: Answer | null): Html {
  const found = answer ? barriersIn(answer) : []
  const activity = answer ? String(answer.value.activity ?? '').trim() : ''
  const own = found.length > 0
  const caption = own ? `Barriers to take down${activity && `: ${activity}`}` : 'Barriers to take down: an example'
  return html`<table class="barriers"><caption>${caption}</caption>
<thead><tr><th scope="col">Barrier</th><th scope="col">What could change</th><th scope="col">Who, and by when</th></tr></thead>
${GROUPS.map((group) =>
  groupRows(
    group.label,
    (own ? found : EXAMPLE).filter((b) => b.needs === group.needs),
  ),
)}</table>
<figcaption><p>${own ? 'Made from what you filled in. Only you see it, and it prints with the page.' : 'Fill in the boxes above, and your own list stands here, ready to print. Only you see it.'}</p></figcaption>`
}

const groupRows = (label: string, barriers: Barrier[]): Html | null =>
  barriers.length === 0
    ? null
    : html`<tbody><tr><th class="group" colspan="3" scope="rowgroup">${label}</th></tr>${barriers.map(
        ({ kind, name, see, change, who, when }) =>
          html`<tr><th scope="row"><span class="kind">${barrierIcon(kind)}${name}</span> ${see}</th><td>${change || 'Not said yet'}</td><td>${[who || 'Nobody named yet', when].filter(Boolean).join(', ')}</td></tr>`,
      )}</tbody>`

function barriersIn({ asked, value }: Answer): Barrier[] {
  const part = asked.parts.find((p): p is Matrix => p.type === 'matrix')
  if (!part) return []
  const kinds = Array.isArray(part.rows) ? part.rows : []
  return (value[part.name] as MatrixRow[]).map(({ row, cells }) => {
    const said = (column: string) => cells[column]?.trim() ?? ''
    const needs = said('needs')
    return {
      kind: row,
      // Examples of each kind stand behind a colon in the question.
      name: labelOf(kinds, row).split(':')[0] as string,
      needs: isAbstention(needs) || !GROUPS.some((g) => g.needs === needs) ? '' : needs,
      see: said('see'),
      change: said('change'),
      who: said('who'),
      when: said('when'),
    }
  })
}

const EXAMPLE: Barrier[] = [
  {
    kind: 'rules',
    name: 'Rules and paperwork',
    needs: 'quick',
    see: 'Fares are paid back only with a receipt',
    change: 'Pay them ahead, by voucher',
    who: 'Whoever holds the cash tin',
    when: 'next month',
  },
  {
    kind: 'information',
    name: 'Information and language',
    needs: 'money',
    see: 'Everything is spoken',
    change: 'Book an interpreter',
    who: 'The forum',
    when: 'the spring',
  },
]

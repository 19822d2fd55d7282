import { z } from 'zod'
import { parseInput } from '#core/define.ts'
import { foundWords, renderFound } from '../../components/standards/found.ts'
import type { Handler, Route } from '../route.ts'

const input = z.strictObject({ query: z.string('Type something to search for.'), standard: z.string().optional() })

/** A search of the standards. It is sent, not asked for by address: addresses stand in logs and histories. */
const search: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const wanted = parseInput(input, body ?? Object.fromEntries(form))
  const found = await core.searchStandards(actor, wanted)
  if (wantsJson) return { json: { ...found, said: foundWords(found), html: renderFound(found).text } }
  return { page: { path: '/standards/search', locals: { ...wanted, search: found } } }
}

export const searchRoutes: Route[] = [{ method: 'POST', path: '/api/search', handle: search }]

import type { Core } from '#core/app.ts'
import { cardPlace } from '../../components/cohort/word-cards.ts'
import type { Handler, Route } from '../route.ts'

type Marks = Parameters<Core['markCards']>[1]

/** A trainer shows cards to the group, or hides them. */
const markCards: Handler = async ({ core, actor, params, form, body, wantsJson }) => {
  const cohort = params.cohort ?? ''
  const sent =
    body === null ? { cards: form.getAll('cards'), as: form.get('as') as Marks['as'] } : (body as Omit<Marks, 'cohort'>)
  const marked = await core.markCards(actor, { ...sent, cohort })
  // The browser opens the fold that a card is in, for whoever reads on.
  return wantsJson ? { json: marked } : { redirect: `/trainer/cohorts/${cohort}#${cardPlace(`${sent.cards[0]}`)}` }
}

/** Somebody of the group asks for a card to be taken away. */
const reportCard: Handler = async ({ core, actor, params, form, body, wantsJson }) => {
  const cohort = params.cohort ?? ''
  const { card } = body === null ? { card: form.get('card') ?? '' } : (body as { card: string })
  const reported = await core.reportCard(actor, { cohort, card })
  return wantsJson ? { json: reported } : { redirect: `/cohort/${cohort}?now=reported#words` }
}

/** A trainer changes the names that are pointed out to learners. */
const watchNames: Handler = async ({ core, actor, params, form, body, wantsJson }) => {
  const cohort = params.cohort ?? ''
  const { names } = body === null ? { names: (form.get('names') ?? '').split(/\r?\n/) } : (body as { names: string[] })
  const watched = await core.watchNames(actor, { cohort, names })
  return wantsJson ? { json: watched } : { redirect: `/trainer/cohorts/${cohort}#names` }
}

export const cardRoutes: Route[] = [
  { method: 'POST', path: '/api/cohorts/:cohort/cards', handle: markCards },
  { method: 'POST', path: '/api/cohorts/:cohort/cards/report', handle: reportCard },
  { method: 'POST', path: '/api/cohorts/:cohort/names', handle: watchNames },
]

import type { Core } from '#core/app.ts'
import { formAgain } from '../form-again.ts'
import { filled, json, number, whenOf, yesOrNo } from '../form-values.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'

type Input<Verb extends keyof Core> = Core[Verb] extends (actor: never, input: infer I) => unknown ? I : never

/** A trainer makes a cohort. */
export const createCohort: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const fromForm = () => ({
    name: form.get('name') ?? '',
    trainer: form.get('trainer') ?? '',
    chapters: form.getAll('chapters'),
    k: number(form, 'k'),
    people: number(form, 'people'),
    channelSees: form.get('channelSees') === 'yes',
    ...whenOf(form),
  })
  const setUp = await core.createCohort(actor, body === null ? fromForm() : json<Input<'createCohort'>>(body))
  return wantsJson ? { status: 201, json: setUp } : { redirect: `/trainer/cohorts/${setUp.id}` }
}

/** A trainer adds times at which pictures are made. */
export const addTicks: Handler = async ({ core, actor, params, form, body, wantsJson }) => {
  const cohort = params.cohort ?? ''
  const sent = body === null ? { cohort, ticks: filled(form, 'ticks') } : json<Input<'addTicks'>>(body, { cohort })
  const setUp = await core.addTicks(actor, sent)
  return wantsJson ? { json: setUp } : { redirect: `/trainer/cohorts/${cohort}#ticks-h` }
}

/** A learner joins with a code. */
export const joinCohort: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const sent = body === null ? { code: form.get('code') ?? '', counted: yesOrNo(form, 'counted') } : body
  const joined = await core.joinCohort(actor, json<Input<'joinCohort'>>(sent))
  return wantsJson ? { json: joined } : { redirect: `/cohort/${joined.id}` }
}

/** A learner leaves. */
export const leaveCohort: Handler = async ({ core, actor, params, wantsJson }) => {
  const left = await core.leaveCohort(actor, { cohort: params.cohort ?? '' })
  return wantsJson ? { json: left } : { redirect: '/cohort' }
}

/** A learner changes whether their answers may be counted. */
export const setCounted: Handler = async ({ core, actor, params, form, body, wantsJson }) => {
  const cohort = params.cohort ?? ''
  const sent = body === null ? { counted: yesOrNo(form, 'counted') } : body
  const set = await core.setCounted(actor, json<Input<'setCounted'>>(sent, { cohort }))
  return wantsJson ? { json: set } : { redirect: form.get('next') || `/cohort/${cohort}` }
}

const myCohorts: Handler = async ({ core, actor }) => ({ json: await core.myCohorts(actor, {}) })
const cohortSetUp: Handler = async ({ core, actor, params }) => ({
  json: await core.cohortSetUp(actor, { cohort: params.cohort ?? '' }),
})
const cohortInsights: Handler = async ({ core, actor, params }) => ({
  json: await core.cohortInsights(actor, { cohort: params.cohort ?? '' }),
})
const cohortForLearner: Handler = async ({ core, actor, params }) => ({
  json: await core.cohortForLearner(actor, { cohort: params.cohort ?? '' }),
})
const cohortToJoin: Handler = async ({ core, actor, params }) => ({
  json: await core.cohortToJoin(actor, { code: params.code ?? '' }),
})

const toRoom = ({ params }: ApiRequest) => `/trainer/cohorts/${encodeURIComponent(params.cohort ?? '')}`
/** Dots alone would name another page. */
const toCode = ({ form }: ApiRequest) =>
  `/join/${encodeURIComponent(form.get('code')?.trim().replace(/^\.+$/, '') || '-')}`

export const cohortRoutes: Route[] = [
  { method: 'GET', path: '/api/cohorts', handle: myCohorts },
  { method: 'POST', path: '/api/cohorts', handle: createCohort, trouble: formAgain('/trainer') },
  { method: 'GET', path: '/api/cohorts/:cohort', handle: cohortSetUp },
  { method: 'GET', path: '/api/cohorts/:cohort/insights', handle: cohortInsights },
  { method: 'POST', path: '/api/cohorts/:cohort/ticks', handle: addTicks, trouble: formAgain(toRoom) },
  { method: 'GET', path: '/api/cohorts/:cohort/mine', handle: cohortForLearner },
  { method: 'POST', path: '/api/cohorts/:cohort/counted', handle: setCounted },
  { method: 'POST', path: '/api/cohorts/:cohort/leave', handle: leaveCohort },
  { method: 'GET', path: '/api/join/:code', handle: cohortToJoin },
  {
    method: 'POST',
    path: '/api/join',
    handle: joinCohort,
    starts: true,
    trouble: formAgain(toCode, ['invalid', 'not-found']),
  },
]

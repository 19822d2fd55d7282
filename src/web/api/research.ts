import type { Core } from '#core/app.ts'
import { formAgain } from '../form-again.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'

type Input<Verb extends 'giveConsent' | 'takeBackConsent'> = Parameters<Core[Verb]>[1]

/** A form's fields as the verb wants them; JSON is passed on as it came, for the verb's own schema to check. */
const consentIn = ({ form, body }: ApiRequest) =>
  (body ?? {
    study: form.get('study') ?? '',
    version: Number(form.get('version') || Number.NaN),
    agree: form.get('agree') === 'yes',
    background: Object.fromEntries(
      ['nation', 'sector', 'paid'].flatMap((field) => (form.has(field) ? [[field, form.get(field)]] : [])),
    ),
  }) as Input<'giveConsent'>

const myStudies: Handler = async ({ core, actor }) => ({ json: await core.myStudies(actor, {}) })

/** A learner says yes to a study. */
const giveConsent: Handler = async (request) => {
  const given = await request.core.giveConsent(request.actor, consentIn(request))
  return request.wantsJson ? { json: given } : { redirect: `/research#study-${given.study}` }
}

/** A learner takes a yes back; the page then names the files that hold them. */
const takeBackConsent: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const sent = (body ?? { study: form.get('study') ?? '' }) as Input<'takeBackConsent'>
  const receipt = await core.takeBackConsent(actor, sent)
  return wantsJson
    ? { json: receipt }
    : { redirect: form.get('next') || `/research#study-${encodeURIComponent(sent.study)}` }
}

export const researchRoutes: Route[] = [
  { method: 'GET', path: '/api/studies', handle: myStudies },
  { method: 'POST', path: '/api/studies/yes', handle: giveConsent, starts: true, trouble: formAgain('/research') },
  { method: 'POST', path: '/api/studies/take-back', handle: takeBackConsent },
]

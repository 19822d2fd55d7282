import { json } from '../form-values.ts'
import type { ApiRequest, Handler } from '../route.ts'

/** The training room of the course that a request is about. */
export const roomOf = ({ params }: ApiRequest): string => `/trainer/cohorts/${encodeURIComponent(params.cohort ?? '')}`

/** Forms of one page of a course's: what each holds, the verb it calls, and the part of the page to come back to. */
export const formsOf =
  (pageOf: (request: ApiRequest) => string) =>
  (
    fromForm: (form: URLSearchParams) => object,
    call: (request: ApiRequest, sent: never) => Promise<object>,
    part = '',
  ): Handler =>
  async (request) => {
    const { params, form, body, wantsJson } = request
    const sent = json<never>(body ?? fromForm(form), { cohort: params.cohort ?? '' })
    const done = await call(request, sent)
    return wantsJson ? { json: done } : { redirect: `${pageOf(request)}${part}` }
  }

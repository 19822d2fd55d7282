import type { Core } from '#core/app.ts'
import { formAgain } from '../form-again.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'

type Approval = Parameters<Core['approveText']>[1]

const field = (form: URLSearchParams, name: string): string => form.get(name) ?? ''
const sharePath = (question: string): string => `/share/${encodeURIComponent(question)}`
const toShare = ({ form }: ApiRequest): string => sharePath(field(form, 'question'))

/** Shows words as a course would see them. A form gets the page again, which makes the call itself. */
const previewText: Handler = async ({ core, actor, form, body, wantsJson }) => {
  if (wantsJson || body !== null) return { json: await core.previewText(actor, body as Approval) }
  const sent = { values: { words: [field(form, 'words')] }, problems: {} }
  return { page: { path: sharePath(field(form, 'question')), locals: { sent } } }
}

/** A learner approves exactly these words. */
const approveText: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const fromForm = () => ({
    question: field(form, 'question'),
    // Browsers send line breaks in fields as two characters.
    words: field(form, 'words').replaceAll('\r\n', '\n'),
    looked: form.get('looked') === 'yes',
  })
  const approval = body === null ? fromForm() : (body as Approval)
  const approved = await core.approveText(actor, approval)
  return wantsJson ? { json: approved } : { redirect: sharePath(approval.question) }
}

/** A learner takes words back. */
const withdrawText: Handler = async ({ core, actor, form, body, wantsJson }) => {
  const sent = body === null ? { question: field(form, 'question') } : (body as { question: string })
  const withdrawn = await core.withdrawText(actor, sent)
  return wantsJson ? { json: withdrawn } : { redirect: form.get('next') || '/share' }
}

const myTexts: Handler = async ({ core, actor }) => ({ json: await core.myTexts(actor, {}) })

export const textRoutes: Route[] = [
  { method: 'GET', path: '/api/texts', handle: myTexts },
  { method: 'POST', path: '/api/texts/preview', handle: previewText },
  { method: 'POST', path: '/api/texts', handle: approveText, trouble: formAgain(toShare) },
  { method: 'POST', path: '/api/texts/withdraw', handle: withdrawText },
]

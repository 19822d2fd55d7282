import { formAgain } from '../form-again.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'
import { formsOf, roomOf } from './course-form.ts'

const pageOf = (request: ApiRequest): string => `${roomOf(request)}/channel`
const onPage = formsOf(pageOf)

/** What is planned for the channel of a course. */
const channelPlan: Handler = async ({ core, actor, params }) => ({
  json: await core.channelPlan(actor, { cohort: params.cohort ?? '' }),
})

/** A trainer makes the code to type in a channel. It is shown once: only its hash is kept. */
const makeChannelCode: Handler = async (request) => {
  const { core, actor, params, wantsJson } = request
  const code = await core.makeChannelCode(actor, { cohort: params.cohort ?? '' })
  return wantsJson ? { status: 201, json: code } : { page: { path: pageOf(request), locals: { code } } }
}

const disconnectChannel = onPage(
  () => ({}),
  ({ core, actor }, sent) => core.disconnectChannel(actor, sent),
  '#connect-h',
)

const setChannelClock = onPage(
  (form) => ({ zone: form.get('zone') ?? '', daysOff: form.getAll('daysOff').map(Number) }),
  ({ core, actor }, sent) => core.setChannelClock(actor, sent),
  '#plan-h',
)

const planPost = onPage(
  (form) => ({ question: form.get('question') ?? '', when: form.get('when') ?? '' }),
  ({ core, actor }, sent) => core.planPost(actor, sent),
  '#plan-h',
)

const movePost = onPage(
  (form) => ({ post: form.get('post') ?? '', when: form.get('when') ?? '' }),
  ({ core, actor }, sent) => core.movePost(actor, sent),
  '#plan-h',
)

const removePost = onPage(
  (form) => ({ post: form.get('post') ?? '' }),
  ({ core, actor }, sent) => core.removePost(actor, sent),
  '#plan-h',
)

const trouble = formAgain(pageOf)

export const channelRoutes: Route[] = [
  { method: 'GET', path: '/api/cohorts/:cohort/channel', handle: channelPlan },
  { method: 'POST', path: '/api/cohorts/:cohort/channel/code', handle: makeChannelCode, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/channel/disconnect', handle: disconnectChannel, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/channel/clock', handle: setChannelClock, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/posts', handle: planPost, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/posts/move', handle: movePost, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/posts/remove', handle: removePost, trouble },
]

import { formAgain } from '../form-again.ts'
import { filled, json, whenOf, yesOrNo } from '../form-values.ts'
import type { ApiRequest, Handler, Route } from '../route.ts'
import { formsOf, roomOf } from './course-form.ts'

const inRoom = formsOf(roomOf)

/** A trainer gives a course another name. */
const renameCohort: Handler = inRoom(
  (form) => ({ name: form.get('name') ?? '' }),
  ({ core, actor }, sent) => core.renameCohort(actor, sent),
)

/** A trainer lets people join, or no more. */
const setDoor: Handler = inRoom(
  (form) => ({ open: yesOrNo(form, 'open') }),
  ({ core, actor }, sent) => core.setDoor(actor, sent),
  '#join-h',
)

/** A trainer changes the code that people join with. */
const newCode: Handler = inRoom(
  () => ({}),
  ({ core, actor }, sent) => core.newCode(actor, sent),
  '#join-h',
)

/** A trainer asks a question of their own. */
const askOwnQuestion: Handler = inRoom(
  (form) => ({
    ask: form.get('ask') ?? '',
    options: filled(form, 'option'),
    several: yesOrNo(form, 'several'),
    confirmed: form.getAll('confirmed'),
  }),
  ({ core, actor }, sent) => core.askOwnQuestion(actor, sent),
  '#own-h',
)

/** A trainer takes a question of their own back, for everybody. */
const withdrawOwnQuestion: Handler = inRoom(
  (form) => ({ question: form.get('question') ?? '' }),
  ({ core, actor }, sent) => core.withdrawOwnQuestion(actor, sent),
  '#own-h',
)

/** A trainer ends a course for good. */
const archiveCohort: Handler = inRoom(
  (form) => ({ sure: form.get('sure') === 'yes' }),
  ({ core, actor }, sent) => core.archiveCohort(actor, sent),
)

/** A trainer makes a new course that asks what this one asks. */
const copyCohort: Handler = async ({ core, actor, params, form, body, wantsJson }) => {
  const fromForm = () => ({
    name: form.get('name') ?? '',
    trainer: form.get('trainer') ?? '',
    channelSees: form.get('channelSees') === 'yes',
    ...whenOf(form),
  })
  const setUp = await core.copyCohort(actor, json(body ?? fromForm(), { cohort: params.cohort ?? '' }))
  return wantsJson ? { status: 201, json: setUp } : { redirect: `/trainer/cohorts/${setUp.id}` }
}

/** A trainer invites another. The address is shown once: only its hash is kept. */
const inviteTrainer: Handler = async (request) => {
  const { core, actor, params, wantsJson } = request
  const invitation = await core.inviteTrainer(actor, { cohort: params.cohort ?? '' })
  return wantsJson ? { status: 201, json: invitation } : { page: { path: roomOf(request), locals: { invitation } } }
}

/** A trainer hands a course over. */
const leaveStaff: Handler = async ({ core, actor, params, wantsJson }) => {
  const left = await core.leaveStaff(actor, { cohort: params.cohort ?? '' })
  return wantsJson ? { json: left } : { redirect: '/trainer' }
}

const showInvitation: Handler = async ({ core, actor, params }) => ({
  json: await core.showInvitation(actor, { secret: params.secret ?? '' }),
})

/** Somebody says yes to running a course too. */
const acceptInvitation: Handler = async ({ core, actor, params, form, body, wantsJson }) => {
  const sent = json<{ name: string; secret: string }>(body ?? { name: form.get('name') ?? '' }, {
    secret: params.secret ?? '',
  })
  const setUp = await core.acceptInvitation(actor, sent)
  return wantsJson ? { json: setUp } : { redirect: `/trainer/cohorts/${setUp.id}` }
}

const trouble = formAgain(roomOf)
const toCopy = (request: ApiRequest) => `${roomOf(request)}/copy`
const toInvitation = ({ params }: ApiRequest) => `/trainer/invitations/${encodeURIComponent(params.secret ?? '')}`

export const courseRoutes: Route[] = [
  { method: 'POST', path: '/api/cohorts/:cohort/name', handle: renameCohort, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/door', handle: setDoor, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/code', handle: newCode, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/questions', handle: askOwnQuestion, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/questions/withdraw', handle: withdrawOwnQuestion, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/archive', handle: archiveCohort, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/copy', handle: copyCohort, trouble: formAgain(toCopy) },
  { method: 'POST', path: '/api/cohorts/:cohort/invitation', handle: inviteTrainer, trouble },
  { method: 'POST', path: '/api/cohorts/:cohort/leave-staff', handle: leaveStaff, trouble },
  { method: 'GET', path: '/api/invitations/:secret', handle: showInvitation },
  {
    method: 'POST',
    path: '/api/invitations/:secret',
    handle: acceptInvitation,
    trouble: formAgain(toInvitation),
  },
]

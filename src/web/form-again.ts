import type { Sent } from '../components/form/sent.ts'
import type { Problem } from './problem.ts'
import type { ApiRequest, Reply } from './route.ts'

/** For a route's `trouble`: the page that the form was on, with what was typed and what is wrong with it. */
export const formAgain =
  (path: string | ((request: ApiRequest) => string), kinds: Problem['kind'][] = ['invalid']) =>
  (request: ApiRequest, error: unknown, problem: Problem): Reply => {
    if (request.wantsJson || !kinds.includes(problem.kind)) throw error
    const values = Map.groupBy(request.form, ([name]) => name)
    const sent: Sent = {
      values: Object.fromEntries([...values].map(([name, pairs]) => [name, pairs.map(([, value]) => value)])),
      problems: Object.fromEntries(Object.entries(problem.fields).map(([name, words]) => [name.split('.')[0], words])),
      message: problem.message,
    }
    return { status: problem.status, page: { path: typeof path === 'string' ? path : path(request), locals: { sent } } }
  }

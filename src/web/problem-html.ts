import { problemPage } from '../components/page/problem.ts'
import type { Problem } from './problem.ts'
import type { Site } from './site.ts'

const TITLES: Record<number, string> = {
  401: 'You have no notebook here yet',
  404: 'We couldn’t find that',
  409: 'This was changed somewhere else',
  422: 'Something needs changing first',
  429: 'Please wait a minute',
  503: 'Not just now',
}

/** The plain page for a problem. "Not yours" and "not there" look the same. */
export function problemHtml(site: Site, problem: Problem): string {
  return problemPage({
    title: TITLES[problem.status] ?? 'Something went wrong here',
    body: [problem.message, ...Object.values(problem.fields)],
    links: [
      { href: '/', label: 'Go to the front page' },
      { href: '/notebook', label: 'Open my notebook' },
    ],
    ...site.frame,
  }).text
}

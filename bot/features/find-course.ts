import { courseCard } from '../replies/course.ts'
import type { Feature } from './feature.ts'

const FINDS =
  /^(?:(?:please|i(?:['’]d| would) like to|i want to|can i|may i) )?(?:join )?(?:(?:the )?(?:course|cohort|group) )?(?:(?:with )?(?:the |my )?code(?: is)?:? )?(?<code>[a-z]+(?:[ ,-]+[a-z]+){2}[ ,-]+\d{2})[\s.!?]*$/i

/** "Join plum-river-gate-42": what the course is and who sees what, before anybody chooses. */
export const findCourse: Feature = {
  name: 'find course',
  hears: ({ text }) => FINDS.test(text),
  async reply({ core, actor, text, place }) {
    const code = FINDS.exec(text)?.groups?.code ?? ''
    return courseCard(await core.cohortToJoin(actor, { code }), place)
  },
}

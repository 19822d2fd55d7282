import { joinedCard } from '../replies/course.ts'
import type { Feature } from './feature.ts'

const JOINS =
  /^join (?<code>[a-z]+(?:[ ,-]+[a-z]+){2}[ ,-]+\d{2}),? (?:(?<counted>and count me)|but don['’]t count me)[\s.!]*$/i

/** "Join … and count me", or "but don't count me": the two choices of the course's card. */
export const joinCourse: Feature = {
  name: 'join course',
  hears: ({ text }) => JOINS.test(text),
  async reply({ core, actor, text, place }) {
    const { code = '', counted } = JOINS.exec(text)?.groups ?? {}
    return joinedCard(await core.joinCohort(actor, { code, counted: counted !== undefined }), place)
  },
}

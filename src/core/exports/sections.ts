import { account } from './sections/account.ts'
import { answers } from './sections/answers.ts'
import { chat } from './sections/chat.ts'
import { consents } from './sections/consents.ts'
import { conversations } from './sections/conversations.ts'
import { courses } from './sections/courses.ts'
import { evidence } from './sections/evidence.ts'
import { prompts } from './sections/prompts.ts'
import { receipts } from './sections/receipts.ts'
import { studies } from './sections/studies.ts'
import { texts } from './sections/texts.ts'
import { unanswered } from './sections/unanswered.ts'

/** Everything that a learner takes along, in the order of the files. Whatever is kept of a learner has its section here. */
export const SECTIONS = [
  answers,
  evidence,
  courses,
  receipts,
  texts,
  unanswered,
  studies,
  consents,
  conversations,
  chat,
  prompts,
  account,
] as const

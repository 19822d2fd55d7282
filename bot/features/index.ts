import { aboutHere } from './about-here.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { askOn } from './ask-on.ts'
import { carryOn } from './carry-on.ts'
import { courtesy } from './courtesy.ts'
import { deleteMyData } from './delete-my-data.ts'
import type { Feature } from './feature.ts'
import { findCourse } from './find-course.ts'
import { help } from './help.ts'
import { joinCourse } from './join-course.ts'
import { linkNotebook } from './link-notebook.ts'
import { nextQuestion } from './next-question.ts'
import { noWords } from './no-words.ts'
import { possibleHarm } from './possible-harm.ts'
import { recall } from './recall.ts'
import { stop } from './stop.ts'
import { unlink } from './unlink.ts'
import { useModel } from './use-model.ts'
import { waiting } from './waiting.ts'
import { whoToContact } from './who-to-contact.ts'

/** Everything a person may say. The first that hears a message answers it, so the order matters. */
export const features: Feature[] = [
  possibleHarm,
  stop,
  whoToContact,
  noWords,
  askOn,
  carryOn,
  linkNotebook,
  unlink,
  help,
  courtesy,
  deleteMyData,
  joinCourse,
  findCourse,
  useModel,
  waiting,
  recall,
  aboutHere,
  nextQuestion,
  answer,
  ask,
]

import { aboutHere } from './about-here.ts'
import { answer } from './answer.ts'
import { answerPrompt } from './answer-prompt.ts'
import { ask } from './ask.ts'
import { askOn } from './ask-on.ts'
import { carryOn } from './carry-on.ts'
import { courtesy } from './courtesy.ts'
import { deleteMyData } from './delete-my-data.ts'
import { editAnswer } from './edit-answer.ts'
import type { Feature } from './feature.ts'
import { findCourse } from './find-course.ts'
import { help } from './help.ts'
import { joinCourse } from './join-course.ts'
import { later } from './later.ts'
import { linkNotebook } from './link-notebook.ts'
import { nextQuestion } from './next-question.ts'
import { noWords } from './no-words.ts'
import { notWhatIAsked } from './not-what-i-asked.ts'
import { pausePrompts } from './pause-prompts.ts'
import { possibleHarm } from './possible-harm.ts'
import { promptReply } from './prompt-reply.ts'
import { promptSettings } from './prompt-settings.ts'
import { promptsOn } from './prompts-on.ts'
import { quoting } from './quoting.ts'
import { recall } from './recall.ts'
import { skipPrompt } from './skip-prompt.ts'
import { stop } from './stop.ts'
import { unlink } from './unlink.ts'
import { useModel } from './use-model.ts'
import { waiting } from './waiting.ts'
import { whoToContact } from './who-to-contact.ts'
import { writeToAPerson } from './write-to-a-person.ts'
import { writtenAnswer } from './written-answer.ts'

/** Everything a person may say. The first that hears a message answers it, so the order matters. */
export const features: Feature[] = [
  editAnswer,
  writtenAnswer,
  possibleHarm,
  later,
  pausePrompts,
  stop,
  whoToContact,
  noWords,
  promptsOn,
  answerPrompt,
  skipPrompt,
  promptSettings,
  notWhatIAsked,
  writeToAPerson,
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
  quoting,
  recall,
  aboutHere,
  nextQuestion,
  promptReply,
  answer,
  ask,
]

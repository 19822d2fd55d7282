import { myAnswers } from './answers/my-answers.ts'
import { saveAnswer } from './answers/save-answer.ts'
import { claimEvent } from './companion/claim-event.ts'
import { keepDialogue } from './companion/keep-dialogue.ts'
import { readDialogue } from './companion/read-dialogue.ts'
import { linkAccount } from './learners/link-account.ts'
import { addTrainer } from './learners/add-trainer.ts'
import { askForCode } from './learners/ask-for-code.ts'
import { listTrainers } from './learners/list-trainers.ts'
import { myAccount } from './learners/my-account.ts'
import { removeTrainer } from './learners/remove-trainer.ts'
import { signIn } from './learners/sign-in.ts'
import { signOut } from './learners/sign-out.ts'
import { startNotebook } from './learners/start-notebook.ts'
import { whoIsThis } from './learners/who-is-this.ts'
import { eraseMe } from './privacy/erase-me.ts'

/** Everything that an edge may ask of the core. */
export const verbs = {
  addTrainer,
  askForCode,
  listTrainers,
  myAccount,
  removeTrainer,
  signIn,
  signOut,
  claimEvent,
  keepDialogue,
  linkAccount,
  readDialogue,
  eraseMe,
  myAnswers,
  saveAnswer,
  startNotebook,
  whoIsThis,
}

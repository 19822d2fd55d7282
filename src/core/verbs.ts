import { myAnswers } from './answers/my-answers.ts'
import { saveAnswer } from './answers/save-answer.ts'
import { addTicks } from './cohorts/add-ticks.ts'
import { cohortForLearner } from './cohorts/cohort-for-learner.ts'
import { cohortSetUp } from './cohorts/cohort-set-up.ts'
import { cohortToJoin } from './cohorts/cohort-to-join.ts'
import { createCohort } from './cohorts/create-cohort.ts'
import { joinCohort } from './cohorts/join-cohort.ts'
import { joinedCohorts } from './cohorts/joined-cohorts.ts'
import { leaveCohort } from './cohorts/leave-cohort.ts'
import { myCohorts } from './cohorts/my-cohorts.ts'
import { setCounted } from './cohorts/set-counted.ts'
import { claimEvent } from './companion/claim-event.ts'
import { keepDialogue } from './companion/keep-dialogue.ts'
import { readDialogue } from './companion/read-dialogue.ts'
import { cohortInsights } from './insights/cohort-insights.ts'
import { addTrainer } from './learners/add-trainer.ts'
import { askForCode } from './learners/ask-for-code.ts'
import { linkAccount } from './learners/link-account.ts'
import { listTrainers } from './learners/list-trainers.ts'
import { myAccount } from './learners/my-account.ts'
import { removeTrainer } from './learners/remove-trainer.ts'
import { signIn } from './learners/sign-in.ts'
import { signOut } from './learners/sign-out.ts'
import { startNotebook } from './learners/start-notebook.ts'
import { whoIsThis } from './learners/who-is-this.ts'
import { eraseMe } from './privacy/erase-me.ts'
import { closeBatches } from './release/close-batches.ts'
import { askStandards } from './standards/ask-standards.ts'

/** Everything that an edge may ask of the core. */
export const verbs = {
  askStandards,
  addTicks,
  closeBatches,
  cohortForLearner,
  cohortInsights,
  cohortSetUp,
  cohortToJoin,
  createCohort,
  joinCohort,
  joinedCohorts,
  leaveCohort,
  myCohorts,
  setCounted,
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

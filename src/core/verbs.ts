import { questionToAnswer } from './answers/find-question.ts'
import { myAnswers } from './answers/my-answers.ts'
import { saveAnswer } from './answers/save-answer.ts'
import { savedBy } from './answers/saved-by.ts'
import { markCards } from './cards/mark-cards.ts'
import { reportCard } from './cards/report-card.ts'
import { channelVerbs } from './channels/verbs.ts'
import { acceptInvitation } from './cohorts/accept-invitation.ts'
import { addTicks } from './cohorts/add-ticks.ts'
import { archiveCohort } from './cohorts/archive-cohort.ts'
import { askOwnQuestion } from './cohorts/ask-own-question.ts'
import { cohortForLearner } from './cohorts/cohort-for-learner.ts'
import { cohortSetUp } from './cohorts/cohort-set-up.ts'
import { cohortToJoin } from './cohorts/cohort-to-join.ts'
import { copyCohort } from './cohorts/copy-cohort.ts'
import { createCohort } from './cohorts/create-cohort.ts'
import { demandSignIn } from './cohorts/demand-sign-in.ts'
import { inviteTrainer } from './cohorts/invite-trainer.ts'
import { joinCohort } from './cohorts/join-cohort.ts'
import { joinedCohorts } from './cohorts/joined-cohorts.ts'
import { leaveCohort } from './cohorts/leave-cohort.ts'
import { leaveStaff } from './cohorts/leave-staff.ts'
import { listCohorts } from './cohorts/list-cohorts.ts'
import { myCohorts } from './cohorts/my-cohorts.ts'
import { newCode } from './cohorts/new-code.ts'
import { renameCohort } from './cohorts/rename-cohort.ts'
import { setCounted } from './cohorts/set-counted.ts'
import { setDoor } from './cohorts/set-door.ts'
import { showInvitation } from './cohorts/show-invitation.ts'
import { watchNames } from './cohorts/watch-names.ts'
import { withdrawOwnQuestion } from './cohorts/withdraw-own-question.ts'
import { claimEvent } from './companion/claim-event.ts'
import { clearConversation } from './companion/clear-conversation.ts'
import { forgetAsides } from './companion/forget-asides.ts'
import { keepAside } from './companion/keep-aside.ts'
import { keepDialogue } from './companion/keep-dialogue.ts'
import { keepTurn } from './companion/keep-turn.ts'
import { myConversation } from './companion/my-conversation.ts'
import { readAside } from './companion/read-aside.ts'
import { readDialogue } from './companion/read-dialogue.ts'
import { choose } from './consents/choose.ts'
import { myChoices } from './consents/my-choices.ts'
import { confirmEvidence } from './evidence/confirm-evidence.ts'
import { dismissEvidence } from './evidence/dismiss-evidence.ts'
import { evidenceForClause } from './evidence/evidence-for-clause.ts'
import { myEvidence } from './evidence/my-evidence.ts'
import { myPortfolio } from './evidence/my-portfolio.ts'
import { noteForAssessor } from './evidence/note-for-assessor.ts'
import { removeEvidence } from './evidence/remove-evidence.ts'
import { exportMine } from './exports/export-mine.ts'
import { exportPortfolio } from './exports/export-portfolio.ts'
import { importMine } from './exports/import-mine.ts'
import { forgetGap } from './gaps/forget-gap.ts'
import { myGaps } from './gaps/my-gaps.ts'
import { cohortInsights } from './insights/cohort-insights.ts'
import { addTrainer } from './learners/add-trainer.ts'
import { askForCode } from './learners/ask-for-code.ts'
import { askForPasskey } from './learners/ask-for-passkey.ts'
import { askOrganisation } from './learners/ask-organisation.ts'
import { forgetPasskeys } from './learners/forget-passkeys.ts'
import { keepOpen } from './learners/keep-open.ts'
import { keepPasskey } from './learners/keep-passkey.ts'
import { linkAccount } from './learners/link-account.ts'
import { linkWithCode } from './learners/link-with-code.ts'
import { listTrainers } from './learners/list-trainers.ts'
import { makeLinkCode } from './learners/make-link-code.ts'
import { myAccount } from './learners/my-account.ts'
import { offerLink } from './learners/offer-link.ts'
import { openLink } from './learners/open-link.ts'
import { openWithOrganisation } from './learners/open-with-organisation.ts'
import { openWithPasskey } from './learners/open-with-passkey.ts'
import { removeTrainer } from './learners/remove-trainer.ts'
import { shareComputer } from './learners/share-computer.ts'
import { showLink } from './learners/show-link.ts'
import { signIn } from './learners/sign-in.ts'
import { signOut } from './learners/sign-out.ts'
import { startNotebook } from './learners/start-notebook.ts'
import { unlinkAccount } from './learners/unlink-account.ts'
import { waitingCode } from './learners/waiting-code.ts'
import { whoIsThis } from './learners/who-is-this.ts'
import { forgetVersions } from './notebook/forget-versions.ts'
import { myNotebook } from './notebook/my-notebook.ts'
import { myVersions } from './notebook/my-versions.ts'
import { eraseMe } from './privacy/erase-me.ts'
import { eraseUnused } from './privacy/erase-unused.ts'
import { forgetTeamsChat } from './prompts/forget-teams-chat.ts'
import { keepTeamsChat } from './prompts/keep-teams-chat.ts'
import { makeCalendar } from './prompts/make-calendar.ts'
import { markDelivery } from './prompts/mark-delivery.ts'
import { myPromptPlaces } from './prompts/my-prompt-places.ts'
import { myPrompts } from './prompts/my-prompts.ts'
import { pausePrompts } from './prompts/pause-prompts.ts'
import { queuePrompts } from './prompts/queue-prompts.ts'
import { readCalendar } from './prompts/read-calendar.ts'
import { removeCalendar } from './prompts/remove-calendar.ts'
import { setPrompts } from './prompts/set-prompts.ts'
import { settleDelivery } from './prompts/settle-delivery.ts'
import { stopEmails } from './prompts/stop-emails.ts'
import { stopPrompts } from './prompts/stop-prompts.ts'
import { takeDelivery } from './prompts/take-delivery.ts'
import { waitingPrompt } from './prompts/waiting-prompt.ts'
import { closeBatches } from './release/close-batches.ts'
import { closeStudy } from './research/close-study.ts'
import { exportStudy } from './research/export-study.ts'
import { giveConsent } from './research/give-consent.ts'
import { listStudies } from './research/list-studies.ts'
import { myStudies } from './research/my-studies.ts'
import { openStudy } from './research/open-study.ts'
import { takeBackConsent } from './research/take-back-consent.ts'
import { askStandards } from './standards/ask-standards.ts'
import { otherClauses } from './standards/other-clauses.ts'
import { quoteClauses } from './standards/quote-clauses.ts'
import { searchStandards } from './standards/search-standards.ts'
import { approveText } from './texts/approve-text.ts'
import { myTexts } from './texts/my-texts.ts'
import { previewText } from './texts/preview-text.ts'
import { withdrawText } from './texts/withdraw-text.ts'
import { beginSlackInstall } from './workspaces/begin-slack-install.ts'
import { canInstallSlack } from './workspaces/can-install-slack.ts'
import { endSlackVisit } from './workspaces/end-slack-visit.ts'
import { keepSlackWorkspace } from './workspaces/keep-slack-workspace.ts'
import { leaveSlackWorkspace } from './workspaces/leave-slack-workspace.ts'
import { slackToken } from './workspaces/slack-token.ts'

/** Everything that an edge may ask of the core. */
export const verbs = {
  ...channelVerbs,
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
  watchNames,
  markCards,
  reportCard,
  choose,
  myChoices,
  confirmEvidence,
  dismissEvidence,
  evidenceForClause,
  myEvidence,
  myPortfolio,
  noteForAssessor,
  removeEvidence,
  myNotebook,
  forgetVersions,
  myVersions,
  exportMine,
  exportPortfolio,
  importMine,
  forgetGap,
  myGaps,
  withdrawOwnQuestion,
  showInvitation,
  setDoor,
  renameCohort,
  newCode,
  listCohorts,
  leaveStaff,
  inviteTrainer,
  demandSignIn,
  copyCohort,
  askOwnQuestion,
  archiveCohort,
  acceptInvitation,
  addTrainer,
  askForCode,
  askForPasskey,
  askOrganisation,
  forgetPasskeys,
  keepPasskey,
  openWithOrganisation,
  openWithPasskey,
  listTrainers,
  myAccount,
  removeTrainer,
  shareComputer,
  signIn,
  signOut,
  claimEvent,
  forgetAsides,
  keepAside,
  readAside,
  clearConversation,
  keepDialogue,
  keepTurn,
  myConversation,
  keepOpen,
  linkAccount,
  linkWithCode,
  makeLinkCode,
  offerLink,
  openLink,
  showLink,
  unlinkAccount,
  readDialogue,
  eraseMe,
  eraseUnused,
  myAnswers,
  questionToAnswer,
  otherClauses,
  quoteClauses,
  saveAnswer,
  savedBy,
  searchStandards,
  approveText,
  myTexts,
  previewText,
  withdrawText,
  makeCalendar,
  forgetTeamsChat,
  keepTeamsChat,
  markDelivery,
  myPromptPlaces,
  myPrompts,
  pausePrompts,
  queuePrompts,
  readCalendar,
  removeCalendar,
  setPrompts,
  settleDelivery,
  stopEmails,
  stopPrompts,
  takeDelivery,
  waitingPrompt,
  beginSlackInstall,
  canInstallSlack,
  endSlackVisit,
  keepSlackWorkspace,
  leaveSlackWorkspace,
  slackToken,
  closeStudy,
  exportStudy,
  giveConsent,
  listStudies,
  myStudies,
  openStudy,
  takeBackConsent,
  startNotebook,
  waitingCode,
  whoIsThis,
}

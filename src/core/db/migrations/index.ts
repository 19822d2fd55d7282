import type { Step } from '../migrate.ts'
import { answers } from './001-learners-and-answers.ts'
import { accounts } from './002-accounts.ts'
import { cohorts } from './003-cohorts.ts'
import { companion } from './004-companion.ts'
import { textsAndCards } from './005-texts-and-cards.ts'
import { gaps } from './006-gaps.ts'
import { cohortLife } from './007-cohort-life.ts'
import { research } from './008-research.ts'
import { releasedViews } from './010-released-views.ts'
import { settling } from './011-settling.ts'
import { evidence } from './013-evidence.ts'
import { retention } from './014-retention.ts'
import { sharedComputers } from './015-shared-computers.ts'
import { passkeys } from './016-passkeys.ts'
import { organisations } from './017-organisations.ts'
import { prompts } from './018-prompts.ts'
import { linking } from './019-linking.ts'
import { newestAnswers } from './020-newest-answers.ts'
import { calendarAddresses } from './021-calendar-addresses.ts'
import { teamsChats } from './023-teams-chats.ts'
import { conversations } from './024-conversations.ts'
import { workspaces } from './025-workspaces.ts'
import { channels } from './026-channels.ts'
import { asides } from './027-asides.ts'
import { codesForEachAsker } from './028-codes-for-each-asker.ts'
import { oneYesToQuoting } from './029-one-yes-to-quoting.ts'

/** In order; a migration that has been released is never changed. */
export const migrations: Record<string, Step> = {
  '001-learners-and-answers': answers,
  '002-accounts': accounts,
  '003-cohorts': cohorts,
  '004-companion': companion,
  '005-texts-and-cards': textsAndCards,
  '006-gaps': gaps,
  '007-cohort-life': cohortLife,
  '008-research': research,
  '010-released-views': releasedViews,
  '011-settling': settling,
  '013-evidence': evidence,
  '014-retention': retention,
  '015-shared-computers': sharedComputers,
  '016-passkeys': passkeys,
  '017-organisations': organisations,
  '018-prompts': prompts,
  '019-linking': linking,
  '020-newest-answers': newestAnswers,
  '021-calendar-addresses': calendarAddresses,
  '023-teams-chats': teamsChats,
  '024-conversations': conversations,
  '025-workspaces': workspaces,
  '026-channels': channels,
  '027-asides': asides,
  '028-codes-for-each-asker': codesForEachAsker,
  '029-one-yes-to-quoting': oneYesToQuoting,
}

import type { AnswerTable, WordingTable } from '../answers/table.ts'
import type { CardTable, LeavingCardTable } from '../cards/table.ts'
import type { ChannelClockTable, ChannelOfferTable, ChannelPostTable, CourseChannelTable } from '../channels/table.ts'
import type {
  CohortQuestionTable,
  CohortTable,
  CohortTickTable,
  InvitationTable,
  MemberTable,
  OwnQuestionTable,
  StaffTable,
} from '../cohorts/table.ts'
import type { AsideTable, CompanionEventTable, DialogueTable, TurnTable } from '../companion/table.ts'
import type { ConsentTable } from '../consents/table.ts'
import type { EvidenceNoteTable, EvidenceTable } from '../evidence/table.ts'
import type { GapTable } from '../gaps/table.ts'
import type {
  AccountCodeTable,
  AccountSessionTable,
  AccountUserTable,
  ChallengeTable,
  CodeRequestTable,
  DeviceTable,
  FormerAccountTable,
  IdentityTable,
  LearnerTable,
  LinkOfferTable,
  LinkTryTable,
  OrganisationVisitTable,
  PasskeyTable,
  TrainerTable,
} from '../learners/table.ts'
import type { CalendarAddressTable, DeliveryTable, ScheduleTable, TeamsChatTable } from '../prompts/table.ts'
import type { BatchTable, ClosingTable, GapBatchTable, GapReceiptTable, ReceiptTable } from '../release/table.ts'
import type {
  BackgroundTable,
  StudyExportTable,
  StudyReceiptTable,
  StudyTable,
  StudyVersionTable,
} from '../research/table.ts'
import type { ApprovedTextTable } from '../texts/table.ts'
import type { SlackVisitTable, SlackWorkspaceTable } from '../workspaces/table.ts'

/** Every table, by name. Each is described beside its noun. */
export interface Database {
  learner: LearnerTable
  device: DeviceTable
  identity: IdentityTable
  trainer: TrainerTable
  code_request: CodeRequestTable
  account_user: AccountUserTable
  account_code: AccountCodeTable
  account_session: AccountSessionTable
  passkey: PasskeyTable
  challenge: ChallengeTable
  organisation_visit: OrganisationVisitTable
  link_offer: LinkOfferTable
  link_try: LinkTryTable
  former_account: FormerAccountTable
  answer: AnswerTable
  wording: WordingTable
  dialogue: DialogueTable
  turn: TurnTable
  companion_event: CompanionEventTable
  aside: AsideTable
  schedule: ScheduleTable
  delivery: DeliveryTable
  calendar_address: CalendarAddressTable
  teams_chat: TeamsChatTable
  course_channel: CourseChannelTable
  channel_offer: ChannelOfferTable
  channel_clock: ChannelClockTable
  channel_post: ChannelPostTable
  slack_workspace: SlackWorkspaceTable
  slack_visit: SlackVisitTable
  cohort: CohortTable
  cohort_question: CohortQuestionTable
  cohort_tick: CohortTickTable
  own_question: OwnQuestionTable
  staff: StaffTable
  invitation: InvitationTable
  member: MemberTable
  closing: ClosingTable
  batch: BatchTable
  receipt: ReceiptTable
  approved_text: ApprovedTextTable
  card: CardTable
  leaving_card: LeavingCardTable
  evidence: EvidenceTable
  evidence_note: EvidenceNoteTable
  gap: GapTable
  gap_batch: GapBatchTable
  gap_receipt: GapReceiptTable
  study: StudyTable
  study_version: StudyVersionTable
  consent: ConsentTable
  background: BackgroundTable
  study_export: StudyExportTable
  study_receipt: StudyReceiptTable
}

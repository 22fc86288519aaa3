export { addIssue } from './agenda.ts';
export { mayManage, mayMediate, mayWrite, roundIsOpen, standingOf, authorOf, type Actor } from './authority.ts';
export { awaiting, type Awaiting } from './awaiting.ts';
export { putForward, type Bridging, type BridgingInput } from './bridging.ts';
export {
  carry,
  disclosuresOf,
  recipientsOf,
  sourceWithId,
  withdrawCarried,
  type Carried,
  type CarriedTerm,
  type CarryInput,
  type Disclosure,
  type DisclosedItem,
  type Receipt,
  type Source,
} from './carrying.ts';
export {
  currentOf,
  entriesOf,
  entryOfKind,
  entryWithId,
  extendedBy,
  markOf,
  extentOf,
  lazily,
  once,
  onceWhile,
  since,
  supersededBy,
  type CaseFile,
} from './case-file.ts';
export { canonical, chainStart, linkHash, verifyChain, type Fault, type Head, type Linked } from './chain.ts';
export {
  audienceIn,
  mayCarry,
  mayKnow,
  meet,
  partiesIn,
  settingOf,
  storedAudience,
  type Attribution,
  type Audience,
  type Recipient,
  type Release,
  type Roster,
  type Setting,
  seesWorkings,
} from './confidentiality.ts';
export { deadlinesAfter, setDeadline, type Deadline } from './deadlines.ts';
export {
  appoint,
  appointmentOf,
  dismiss,
  noteDelegation,
  type Appointment,
  type DelegationNote,
  type Dismissal,
} from './delegations.ts';
export {
  instant,
  type Author,
  type CaseId,
  type Draft,
  type Entry,
  type EntryId,
  type Fact,
  type FactOf,
  type Instant,
  type Kind,
  type Making,
  type PersonId,
} from './entry.ts';
export {
  issuesKnownTo,
  answerInWords,
  issueWithKey,
  issues,
  numberInWords,
  readAnswer,
  type Answer,
  type Issue,
  type Scale,
} from './issues.ts';
export { knownTo, ledger, originOf, shownTo, type LedgerLine } from './ledger.ts';
export { look, sinceLastLook, type Looked } from './looking.ts';
export { callMeeting, meetingFormats, meetings, participantInWords, reviseMeeting, type Meeting } from './meetings.ts';
export {
  accountsOf,
  enterObstacle,
  giveAccount,
  obstacleStates,
  obstacles,
  reviseObstacle,
  type Obstacle,
  type ObstacleAccount,
} from './obstacles.ts';
export { offersOnTable, placeOfAnswer, type OffersOnTable } from './on-the-table.ts';
export { changeRules, openCase, type OpeningInput } from './opening.ts';
export {
  institutionName,
  institutions,
  openingOf,
  parties,
  partyLetter,
  partyName,
  rosterOf,
  rulesOf,
  type Institution,
  type Opening,
  type Party,
  type Rules,
  type Standing,
} from './parties.ts';
export { takePosition, type Position } from './positions.ts';
export {
  preferencesFault,
  estimateOf,
  preferencesOf,
  statePreferences,
  type Preferences,
  type PreferencesInput,
  type Worth,
} from './preferences.ts';
export {
  checkTerms,
  proposalNumber,
  stateOf,
  submitProposal,
  withdrawProposal,
  type Proposal,
  type ProposalInput,
  type ProposalState,
  type Term,
  type Withdrawal,
} from './proposals.ts';
export { isRefusal, refusalInWords, refuse, type Decision, type Reason, type Refusal } from './refusal.ts';
export { fileReport, reports, type Report } from './reports.ts';
export {
  answerable,
  putTo,
  respond,
  responseTo,
  type Answerable,
  type Assent,
  type Response,
  type ResponseInput,
  type Verdict,
} from './responses.ts';
export { mandateCovers, mandateKinds, ranks, seatsOf, type Mandate, type Rank, type Role } from './role.ts';
export {
  audienceInWords,
  conversation,
  listed,
  roomIn,
  roomWithKey,
  roomsOf,
  say,
  type Message,
  type Room,
} from './rooms.ts';
export {
  addPlace,
  closeRound,
  openRound,
  jointRounds,
  openRounds,
  type Round,
  type Track,
  type Venue,
} from './rounds.ts';
export {
  answerSealed,
  askSealed,
  clerk,
  commitmentOf,
  outcomeOf,
  ruleInWords,
  sealedAnswerOf,
  sealedQuestions,
  sealedStateOf,
  settleSealed,
  type SealedAnswer,
  type SealedOutcome,
  type SealedQuestion,
  type SealedQuestionInput,
  type SealedRule,
  type SealedState,
} from './sealed.ts';
export {
  clerkSeat,
  institutionOf,
  mediatorSeat,
  parseSeat,
  partyOf,
  partySeat,
  personSeat,
  type Seat,
} from './seat.ts';
export { staleness } from './staleness.ts';
export { answersOfPackage, valuedIn, type Valued } from './scenario.ts';
export { answerOf, issueOf, kindsInTalks, statusInWords, talksIn, told, type RoundSpan, type Talks } from './talks.ts';
export {
  isReplayRefusal,
  replayCase,
  wholeFile,
  type PlayedPerson,
  type Replayed,
  type ReplayIds,
  type ReplayRefusal,
  type ScriptPlace,
} from './replay.ts';
export type {
  Act,
  AgendaStep,
  CaseScript,
  Label,
  ScriptCarry,
  ScriptPerson,
  ScriptProposal,
  ScriptResponse,
  ScriptSetting,
  ScriptTerm,
  Step,
} from './script.ts';
export { shiftScript } from './script-shift.ts';
export {
  conflictModels,
  divisions,
  keepConflictModel,
  keepDivision,
  modelStatesAtMost,
  reviseConflictModel,
  reviseDivision,
  type Division,
  type ModelledConflict,
} from './workings.ts';

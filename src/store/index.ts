export { accountWithId, holdingsOf, setDirection, type Account, type Holding } from './accounts.ts';
export { act, type Asking, type Decide, type Done } from './act.ts';
export { openStore, UnsafeDatabase, type Place, type Store } from './database.ts';
export { accountsForDemonstration, demonstrationPeople, importCase, type Seating } from './import-case.ts';
export {
  acceptWithAccount,
  acceptWithNewAccount,
  anybodyHere,
  invitationOf,
  invite,
  inviteFirst,
  waitingPersons,
  type Accepted,
  type Invitation,
} from './invitations.ts';
export { caseIds, operatorFile, verifyLedger, type Verification } from './operator.ts';
export { FolderInUse } from './pglite/open.ts';
export {
  endAllSessions,
  endSession,
  sessionLimits,
  sessionsOf,
  signInForDemonstration,
  touchSession,
  type Session,
} from './sessions.ts';
export {
  changePassword,
  newTotpSecret,
  setTotp,
  signIn,
  signInLimits,
  totpAddress,
  type SignIn,
  type SignInLimits,
  type SignInRefusal,
} from './sign-in.ts';
export { idFrom, tokenHash } from './token.ts';
export { Trouble, type TroubleReason } from './trouble.ts';
export { visit, visitCase, type Visit, type Visitor } from './visit.ts';

export { holdingsOf, setDirection, type Account, type Holding } from './accounts.ts';
export { act, type Asking, type Decide, type Done } from './act.ts';
export { clerkCatchesUp } from './clerk.ts';
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
export { caseIds, operatorAct, operatorFile, verifyLedger, type Verification } from './operator.ts';
export { FolderInUse } from './pglite/open.ts';
export { isStore, safetyOf, type Safety } from './safety.ts';
export {
  endAllSessions,
  endSession,
  sessionLimits,
  sessionsOf,
  signInForDemonstration,
  touchSession,
  type Session,
} from './sessions.ts';
export { signInLimits, type SignInLimits } from './attempts.ts';
export { newTotpSecret, totpAddress } from './codes.ts';
export { changePassword, setTotp } from './own-account.ts';
export { signIn, type SignIn, type SignInRefusal } from './sign-in.ts';
export { idFrom, tokenHash } from './token.ts';
export { Trouble, type TroubleReason } from './trouble.ts';
export { visit, visitCase, type Visit, type Visitor } from './visit.ts';

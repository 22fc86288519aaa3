import { institutionName, issueWithKey, listed, partyName, type CaseFile, type Role } from '../../domain/index.ts';
import { mandateInWords, rankInWords } from '../shell.tsx';

/** What a role is, in words, with the institution or the side: “delegate of Upstream, of senior rank, with a mandate to negotiate on Water”. */
export function roleInFull(file: CaseFile, role: Role): string {
  switch (role.kind) {
    case 'mediator':
      return `mediator for ${institutionName(file, role.institution)}`;
    case 'delegate':
      return `delegate of ${partyName(file, role.party)}, ${standingOfDelegate(file, role)}`;
    case 'reader':
      return 'reader';
  }
}

/** How senior a delegate is, and what the delegate may concede. */
export function standingOfDelegate(file: CaseFile, { rank, mandate }: Extract<Role, { kind: 'delegate' }>): string {
  const limits =
    mandate.issues.length === 0
      ? ''
      : ` on ${listed(mandate.issues.map((key) => issueWithKey(file, key)?.name ?? key))}`;
  return `of ${rankInWords[rank]} rank, with a mandate ${mandateInWords[mandate.kind]}${limits}`;
}

/** The standing of an institution among the mediators, as it reads. */
export const standingInWords = {
  lead: 'in the lead',
  supporting: 'supporting',
  guarantor: 'guarantor',
  observer: 'observer',
} as const;

import { institutions, issues, mandateKinds, parties, ranks, type CaseFile, type Role } from '../domain/index.ts';

const kebab = (word: string): string => word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The ranks and the mandates, as they are written at the terminal. */
export const rankWords = ranks.map(kebab);
export const mandateWords = mandateKinds.map(kebab);

/** A role as it is written at the terminal: `mediator:commission`, `delegate:upstream`, `reader`. */
export function roleWritten(role: Role): string {
  switch (role.kind) {
    case 'mediator':
      return `mediator:${role.institution}`;
    case 'delegate':
      return `delegate:${role.party}, ${kebab(role.rank)}, ${kebab(role.mandate.kind)}`;
    case 'reader':
      return 'reader';
  }
}

/** What was written about a role. */
export interface WrittenRole {
  readonly role: string;
  readonly rank: string | undefined;
  readonly mandate: string | undefined;
  readonly issues: string | undefined;
}

/** A role read from what was written, by the keys or names of the case; or what is wrong with it, in a sentence. */
export function readRole(file: CaseFile, written: WrittenRole): Role | { readonly wrong: string } {
  const [kind = '', ...rest] = written.role.split(':');
  const whose = rest.join(':');
  if (kind === 'reader' && rest.length === 0) return onlyFor('delegate', written) ?? { kind: 'reader' };
  if (kind === 'mediator') {
    const institution = named(institutions(file), whose);
    return institution === null
      ? { wrong: `There is no mediating institution “${whose}” in this case. There is ${keys(institutions(file))}.` }
      : (onlyFor('delegate', written) ?? { kind: 'mediator', institution });
  }
  if (kind !== 'delegate')
    return { wrong: `--role must be mediator:INSTITUTION, delegate:PARTY or reader; it is “${written.role}”.` };
  const party = named(parties(file), whose);
  if (party === null) return { wrong: `There is no party “${whose}” in this case. There is ${keys(parties(file))}.` };
  const rank = ranks.find((known) => kebab(known) === written.rank);
  if (rank === undefined) return { wrong: `A delegate needs --rank: one of ${rankWords.join(', ')}.` };
  const mandate = mandateKinds.find((known) => kebab(known) === written.mandate);
  if (mandate === undefined) return { wrong: `A delegate needs --mandate: one of ${mandateWords.join(', ')}.` };
  const listed = (written.issues ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const found = listed.map((text) => named(issues(file), text));
  const unknown = listed[found.indexOf(null)];
  if (unknown !== undefined)
    return { wrong: `There is no issue “${unknown}” in this case. There is ${keys(issues(file))}.` };
  return {
    kind: 'delegate',
    party,
    rank,
    mandate: { kind: mandate, issues: [...new Set(found.filter((key) => key !== null))] },
  };
}

function onlyFor(kind: 'delegate', { rank, mandate, issues }: WrittenRole): { readonly wrong: string } | null {
  return rank === undefined && mandate === undefined && issues === undefined
    ? null
    : { wrong: `--rank, --mandate and --issues are for a ${kind}.` };
}

interface Named {
  readonly key: string;
  readonly name: string;
}

const named = (things: readonly Named[], text: string): string | null =>
  things.find(({ key, name }) => key === text || name.toLowerCase() === text.toLowerCase())?.key ?? null;

const keys = (things: readonly Named[]): string =>
  things.length === 0 ? 'none' : things.map(({ key }) => key).join(', ');

import type { z } from 'zod';
import {
  ranks,
  type Issue,
  type Mandate,
  type Rank,
  type Role,
  type Scale,
  type Seat,
  type Setting,
} from '../../domain/index.ts';
import type { Checks } from './checks.ts';
import { mandateWords, spelled, type role, type setting } from './parts.ts';
import type { issueShape } from './steps.ts';
import type { Path } from '../yaml/places.ts';

/** A setting as its YAML holds it. */
export type SettingDocument = z.infer<typeof setting>;
type RoleDocument = z.infer<z.ZodObject<typeof role>>;
type IssueDocument = Omit<z.infer<typeof issueShape>, 'known-to'>;

/** A setting, with parties and institutions that the case has. */
export function settingIn(written: SettingDocument, path: Path, checks: Checks): Setting {
  const several = (keys: string | readonly string[], what: 'party' | 'person', at: Path) => {
    const all = typeof keys === 'string' ? [keys] : keys;
    for (const key of all) checks.named(what, key, at);
    return all;
  };
  if (typeof written === 'string') return { kind: written };
  if ('caucus' in written) return { kind: 'caucus', parties: several(written.caucus, 'party', [...path, 'caucus']) };
  if ('delegation' in written)
    return { kind: 'delegation', party: checks.named('party', written.delegation, [...path, 'delegation']) };
  if ('persons' in written)
    return { kind: 'persons', persons: several(written.persons, 'person', [...path, 'persons']) };
  const { consultation } = written;
  const at = [...path, 'consultation'];
  if (typeof consultation === 'string')
    return { kind: 'consultation', institution: checks.named('institution', consultation, at), parties: [] };
  const parties = several(consultation.with ?? [], 'party', [...at, 'with']);
  return {
    kind: 'consultation',
    institution: checks.named('institution', consultation.institution, [...at, 'institution']),
    parties,
  };
}

/** Those who take part in a meeting: the mediation, parties and institutions by their keys. */
export function seatsIn(keys: readonly string[], path: Path, checks: Checks): readonly Seat[] {
  return keys.map((key, index): Seat => {
    if (key === 'mediation') return key;
    if (checks.has('institution', key)) return `mediator:${key}`;
    return `party:${checks.named('party', key, [...path, index])}`;
  });
}

/** A role: exactly one of mediator, delegate and reader; a delegate has a rank and a mandate, and nobody else has. */
export function roleIn(written: RoleDocument, path: Path, checks: Checks): Role {
  const { mediator, delegate, reader, rank, mandate } = written;
  if ([mediator, delegate, reader].filter((role) => role !== undefined).length !== 1)
    checks.find(
      path,
      'Say what this person is: mediator (of which institution), delegate (of which party) or reader: true; one of them.',
      'key',
    );
  if (delegate === undefined) {
    for (const word of ['rank', 'mandate'] as const)
      if (written[word] !== undefined) checks.find([...path, word], `Only a delegate has a ${word}.`, 'key');
    return mediator === undefined
      ? { kind: 'reader' }
      : { kind: 'mediator', institution: checks.named('institution', mediator, [...path, 'mediator']) };
  }
  for (const word of ['rank', 'mandate'] as const)
    if (written[word] === undefined) checks.find(path, `A delegate needs a ${word}.`, 'key');
  return {
    kind: 'delegate',
    party: checks.named('party', delegate, [...path, 'delegate']),
    rank: rankIn(rank ?? 'technical'),
    mandate: mandateIn(mandate ?? 'explore', [...path, 'mandate'], checks),
  };
}

/** A rank, from its word. */
export const rankIn = (word: string): Rank => ranks.find((known) => spelled(known) === word) ?? 'technical';

function mandateIn(written: NonNullable<RoleDocument['mandate']>, path: Path, checks: Checks): Mandate {
  if (typeof written === 'string') return { kind: mandateWords[written], issues: [] };
  const [only = ['explore', []] as const, another] = Object.entries(written) as readonly (readonly [
    keyof typeof mandateWords,
    readonly string[],
  ])[];
  if (another !== undefined || Object.keys(written).length === 0)
    checks.find(path, 'A mandate is one of explore, negotiate, ad-referendum and conclude.');
  const [word, issues] = only;
  return {
    kind: mandateWords[word],
    issues: issues.map((issue, index) => checks.named('issue', issue, [...path, word, index])),
  };
}

/** An issue: a range or options, exactly one of them. */
export function issueIn(
  { key, name, description = '', range, options }: IssueDocument,
  path: Path,
  checks: Checks,
): Issue {
  if ((range === undefined) === (options === undefined))
    checks.find(path, 'An issue has a range or options: one of them.', 'key');
  const scale: Scale =
    range === undefined
      ? {
          kind: 'options',
          options: Object.entries(options ?? {}).map(([option, called]) => ({ key: option, name: called })),
        }
      : { kind: 'range', from: range.from, to: range.to, unit: range.unit ?? '', step: range.step ?? null };
  return { kind: 'issue', key, name, description: description.trim(), scale };
}

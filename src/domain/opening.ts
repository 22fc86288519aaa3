import { mayManage, type Actor } from './authority.ts';
import { currentOf, type CaseFile } from './case-file.ts';
import { audienceIn, type Setting } from './confidentiality.ts';
import type { Draft, Making } from './entry.ts';
import { observersAmong, type Institution, type Opening, type Rules } from './parties.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';

export interface OpeningInput {
  readonly opening: Omit<Opening, 'kind'>;
  readonly institutions: readonly Omit<Institution, 'kind'>[];
  readonly rules: Omit<Rules, 'kind'>;
}

/** The first entries of a case. Refuses fewer than two or more than eight parties, repeated keys or names, and a case without a lead. */
export function openCase({ opening, institutions, rules }: OpeningInput, make: Making): Decision {
  const { parties } = opening;
  if (parties.length < 2 || parties.length > 8)
    return refuse('invalid', `A case has 2 to 8 parties; this one names ${parties.length}.`, 'parties');
  const repeated = firstRepeated(parties) ?? firstRepeated(institutions);
  if (repeated !== null) return refuse('duplicate', repeated, 'parties');
  if (!institutions.some((institution) => institution.standing === 'lead'))
    return refuse('invalid', 'One mediating institution must have the lead.', 'institutions');
  const roster = { parties: parties.map((party) => party.key), observers: observersAmong(institutions) };
  const known: Setting = opening.existence === 'public' ? { kind: 'public' } : { kind: 'joint' };
  const draft = (fact: Draft['fact'], setting: Setting): Draft => ({
    id: make.id(),
    audience: audienceIn(setting, roster),
    supersedes: null,
    fact,
  });
  return {
    drafts: [
      draft({ kind: 'opening', ...opening }, known),
      ...institutions.map((institution) => draft({ kind: 'institution', ...institution }, { kind: 'joint' })),
      draft({ kind: 'rules', ...rules }, { kind: 'joint' }),
    ],
  };
}

/** New rules from now on, for every side to read. */
export function changeRules(file: CaseFile, actor: Actor, rules: Omit<Rules, 'kind'>, make: Making): Decision {
  const allowed = mayManage(file, actor, 'change the rules');
  if (isRefusal(allowed)) return allowed;
  const before = currentOf(file, 'rules').at(-1);
  if (before === undefined) return refuse('unknown', 'rules');
  return {
    drafts: [{ id: make.id(), audience: before.audience, supersedes: before.id, fact: { kind: 'rules', ...rules } }],
  };
}

function firstRepeated(things: readonly { readonly key: string; readonly name: string }[]): string | null {
  const seen = new Set<string>();
  for (const { key, name } of things) {
    if (seen.has(key) || seen.has(name)) return name;
    seen.add(key).add(name);
  }
  return null;
}

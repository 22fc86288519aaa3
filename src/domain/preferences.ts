import { mayMediate, type Actor } from './authority.ts';
import { currentOf, once, type CaseFile } from './case-file.ts';
import { audienceIn, type Setting } from './confidentiality.ts';
import type { Entry, Making } from './entry.ts';
import { issueWithKey, unknownIssue, type Issue } from './issues.ts';
import { parties, rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';

/** How much each answer to an issue is worth to a side, before the weight of the issue: for options one value each, for a range points joined by straight lines. */
export type Worth =
  | { readonly kind: 'options'; readonly values: Readonly<Record<string, number>> }
  | { readonly kind: 'range'; readonly points: readonly { readonly at: number; readonly value: number }[] };

/**
 * What a side values, in points. Its *own*, as the side says itself; or an *estimate*, which one of those who mediate answers for by
 * name. Values run from 0 to 100 within each issue; weights are points between the issues.
 */
export interface Preferences {
  readonly kind: 'preferences';
  readonly party: string;
  readonly provenance: 'own' | 'estimate';
  readonly issues: readonly { readonly issue: string; readonly weight: number; readonly worth: Worth }[];
  /** What the side has without an agreement, in points of 100 for the best package; null where it does not say. */
  readonly reservation: number | null;
  /** Where the points come from, in words. */
  readonly basis: string;
}

export interface PreferencesInput extends Omit<Preferences, 'kind' | 'provenance'> {
  readonly room: Setting;
}

/**
 * States what a side values. A delegate speaks for its own side, in its delegation's room, where nobody else reads it, or in its caucus,
 * which releases it to the mediation. Those who mediate state estimates of theirs, which stay with them. A newer statement in the same
 * room takes the place of the one before.
 */
export function statePreferences(file: CaseFile, actor: Actor, input: PreferencesInput, make: Making): Decision {
  const { room, ...rest } = input;
  const own = actor.role.kind === 'delegate';
  const allowed = mayState(file, actor, input);
  if (allowed !== null) return allowed;
  const fault = preferencesFault(file, input);
  if (fault !== null) return fault;
  const audience = audienceIn(room, rosterOf(file));
  if (!audience.some((seat) => actor.seats.includes(seat))) return refuse('ownRoomOnly', 'this room');
  const hidden = unknownIssue(
    file,
    input.issues.map(({ issue }) => issue),
    audience,
    (key) => `weight.${key}`,
  );
  if (hidden !== null) return hidden;
  const fact: Preferences = { kind: 'preferences', ...rest, provenance: own ? 'own' : 'estimate' };
  const before = currentOf(file, 'preferences').find(
    (entry) =>
      entry.fact.party === fact.party &&
      entry.fact.provenance === fact.provenance &&
      entry.audience.join() === audience.join(),
  );
  return { drafts: [{ id: make.id(), audience, supersedes: before?.id ?? null, fact }] };
}

function mayState(file: CaseFile, actor: Actor, { party, room }: PreferencesInput): Refusal | null {
  if (!parties(file).some(({ key }) => key === party)) return refuse('unknown', `party “${party}”`, 'party');
  if (actor.role.kind === 'delegate') {
    if (actor.role.party !== party) return refuse('notYourRole', 'say what that side values');
    const ownRoom =
      (room.kind === 'delegation' && room.party === party) ||
      ((room.kind === 'caucus' || room.kind === 'consultation') && room.parties.join() === party);
    return ownRoom ? null : refuse('ownRoomOnly', 'what your side values is said in a room of its own');
  }
  const allowed = mayMediate(file, actor, 'estimate what a side values');
  if (isRefusal(allowed)) return allowed;
  const apart = room.kind === 'mediation' || (room.kind === 'consultation' && room.parties.length === 0);
  return apart ? null : refuse('ownRoomOnly', 'an estimate stays with those who mediate');
}

/** Weights are compared with one another, and none needs to be larger: sums of larger ones could not be held. */
const mostWeight = 1_000_000;

/** The first fault of what was typed, by its place, or null. */
export function preferencesFault(file: CaseFile, { issues, reservation }: PreferencesInput): Refusal | null {
  if (issues.length === 0) return refuse('invalid', 'Give points and a weight for at least one issue.', 'issues');
  const seen = new Set<string>();
  for (const { issue: key, weight, worth } of issues) {
    const issue = issueWithKey(file, key);
    if (issue === null) return refuse('unknown', `issue “${key}”`, `weight.${key}`);
    if (seen.has(key)) return refuse('duplicate', `${issue.name} in the list`, `weight.${key}`);
    seen.add(key);
    if (!(weight >= 0 && weight <= mostWeight))
      return refuse('invalid', `${issue.name}: give its weight as points, from 0 to a million.`, `weight.${key}`);
    const fault = worthFault(issue, worth);
    if (fault !== null) return refuse('invalid', fault, `worth.${key}`);
  }
  if (issues.every(({ weight }) => weight === 0))
    return refuse('invalid', 'Give at least one issue a weight above 0.', 'weights');
  if (reservation !== null && !(reservation >= 0 && reservation <= 100))
    return refuse('invalid', 'Without an agreement: give points from 0 to 100, or leave it empty.', 'reservation');
  return null;
}

function worthFault({ name, scale }: Issue, worth: Worth): string | null {
  const inRange = (value: number) => Number.isFinite(value) && value >= 0 && value <= 100;
  if (scale.kind === 'options') {
    if (worth.kind !== 'options') return `${name}: give points for each option.`;
    const gone = Object.keys(worth.values).find((key) => !scale.options.some((option) => option.key === key));
    if (gone !== undefined)
      return `${name}: “${gone}” is no option any more. Open the form again to see those that there are.`;
    const missing = scale.options.find(({ key }) => !inRange(worth.values[key] ?? Number.NaN));
    return missing === undefined ? null : `${name}: give ${missing.name} points from 0 to 100.`;
  }
  if (worth.kind !== 'range' || worth.points.length < 2) return `${name}: give points for at least two numbers.`;
  const bad = worth.points.find(({ at, value }) => !inRange(value) || !(at >= scale.from && at <= scale.to));
  if (bad !== undefined)
    return (
      `${name}: give points from 0 to 100 for numbers from ${scale.from} to ${scale.to} ${scale.unit}`.trim() + '.'
    );
  const ordered = worth.points.every(({ at }, i) => i === 0 || at > (worth.points[i - 1]?.at ?? Number.NaN));
  const covers = worth.points[0]?.at === scale.from && worth.points.at(-1)?.at === scale.to;
  return ordered && covers
    ? null
    : `${name}: give points for ${scale.from} and ${scale.to}, and numbers between them in order.`;
}

/** What is known of a side's preferences to this viewer: its own statement before an estimate, and among several the latest. Null where there is none. */
export const preferencesOf = (file: CaseFile, party: string): Entry<Preferences> | null =>
  best(file).get(party) ?? null;

/** What those who mediate estimate together that a side values; null where there is no such estimate. */
export function estimateOf(file: CaseFile, party: string): Entry<Preferences> | null {
  const together = audienceIn({ kind: 'mediation' }, rosterOf(file)).join();
  const isSuch = ({ fact, audience }: Entry<Preferences>): boolean =>
    fact.party === party && fact.provenance === 'estimate' && audience.join() === together;
  return currentOf(file, 'preferences').findLast(isSuch) ?? null;
}

const best = once((file): ReadonlyMap<string, Entry<Preferences>> => {
  const found = new Map<string, Entry<Preferences>>();
  for (const entry of currentOf(file, 'preferences')) {
    const before = found.get(entry.fact.party);
    if (before?.fact.provenance === 'own' && entry.fact.provenance === 'estimate') continue;
    found.set(entry.fact.party, entry);
  }
  return found;
});

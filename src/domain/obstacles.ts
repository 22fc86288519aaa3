import { added } from './adding.ts';
import { mayManage, type Actor } from './authority.ts';
import { currentOf, entryOfKind, supersededBy, type CaseFile } from './case-file.ts';
import { audienceIn, type Audience, type Setting } from './confidentiality.ts';
import type { Entry, EntryId, Making } from './entry.ts';
import { issueWithKey, unknownIssue } from './issues.ts';
import { parties, rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';

export const obstacleStates = ['standing', 'eased', 'removed'] as const;

/** Something in the way of an agreement, as those who mediate see it: who raised it, what would remove it, how far that has come. */
export interface Obstacle {
  readonly kind: 'obstacle';
  readonly title: string;
  readonly words: string;
  readonly issue: string | null;
  /** The side that raised it; null when nobody in particular did. */
  readonly raisedBy: string | null;
  readonly remedy: string;
  readonly state: (typeof obstacleStates)[number];
}

/** A side's account of an obstacle: what it says happened, and whose doing it was. */
export interface ObstacleAccount {
  readonly kind: 'account';
  readonly obstacle: EntryId;
  readonly party: string;
  readonly words: string;
}

/** Enters an obstacle for those in `knownTo`. */
export function enterObstacle(
  file: CaseFile,
  actor: Actor,
  input: Omit<Obstacle, 'kind'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'enter obstacles');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...obstacle } = input;
  const fault = obstacleFault(file, obstacle, audienceIn(knownTo, rosterOf(file)));
  return fault ?? added(file, { kind: 'obstacle', ...obstacle }, knownTo, make);
}

/** Revises an obstacle for those who know it. Refuses one that was revised meanwhile. */
export function reviseObstacle(
  file: CaseFile,
  actor: Actor,
  id: EntryId,
  input: Partial<Omit<Obstacle, 'kind'>>,
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'revise obstacles');
  if (isRefusal(allowed)) return allowed;
  const before = entryOfKind(file, 'obstacle', id);
  if (before === null) return refuse('unknown', 'obstacle');
  if (supersededBy(file, id) !== null) return refuse('superseded', 'That obstacle');
  const fact: Obstacle = { ...before.fact, ...input };
  return (
    obstacleFault(file, fact, before.audience) ?? {
      drafts: [{ id: make.id(), audience: before.audience, supersedes: before.id, fact }],
    }
  );
}

/** Gives one's side's account of an obstacle, in its caucus or to its own delegation; a mediator may note one for the mediation. A newer account of the same side in the same room takes the place of the one before. */
export function giveAccount(
  file: CaseFile,
  actor: Actor,
  input: Omit<ObstacleAccount, 'kind'> & { readonly room: Setting },
  make: Making,
): Decision {
  const { room, ...account } = input;
  const obstacle = entryOfKind(file, 'obstacle', account.obstacle);
  if (obstacle === null) return refuse('unknown', 'obstacle');
  if (!parties(file).some(({ key }) => key === account.party)) return refuse('unknown', 'party', 'party');
  if (account.words.trim() === '') return refuse('invalid', 'Write the account first.', 'words');
  if (actor.role.kind === 'delegate' ? actor.role.party !== account.party : room.kind !== 'mediation')
    return refuse('notYourRole', 'give that side’s account here');
  if (actor.role.kind !== 'delegate') {
    const allowed = mayManage(file, actor, 'note accounts');
    if (isRefusal(allowed)) return allowed;
  }
  const audience = audienceIn(room, rosterOf(file));
  if (!audience.some((seat) => actor.seats.includes(seat))) return refuse('ownRoomOnly', 'this room');
  // Nobody may read an account of an obstacle that they do not know.
  if (!audience.every((seat) => obstacle.audience.includes(seat)))
    return refuse('participantMustKnow', 'somebody in this room does not know the obstacle', 'room');
  const before = currentOf(file, 'account').find(
    (entry) =>
      entry.fact.obstacle === obstacle.id &&
      entry.fact.party === account.party &&
      entry.audience.join() === audience.join(),
  );
  return {
    drafts: [{ id: make.id(), audience, supersedes: before?.id ?? null, fact: { kind: 'account', ...account } }],
  };
}

/** The obstacles that the viewer knows: standing ones first, then by time. */
export const obstacles = (file: CaseFile): readonly Entry<Obstacle>[] =>
  currentOf(file, 'obstacle').toSorted(
    (a, b) => obstacleStates.indexOf(a.fact.state) - obstacleStates.indexOf(b.fact.state),
  );

/** The accounts of an obstacle, or of what it revises, that the viewer knows. */
export function accountsOf(file: CaseFile, obstacle: Entry<Obstacle>): readonly Entry<ObstacleAccount>[] {
  const line = new Set<EntryId>();
  for (let entry: Entry<Obstacle> | null = obstacle; entry !== null;) {
    line.add(entry.id);
    entry = entry.supersedes === null ? null : entryOfKind(file, 'obstacle', entry.supersedes);
  }
  return currentOf(file, 'account').filter((entry) => line.has(entry.fact.obstacle));
}

function obstacleFault(
  file: CaseFile,
  { title, issue, raisedBy }: Omit<Obstacle, 'kind'>,
  audience: Audience,
): Refusal | null {
  if (title.trim() === '') return refuse('invalid', 'Give it a title.', 'title');
  if (issue !== null && issueWithKey(file, issue) === null) return refuse('unknown', `issue “${issue}”`, 'issue');
  if (raisedBy !== null && !parties(file).some(({ key }) => key === raisedBy))
    return refuse('unknown', `party “${raisedBy}”`, 'raisedBy');
  return issue === null ? null : unknownIssue(file, [issue], audience, () => 'issue');
}

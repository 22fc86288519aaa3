import { mayMediate, type Actor } from './authority.ts';
import type { CaseFile } from './case-file.ts';
import { audienceIn, type Setting } from './confidentiality.ts';
import type { Making } from './entry.ts';
import { checkAnswer, issueWithKey, unknownIssue, type Answer } from './issues.ts';
import { parties, rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';

/** Where a side stands on an issue: what it demands, why, or the limit that it says it will not cross. */
export interface Position {
  readonly kind: 'position';
  readonly party: string;
  readonly issue: string;
  readonly stance: 'position' | 'interest' | 'redLine';
  readonly answer: Answer | null;
  readonly words: string;
}

/**
 * Takes a position. A delegate takes it for its own side, in a room of its own: with the mediation, with one institution, or alone.
 * A mediator may only note its understanding of a side's position, which stays with the mediation.
 */
export function takePosition(
  file: CaseFile,
  actor: Actor,
  input: Omit<Position, 'kind'> & { readonly room: Setting },
  make: Making,
): Decision {
  const { room, ...position } = input;
  const issue = issueWithKey(file, position.issue);
  if (issue === null) return refuse('unknown', 'issue', 'issue');
  if (!parties(file).some((party) => party.key === position.party))
    return refuse('unknown', `party “${position.party}”`, 'party');
  if (actor.role.kind === 'delegate' ? actor.role.party !== position.party : room.kind !== 'mediation')
    return refuse('notYourRole', 'take a position for that side here');
  if (actor.role.kind !== 'delegate') {
    const allowed = mayMediate(file, actor, 'note a position');
    if (isRefusal(allowed)) return allowed;
  }
  if (position.answer !== null) {
    const fault = checkAnswer(issue, position.answer);
    if (fault !== null) return refuse('invalid', fault, 'answer');
  } else if (position.words.trim() === '') return refuse('invalid', 'Give an answer, or say it in words.', 'words');
  const audience = audienceIn(room, rosterOf(file));
  if (!audience.some((seat) => actor.seats.includes(seat))) return refuse('ownRoomOnly', 'this room');
  const hidden = unknownIssue(file, [position.issue], audience, () => 'issue');
  if (hidden !== null) return hidden;
  return { drafts: [{ id: make.id(), audience, supersedes: null, fact: { kind: 'position', ...position } }] };
}

import type { Profile } from '../scenario.ts';
import { answerInWords } from './answer.ts';
import { directionOf, type Direction } from './gap.ts';
import { among, asOfRound, type History } from './history.ts';
import { percentOf } from './percent.ts';
import { sumOf } from './exact.ts';
import { gapOf, standsIn, turnsOf, type Stand, type Table } from './table.ts';
import { utilityGap, worthsBy, type Worth } from './worth.ts';

/** Where some parties stand: issue by issue, and overall. */
export interface PartiesStanding {
  readonly parties: readonly string[];
  readonly issues: readonly IssueStanding[];
  readonly overall: Overall;
}

/** Where all the parties stand, and each pair of them. */
export interface Standing extends PartiesStanding {
  readonly pairs: readonly PartiesStanding[];
}

/** Where the parties stand on one issue. */
export interface IssueStanding {
  readonly issue: number;
  /** Their latest answers, in the order of the parties; some may have none. */
  readonly stands: readonly Stand[];
  /** The gap between the answers, from 0 to 1; null until every party has one. */
  readonly gap: number | null;
  /** The gap in utility, from 0 to 1; null where preferences do not say. */
  readonly utility: number | null;
  /**
   * Unknown until every party has answered. Agreed when the gap is 0. Else how the gap compares with the end of the round before: stuck when
   * it is the same. In the first round, or without rounds, how it last changed; first when it never did.
   */
  readonly status: Direction | 'stuck' | 'unknown';
  /** When the gap came to be what it is, and in which round; null while it is unknown. */
  readonly since: { readonly at: number; readonly round: number; readonly ref: string } | null;
  /** For how many rounds the gap has been what it is: 0 when it changed in this one. */
  readonly roundsUnchanged: number | null;
}

/** The gaps of several issues in one number. */
export interface Overall {
  /** The mean of the gaps that are known, each issue counted alike; null when none is. */
  readonly gap: number | null;
  /** The sum of the gaps in utility, which weigh issues by themselves; null unless known on each issue that counts. */
  readonly utility: number | null;
  /** How many issues count, of how many there are. */
  readonly measured: number;
  readonly of: number;
}

/** Where the parties stand after the last move, with gaps in utility where the parties have profiles. */
export function standingIn(history: History, profiles: readonly Profile[] = []): Standing {
  const worths = worthsBy(profiles, history.issues);
  const pairs = history.parties.flatMap((a, i) =>
    history.parties.slice(i + 1).map((b) => standingOf(among(history, [a, b]), worths)),
  );
  return { ...standingOf(history, worths), pairs };
}

/** The mean of the known gaps, and the sum of the gaps in utility. */
export function overallOf(gaps: readonly { readonly gap: number | null; readonly utility: number | null }[]): Overall {
  const known = gaps.filter((each) => each.gap !== null);
  const utilities = known.map((each) => each.utility).filter((utility) => utility !== null);
  return {
    // Summed from the smallest up, so that the order of issues changes nothing.
    gap: known.length === 0 ? null : sumOf(known.map((each) => each.gap!)) / known.length,
    utility: known.length === 0 || utilities.length < known.length ? null : sumOf(utilities),
    measured: known.length,
    of: gaps.length,
  };
}

/** The gaps of several issues, in a sentence. */
export function overallInWords({ gap, utility, measured, of }: Overall): string {
  if (gap === null) return 'No gap is known yet: on no issue has every party answered.';
  const inUtility = utility === null ? '' : ` The gaps in utility add up to ${percentOf(utility)}.`;
  return `Mean gap ${percentOf(gap)}, over ${measured} of ${of} issues.${inUtility}`;
}

/** Where the parties stand on an issue, in a sentence. */
export function standingInWords(
  { issues }: History,
  { issue, stands, status, roundsUnchanged }: IssueStanding,
): string {
  const scale = issues[issue]!;
  const answers = stands.map((stand) => `${stand.party} ${answerInWords(scale, stand.answer)}`).join(', ');
  const table = answers === '' ? 'nobody has answered yet' : answers;
  return `On *${scale.name}*: ${table}. ${statusWords(status, roundsUnchanged)}`;
}

function statusWords(status: IssueStanding['status'], rounds: number | null): string {
  switch (status) {
    case 'unknown':
      return 'The gap is not known until every party has answered.';
    case 'agreed':
      return 'The answers have met.';
    case 'first':
      return 'The gap is seen for the first time.';
    case 'narrowing':
      return 'The gap has narrowed.';
    case 'widening':
      return 'The gap has widened.';
    case 'stuck':
      return rounds === 0
        ? 'The gap is what it was at the end of the round before.'
        : `The gap has not changed for ${rounds === 1 ? 'one round' : `${rounds} rounds`}.`;
  }
}

function standingOf(history: History, worths: ReadonlyMap<string, Worth>): PartiesStanding {
  const stands = standsIn(history);
  const before = history.rounds > 1 ? standsIn(asOfRound(history, history.rounds - 1)) : null;
  const changes = changesOf(history);
  const issues = history.issues.map((_, issue): IssueStanding => {
    const last = changes[issue]!.at(-1) ?? null;
    const gap = last?.gap ?? null;
    const since = last === null || gap === null ? null : { at: last.at, round: last.round, ref: last.ref };
    const earlier = before === null ? null : gapOf(history, issue, before[issue]!);
    return {
      issue,
      stands: inOrder(history, stands[issue]!),
      gap,
      utility: gap === null ? null : utilityGap(worths, issue, inOrder(history, stands[issue]!)),
      status: statusOf(
        gap,
        earlier ?? changes[issue]!.slice(0, -1).findLast((change) => change.gap !== null)?.gap ?? null,
        earlier !== null,
      ),
      since,
      roundsUnchanged: since === null ? null : history.rounds - since.round,
    };
  });
  return { parties: history.parties, issues, overall: overallOf(issues) };
}

interface Change {
  readonly gap: number | null;
  readonly at: number;
  readonly round: number;
  readonly ref: string;
}

/** Issue by issue, each time that the gap became another, or known or unknown. */
function changesOf(history: History): readonly (readonly Change[])[] {
  const changes = history.issues.map((): Change[] => []);
  for (const { move, round, after } of turnsOf(history)) {
    const gap = gapOf(history, move.issue, after);
    if (gap !== (changes[move.issue]!.at(-1)?.gap ?? null))
      changes[move.issue]!.push({ gap, at: move.at, round, ref: move.ref });
  }
  return changes;
}

/** The status of a gap, by the gap with which it compares; `earlier` is true where that is of the end of the round before. */
function statusOf(gap: number | null, before: number | null, earlier: boolean): IssueStanding['status'] {
  if (gap === null) return 'unknown';
  if (earlier && gap === before && gap !== 0) return 'stuck';
  return directionOf(before, gap);
}

const inOrder = ({ parties }: History, stands: Table['stands']): readonly Stand[] =>
  parties.flatMap((party) => stands.get(party) ?? []);

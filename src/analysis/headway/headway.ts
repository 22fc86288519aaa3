import type { Method } from '../method.ts';
import type { Profile } from '../scenario.ts';
import { isSameAnswer } from './answer.ts';
import { asOfRound, roundsOf, type History } from './history.ts';
import { exactPercentOf } from './percent.ts';
import { overallOf, type Overall } from './standing.ts';
import { sumOf } from './exact.ts';
import { gapOf, standsIn, type Table } from './table.ts';
import { utilityGap, worthsBy, type Worth } from './worth.ts';

/** What headway by round is. */
export const headwayMethod: Method = {
  name: 'Headway by round',
  definition:
    'The mean gap over the issues that all parties have answered, at the end of each round. A round is a set-back when the mean over the issues that were known in both rounds is greater than at the end of the round before.',
  assumes: 'Each issue counts alike. A round that is still open counts as it stands.',
  misleads:
    'The mean of one round and the next may cover different issues: compare by the change, which never does. Talks also make headway where no answer moves, in trust or in understanding; it is not seen here.',
  source: 'Position change over rounds: Druckman 1973; the comparison of like with like is our own',
};

/** The gap at the end of one round, and what came of it since the round before. */
export interface RoundHeadway {
  readonly round: number;
  readonly overall: Overall;
  /** The gap on each issue; null where not every party has answered. */
  readonly gaps: readonly (number | null)[];
  /** The mean gap at the end of the round before and of this one, on the issues known at both; null when there are none. */
  readonly change: { readonly before: number; readonly after: number; readonly issues: number } | null;
  /** Whether that gap is greater than at the end of the round before. */
  readonly isSetBack: boolean;
  /** Nobody changed an answer in this round. */
  readonly isSilent: boolean;
  /** The issues on which something was said. */
  readonly issues: readonly IssueHeadway[];
}

/** What came of one issue in one round. */
export interface IssueHeadway {
  readonly issue: number;
  /** The gap at the end of the round before, and of this one; null where not every party had answered. */
  readonly before: number | null;
  readonly after: number | null;
  readonly isSetBack: boolean;
  /** What shows it: the moves of this round on this issue. */
  readonly refs: readonly string[];
}

/** Headway round by round, from the first; on the answers, and on utility where profiles say what they are worth. */
export function headwayByRound(history: History, profiles: readonly Profile[] = []): readonly RoundHeadway[] {
  const worths = worthsBy(profiles, history.issues);
  const refs = refsByRound(history);
  const ends = Array.from({ length: history.rounds + 1 }, (_, round) => endOfRound(history, worths, round));
  return ends.slice(1).map((end, place): RoundHeadway => {
    const start = ends[place]!;
    const known = history.issues.flatMap((_, issue) => {
      const [before, after] = [start.gaps[issue]!.gap, end.gaps[issue]!.gap];
      return before === null || after === null ? [] : [{ before, after }];
    });
    const mean = (gaps: readonly number[]) => sumOf(gaps) / gaps.length;
    const change =
      known.length === 0
        ? null
        : {
            before: mean(known.map((gap) => gap.before)),
            after: mean(known.map((gap) => gap.after)),
            issues: known.length,
          };
    return {
      round: place + 1,
      overall: overallOf(end.gaps),
      gaps: end.gaps.map(({ gap }) => gap),
      change,
      isSetBack: change !== null && change.after > change.before,
      isSilent: history.issues.every((_, issue) => isSameTable(start.stands[issue]!, end.stands[issue]!)),
      issues: history.issues.flatMap((_, issue) => {
        const [before, after] = [start.gaps[issue]!.gap, end.gaps[issue]!.gap];
        const shown = refs.get(`${place + 1} ${issue}`) ?? [];
        if (shown.length === 0) return [];
        return [{ issue, before, after, isSetBack: before !== null && after !== null && after > before, refs: shown }];
      }),
    };
  });
}

/** What came of a round, in a sentence. */
export function roundInWords(
  history: History,
  { round, change, overall, isSilent, isSetBack, issues }: RoundHeadway,
): string {
  if (isSilent) return `In round ${round} nobody changed an answer.`;
  const wider = issues.filter((each) => each.isSetBack).map(({ issue }) => `*${history.issues[issue]!.name}*`);
  const where = wider.length === 0 ? '' : ` The gap widened on ${wider.join(', ')}.`;
  if (change === null || change.after === change.before) {
    const known = overall.gap === null ? 'not known yet' : exactPercentOf(overall.gap);
    return `At the end of round ${round} the mean gap was ${known}, over ${overall.measured} of ${overall.of} issues.${where}`;
  }
  const went = isSetBack ? 'widened' : 'narrowed';
  return `In round ${round} the mean gap ${went} from ${exactPercentOf(change.before)} to ${exactPercentOf(change.after)}, over ${change.issues} of ${overall.of} issues.${where}`;
}

interface End {
  readonly stands: readonly Table['stands'][];
  readonly gaps: readonly { readonly gap: number | null; readonly utility: number | null }[];
}

/** What is on the table at the end of a round; of round 0, before the first. */
function endOfRound(history: History, worths: ReadonlyMap<string, Worth>, round: number): End {
  const stands = standsIn(asOfRound(history, round));
  const gaps = history.issues.map((_, issue) => {
    const gap = gapOf(history, issue, stands[issue]!);
    return { gap, utility: gap === null ? null : utilityGap(worths, issue, [...stands[issue]!.values()]) };
  });
  return { stands, gaps };
}

/** What shows each round's moves on each issue, by “round issue”. */
function refsByRound(history: History): ReadonlyMap<string, readonly string[]> {
  const rounds = roundsOf(history);
  const refs = new Map<string, string[]>();
  for (const [place, { issue, ref }] of history.moves.entries()) {
    const key = `${rounds[place]} ${issue}`;
    refs.set(key, [...(refs.get(key) ?? []), ref]);
  }
  return refs;
}

const isSameTable = (before: Table['stands'], after: Table['stands']): boolean =>
  before.size === after.size &&
  [...before].every(([party, stand]) => after.has(party) && isSameAnswer(stand.answer, after.get(party)!.answer));

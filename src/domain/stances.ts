import { directionOf, gapBetween, type Direction, type GapScale } from '../analysis/index.ts';
import { once, type CaseFile } from './case-file.ts';
import type { Entry, Instant } from './entry.ts';
import { issues, type Answer, type Issue } from './issues.ts';
import { parties } from './parties.ts';

/** A side's latest answer on an issue, as far as the viewer knows it, and the entry that shows it. */
export interface Stance {
  readonly party: string;
  readonly answer: Answer;
  readonly entry: Entry;
}

/** Where the sides stand on one issue: the latest answer of each, the gap from 0 (agreed) to 1, which way it moved last, and since when it has not. */
export interface Standing {
  readonly issue: Issue;
  readonly stances: readonly Stance[];
  readonly gap: number | null;
  readonly direction: Direction | null;
  readonly unchangedSince: Instant | null;
}

/** Where the sides stand, issue by issue, from what the viewer knows. */
export const whereTheyStand = once((file): readonly Standing[] => {
  const moves = movesIn(file);
  return issues(file).map((issue) =>
    standingOn(
      issue,
      moves.filter((move) => move.issue === issue.key),
      parties(file).length,
    ),
  );
});

/** Every answer that a side gave, in order: positions and proposals, and what was carried in a side's name. */
interface Move extends Stance {
  readonly issue: string;
}

function movesIn(file: CaseFile): readonly Move[] {
  return file.entries.flatMap((entry): Move[] => {
    const { fact } = entry;
    switch (fact.kind) {
      case 'position':
        return fact.answer === null || fact.stance !== 'position'
          ? []
          : [{ party: fact.party, issue: fact.issue, answer: fact.answer, entry }];
      case 'proposal':
      case 'response':
        return fact.terms.map(({ issue, answer }) => ({ party: fact.party, issue, answer, entry }));
      case 'carried': {
        const { from } = fact;
        if (from === null || file.seats.includes('mediation')) return [];
        return fact.terms.map(({ issue, answer }) => ({ party: from.key, issue, answer, entry }));
      }
      default:
        return [];
    }
  });
}

function standingOn(issue: Issue, moves: readonly Move[], sides: number): Standing {
  const latest = new Map<string, Move>();
  let gap: number | null = null;
  let direction: Direction | null = null;
  let unchangedSince: Instant | null = null;
  for (const move of moves) {
    const before = latest.get(move.party);
    if (before?.answer !== move.answer) unchangedSince = move.entry.at;
    latest.set(move.party, move);
    if (latest.size < sides) continue;
    const now = gapBetween(
      gapScale(issue),
      [...latest.values()].map((stance) => stance.answer),
    );
    if (gap === null || now !== gap) direction = directionOf(gap, now);
    gap = now;
  }
  return { issue, stances: [...latest.values()], gap, direction, unchangedSince };
}

function gapScale({ scale }: Issue): GapScale {
  return scale.kind === 'range'
    ? { kind: 'range', from: scale.from, to: scale.to }
    : { kind: 'options', options: scale.options.map((option) => option.key) };
}

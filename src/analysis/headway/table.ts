import type { Answer } from './answer.ts';
import { onGrid } from './exact.ts';
import { gapBetween } from './gap.ts';
import { roundsOf, type History, type Move } from './history.ts';

/** A party's answer as it stands on an issue, since when, and what shows it. */
export interface Stand {
  readonly party: string;
  readonly answer: Answer;
  readonly at: number;
  /** The round with which it counts; 0 before the first. */
  readonly round: number;
  readonly ref: string;
}

/** What is on the table on one issue. */
export interface Table {
  /** The latest answer of each party that has one standing. */
  readonly stands: ReadonlyMap<string, Stand>;
  /** The first answer that each party gave. */
  readonly firsts: ReadonlyMap<string, Stand>;
  /** The red lines that each party drew, oldest first. */
  readonly lines: ReadonlyMap<string, readonly Stand[]>;
  /** Every answer that was given so far, oldest first. */
  readonly given: readonly Stand[];
  /** Whether anybody has spoken of the issue. */
  readonly raised: boolean;
}

/** A move, the round with which it counts, and what was on the table on its issue just before; the table is good until the next turn. */
export interface Turn {
  readonly move: Move;
  readonly round: number;
  readonly table: Table;
  /** The latest answers on the issue just after. */
  readonly after: Table['stands'];
}

/** Every move in turn, with what was on the table before it. */
export function* turnsOf(history: History): Generator<Turn> {
  const rounds = roundsOf(history);
  const tables = history.issues.map(() => ({
    stands: new Map() as Table['stands'],
    firsts: new Map<string, Stand>(),
    lines: new Map<string, Stand[]>(),
    given: [] as Stand[],
    raised: false,
  }));
  for (const [place, move] of history.moves.entries()) {
    const table = tables[move.issue]!;
    const round = rounds[place]!;
    const after = standsAfter(table.stands, move, round);
    yield { move, round, table, after };
    table.raised = true;
    table.stands = after;
    if (move.answer === null) continue;
    const stand = standOf(move, move.answer, round);
    if (move.kind === 'red-line') table.lines.set(move.party, [...(table.lines.get(move.party) ?? []), stand]);
    else {
      if (!table.firsts.has(move.party)) table.firsts.set(move.party, stand);
      table.given.push(stand);
    }
  }
}

/** The latest answers, issue by issue. */
export function standsIn(history: History): readonly Table['stands'][] {
  const rounds = roundsOf(history);
  const stands = history.issues.map(() => new Map<string, Stand>());
  for (const [place, move] of history.moves.entries()) take(stands[move.issue]!, move, rounds[place]!);
  return stands;
}

/** The gap on an issue between the latest answers of all parties; null until each has one. */
export function gapOf({ parties, issues }: History, issue: number, stands: Table['stands']): number | null {
  if (stands.size < parties.length) return null;
  const answers = [...stands.values()].map((stand) => stand.answer);
  return onGrid(gapBetween(issues[issue]!, answers));
}

/** The latest answers on an issue after a move on it. */
function standsAfter(stands: Table['stands'], move: Move, round: number): Table['stands'] {
  const after = new Map(stands);
  take(after, move, round);
  return after;
}

/** Enters a move among the latest answers. */
function take(stands: Map<string, Stand>, move: Move, round: number): void {
  if (move.kind === 'withdrawal') stands.delete(move.party);
  else if (move.kind !== 'red-line' && move.answer !== null) stands.set(move.party, standOf(move, move.answer, round));
}

const standOf = ({ party, at, ref }: Move, answer: Answer, round: number): Stand => ({ party, answer, at, round, ref });

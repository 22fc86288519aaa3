import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { packageInWords } from './agenda.ts';
import { endsOf } from './ends.ts';
import { middleGround } from './middle-ground.ts';
import type { Effort } from './nearness.ts';
import { improvementsOf, type Improvement } from './post-settlement.ts';
import { byLeximin, measuredBy, sharesOf, stakesOf } from './stakes.ts';
import type { OnTheTable } from './table.ts';
import { tradeInWords } from './trade-in-words.ts';
import { tradesFrom, type Trade } from './trades.ts';

/** A package reached from the middle of the offers by trades, each of which left nobody worse off. */
export interface TradedFromMiddle {
  readonly from: Package;
  readonly trades: readonly Trade[];
  /** Changes of more than two issues that were needed to become efficient after the trades; null if none was. */
  readonly rest: Improvement | null;
  readonly pack: Package;
  /** For each party, in steps of the grid. */
  readonly totals: readonly number[];
  readonly sentence: string;
}

/** How many packages in the middle are considered as a start. */
const starts = 16;

/**
 * From the middle of the offers, the best trade, then the best from there, until there is none; then whatever else leaves nobody worse off.
 * The end is efficient (unless a budget was passed). Of several packages in the middle, the one from which the least is left to the
 * trades is the start: its least share of what a party has at stake is the largest. Null if nobody has made an offer, no such package is
 * allowed, or the end gives a party less than its floor.
 */
export function tradedFromMiddle(scores: Scores, table: OnTheTable, effort: Effort = {}): TradedFromMiddle | null {
  const from = startOf(scores, table);
  if (from === null) return null;
  const trades: Trade[] = [];
  let pack = from;
  for (;;) {
    const found = tradesFrom(scores, pack, 1);
    const best = 'refused' in found ? undefined : found.best[0];
    if (best === undefined) break;
    trades.push(best);
    const changed = [...pack];
    for (const { issue, to } of best.moves) changed[issue] = to;
    pack = changed;
  }
  const better = improvementsOf(scores, table.agenda, pack, effort);
  const rest = 'kind' in better && better.kind === 'improvements' ? firstOf(better.improvements) : null;
  const end = rest?.pack ?? pack;
  const totals = Array.from(totalsOf(scores, end)!);
  if (scores.floors.some((floor, p) => totals[p]! < floor)) return null;
  const isEfficient = 'kind' in better && better.kind === 'efficient' && better.exact === true;
  const sentence = inWords(scores, table, from, trades, rest, isEfficient);
  return { from, trades, rest, pack: end, totals, sentence };
}

function startOf(scores: Scores, table: OnTheTable): Package | null {
  const [stakes, { worst }] = [stakesOf(scores), endsOf(scores)];
  const filled = middleGround(table, starts).candidates.map((offer) =>
    offer.map((answer, i) => answer ?? bestTogether(scores, stakes, i)),
  );
  const allowed = filled.flatMap((pack) => {
    const totals = totalsOf(scores, pack);
    return totals === null
      ? []
      : [
          {
            pack,
            shares: sharesOf(
              totals.map((total, p) => total - worst[p]!),
              stakes,
            ),
          },
        ];
  });
  allowed.sort((a, b) => byLeximin(a.shares, b.shares) || byAnswers(a.pack, b.pack));
  return allowed[0]?.pack ?? null;
}

const firstOf = (improvements: readonly Improvement[]): Improvement =>
  improvements.reduce((first, one) => (byAnswers(one.pack, first.pack) < 0 ? one : first));

/** An order of packages in which no party counts more than another: by their answers, issue after issue. */
function byAnswers(a: Package, b: Package): number {
  const at = a.findIndex((answer, i) => answer !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

// Nobody has spoken of the issue: the answer that is worth most to all together.
function bestTogether(scores: Scores, stakes: readonly number[], issue: number): number {
  const measure = measuredBy(stakes);
  const worth = Array.from({ length: scores.sizes[issue]! }, (_, a) => measure(scores.of.map((of) => of[issue]![a]!)));
  return worth.reduce((best, { total }, a) => (total > worth[best]!.total ? a : best), 0);
}

function inWords(
  scores: Scores,
  { agenda }: OnTheTable,
  from: Package,
  trades: readonly Trade[],
  rest: Improvement | null,
  isEfficient: boolean,
): string {
  const steps = trades.map((trade) => tradeInWords(scores, agenda, trade));
  if (rest !== null) steps.push(`Then ${packageInWords(agenda, rest.pack, rest.changes)}, by which nobody loses.`);
  const opening = `From the middle of the offers (${packageInWords(agenda, from)})`;
  if (steps.length === 0)
    return `${opening}: there is nothing to trade${isEfficient ? ', it is efficient as it is' : ''}.`;
  return `${opening}: ${steps.join(' ')}`;
}

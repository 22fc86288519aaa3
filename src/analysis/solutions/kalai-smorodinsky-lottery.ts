import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import {
  asNumber,
  asText,
  compare,
  fraction,
  minus,
  ofDouble,
  over,
  plus,
  times,
  total,
  type Fraction,
} from './fraction.ts';
import { hullOf } from './hull.ts';
import { reach, type Reach } from './reach.ts';
import { figure, givesInWords, listInWords, percent, type Telling } from './words.ts';

/** The words that stand beside a Kalai–Smorodinsky lottery. */
export const kalaiSmorodinskyLotteryMethod: Method = {
  name: 'Kalai–Smorodinsky lottery',
  definition:
    'The draw between packages that gives every party the same share of the most that it could hope for from any acceptable draw, and as large a one as possible.',
  assumes:
    'The parties would accept a draw, or the packages can be mixed some other way (in turns, or by side payments that cost nothing).',
  misleads:
    'When no such draw is on offer: the point is then a yardstick and not a package. Its ideal is taken over draws, so it may lie above every single package.',
  source: 'Kalai & Smorodinsky 1975, Econometrica 43:513–518',
};

/** A draw between packages, and what each party expects from it. */
export type Lottery =
  | {
      readonly kind: 'chosen' | 'touching';
      /** Expected totals in steps. */
      readonly totals: readonly number[];
      /** What the draw gives: these totals, or, with three parties or more, at least as much. */
      readonly drawn: readonly number[];
      /** The same exactly; null for more than two parties. */
      readonly exact: readonly Fraction[] | null;
      /** The ideal that shares are measured to, in steps. */
      readonly ideal: readonly number[];
      /** The points drawn from and the chance of each. */
      readonly mix: readonly { readonly place: number; readonly share: number }[];
    }
  | { readonly kind: 'no zone' | 'no points' };

/**
 * The Kalai–Smorodinsky point of the set of lotteries over the points (all efficient ones, also those below a party's disagreement: a draw may
 * use them) and anything less; the disagreement in steps. Exact for two parties, good to about 1e-9 of the range for more.
 * `no zone` if not even a lottery gives every party its disagreement. Axioms: efficiency (weak beyond two parties), individual rationality,
 * symmetry, scale invariance, individual monotonicity.
 */
export function kalaiSmorodinskyLottery(points: Points, disagreement: readonly number[]): Lottery {
  if (points.size === 0) return { kind: 'no points' };
  return points.parties === 2 ? exactLottery(points, disagreement) : nearLottery(points, disagreement);
}

/** The result in a sentence. */
export function kalaiSmorodinskyLotteryInWords(lottery: Lottery, telling: Telling): string {
  switch (lottery.kind) {
    case 'no points':
      return 'There are no packages to draw from.';
    case 'no zone':
      return 'Not even a draw between packages gives every party what it has without an agreement.';
    case 'chosen':
    case 'touching': {
      const draw = listInWords(
        lottery.mix.map(
          ({ place, share }) => `${percent(share)} for the package that gives ${givesInWords(telling, place)}`,
        ),
      );
      const more = telling.parties.flatMap((party, p) => {
        const [asked, given] = [lottery.totals[p]!, lottery.drawn[p]!];
        return given - asked > 1e-6 * Math.max(1, Math.abs(asked)) ? [`${party} ${figure(given * telling.step)}`] : [];
      });
      const over = more.length === 0 ? '' : ` The draw gives more than that share to some: ${listInWords(more)}.`;
      const each = telling.parties.map((party, p) => {
        const exact = lottery.exact?.[p];
        const fractional = exact !== undefined && exact.denominator !== 1n && telling.step === 1;
        return `${party} ${figure(lottery.totals[p]! * telling.step)}${fractional ? ` (exactly ${asText(exact)})` : ''}`;
      });
      return `The Kalai–Smorodinsky lottery gives ${listInWords(each)} on average, the same share to each of the most that it could hope for: ${draw}.${over}`;
    }
  }
}

type Pair = readonly [Fraction, Fraction];

/** The set is bounded by the lines through neighbouring corners of the hull and by each party's best; a ray leaves it where the first is met. */
function exactLottery(points: Points, disagreement: readonly number[]): Lottery {
  const corners = hullOf(points);
  const at = corners.map((place): Pair => [wholeOf(points, 0, place), wholeOf(points, 1, place)]);
  const base: Pair = [ofDouble(disagreement[0]!), ofDouble(disagreement[1]!)];
  const ideal: Pair = [mostOf(at, base, 0), mostOf(at, base, 1)];
  const ranges: Pair = [minus(ideal[0], base[0]), minus(ideal[1], base[1])];
  if (ranges.some(({ numerator }) => numerator < 0n)) return { kind: 'no zone' };
  const crossings = at.slice(1).map((b, i) => lineDistance(at[i]!, b, base, ranges));
  const distance = crossings.reduce<Fraction>((a, b) => (b !== null && compare(b, a) < 0 ? b : a), fraction(1n));
  const exact = base.map((from, p) => plus(from, times(ranges[p]!, distance)));
  return {
    kind: ranges.every(({ numerator }) => numerator > 0n) ? 'chosen' : 'touching',
    totals: exact.map(asNumber),
    drawn: exact.map(asNumber),
    exact,
    ideal: ideal.map(asNumber),
    mix: mixAt(corners, at, exact),
  };
}

function nearLottery(points: Points, disagreement: readonly number[]): Lottery {
  const alone = disagreement.map((_, p) =>
    reach(
      points,
      disagreement,
      disagreement.map((_, q) => (p === q ? 1 : 0)),
    ),
  );
  if (alone.some((far) => far === null)) return { kind: 'no zone' };
  const ranges = alone.map((far) => far!.distance);
  const touching = ranges.some((range, p) => range <= 1e-9 * sizeOf(points, p));
  const direction = ranges.map((range, p) => (range <= 1e-9 * sizeOf(points, p) ? 0 : range));
  const far: Reach = direction.every((part) => part === 0) ? alone[0]! : reach(points, disagreement, direction)!;
  const totals = disagreement.map((from, p) => from + direction[p]! * far.distance);
  return {
    kind: touching ? 'touching' : 'chosen',
    totals,
    drawn: totals.map((total, p) =>
      Math.max(
        total,
        far.mix.reduce((sum, { place, share }) => sum + share * points.totals[p]![place]!, 0),
      ),
    ),
    exact: null,
    ideal: disagreement.map((from, p) => from + ranges[p]!),
    mix: far.mix,
  };
}

/** The most of one coordinate where the other is at least its base; below its own base if the base is out of reach. */
function mostOf(corners: readonly Pair[], base: Pair, wanted: 0 | 1): Fraction {
  const other = wanted === 0 ? 1 : 0;
  const sorted = wanted === 0 ? corners : corners.toReversed();
  if (compare(sorted[0]![other], base[other]) >= 0) return sorted[0]![wanted];
  const next = sorted.findIndex((corner) => compare(corner[other], base[other]) >= 0);
  if (next < 0) return minus(base[wanted], fraction(1n));
  const [a, b] = [sorted[next - 1]!, sorted[next]!];
  const share = over(minus(base[other], a[other]), minus(b[other], a[other]));
  return plus(a[wanted], times(share, minus(b[wanted], a[wanted])));
}

/** How far along the ray the line through two corners lies; null if the ray runs beside it. */
function lineDistance(a: Pair, b: Pair, base: Pair, ray: Pair): Fraction | null {
  const normal: Pair = [minus(b[1], a[1]), minus(a[0], b[0])];
  const along = total([times(normal[0], ray[0]), times(normal[1], ray[1])]);
  if (along.numerator === 0n) return null;
  return over(total([times(normal[0], minus(a[0], base[0])), times(normal[1], minus(a[1], base[1]))]), along);
}

/** The corner, or the two neighbouring corners, between which the point lies. */
function mixAt(corners: readonly number[], at: readonly Pair[], point: readonly Fraction[]): Reach['mix'] {
  const next = at.findIndex((corner) => compare(corner[0], point[0]!) <= 0);
  if (next <= 0 || compare(at[next]![0], point[0]!) === 0) return [{ place: corners.at(next)!, share: 1 }];
  const share = over(minus(point[0]!, at[next]![0]), minus(at[next - 1]![0], at[next]![0]));
  return [
    { place: corners[next - 1]!, share: asNumber(share) },
    { place: corners[next]!, share: asNumber(minus(fraction(1n), share)) },
  ];
}

function wholeOf(points: Points, party: number, place: number): Fraction {
  return fraction(BigInt(points.totals[party]![place]!));
}

function sizeOf(points: Points, party: number): number {
  return points.totals[party]!.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
}

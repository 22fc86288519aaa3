import type { Points } from '../points.ts';
import type { Package } from '../scenario.ts';
import type { Blocks } from './blocks.ts';
import { efficientAbove, type EfficientAbove } from './efficient-above.ts';
import { leastGainAim, leastRatio } from './least-gain-aim.ts';
import { bestOf, extentsOf, unitOf, type Effort } from './search.ts';

/** What is to be even: shares, each a gain over `from` divided by its scale (whole, above 0), of the parties that have one. */
export interface Evenness {
  readonly from: Float64Array;
  readonly scale: Float64Array;
  readonly among: readonly boolean[];
  /** The least gain of each party that is allowed; finite for those without a share. */
  readonly floors: Float64Array;
  /** The concept: the most even of some efficient points. */
  readonly choose: (points: Points) => readonly number[];
  /** How uneven shares are, in whole numbers of one unit: at least `times` the distance from the least to the largest. */
  readonly uneven: (shares: readonly bigint[]) => bigint;
  readonly times: bigint;
}

/** The most even efficient packages. */
export type MostEven =
  | {
      readonly kind: 'chosen';
      /** One package for each point that ties. Totals are in steps of the grid. */
      readonly tied: readonly { readonly package: Package; readonly totals: readonly number[] }[];
      /** How uneven these are. */
      readonly value: number;
      /** No efficient package is less uneven than this. */
      readonly bound: number;
      readonly proved: boolean;
    }
  | { readonly kind: 'no zone' }
  /** No package that is allowed was found, and none was excluded, within the effort. */
  | { readonly kind: 'unknown' }
  /** Even the nearest part of the frontier has too many points. */
  | { readonly kind: 'too many' };

/** The most points of the frontier looked at, unless said: with six parties a second’s work. */
const mostInside = 10_000;

/**
 * The most even efficient packages without the whole frontier. Near the package with the largest least share the part of the frontier is
 * found in which nobody has much less. In an efficient package outside that part some party has less than its floor there; for each package
 * inside, some other party must have more, or it would be dominated: so it is the more uneven, the lower the floor. The floors are lowered
 * until what is outside is more uneven than the best inside, or until there are too many packages inside.
 */
export function mostEven(blocks: Blocks, even: Evenness, effort: Effort = {}): MostEven {
  const { from, scale, among, floors } = even;
  const aim = leastGainAim(floors, scale, among);
  const found = bestOf({ blocks, from, aim, unit: unitOf(blocks, from) }, effort);
  if (found.best === null) return { kind: found.proved ? 'no zone' : 'unknown' };
  const worst = extentsOf(blocks, Math.min);
  // Where a party without a share can have more in one package than in another, it may be that one that has more outside.
  const isLoose = extentsOf(blocks, Math.max).some((most, p) => !among[p]! && most > from[p]!);
  const lowest = floors.map((floor, p) => Math.max(floor, worst[p]! - from[p]!));
  const ratio = leastRatio(found.best.gains, scale, among);
  const unit = scale.reduce((product, s) => product * BigInt(s), 1n);
  const each = Array.from(scale, (s) => unit / BigInt(s));
  const sharing = [...scale.keys()].filter((p) => among[p]!);
  let least: Float64Array = lowest.map((l, p) =>
    among[p]! ? Math.max(l, Number(below(ratio[0] * BigInt(scale[p]!), ratio[1]))) : l,
  );
  let inside: Inside | null = null;
  for (const part of [0, 1 / 64, 1 / 8, 1]) {
    if (inside !== null) least = lowered(inside, least, part);
    const points = efficientAbove(
      blocks,
      least.map((gain, p) => gain + from[p]!),
      effort.most ?? mostInside,
    );
    if (points === null) break;
    inside = insideOf(points, least);
    if (inside.outside === null || inside.value <= inside.outside) break;
  }
  if (inside === null) return { kind: 'too many' };
  const { points, places, value, outside } = inside;
  const proved = outside === null || value <= outside;
  return {
    kind: 'chosen',
    tied: places.map((place) => ({
      package: points.packageAt(place),
      totals: points.totals.map((totals) => totals[place]!),
    })),
    value: asShare(value),
    bound: asShare(proved ? value : outside > 0n ? outside : 0n),
    proved,
  };

  /** The efficient packages in which all have at least these gains, and how uneven those are that are left out. */
  function insideOf(points: EfficientAbove, least: Float64Array): Inside {
    const shares = (place: number): bigint[] =>
      sharing.map((p) => BigInt(points.totals[p]![place]! - from[p]!) * each[p]!);
    const places = even.choose(points);
    let others: bigint[] | null = null;
    for (let place = 0; place < points.size; place++) {
      const now = leastOfOthers(shares(place));
      others = others === null ? now : others.map((other, k) => (now[k]! > other ? now[k]! : other));
    }
    let outside: bigint | null = isLoose ? 0n : null;
    if (sharing.length > 1)
      for (const [k, p] of sharing.entries()) {
        if (least[p]! <= lowest[p]!) continue;
        const uneven = even.times * (others![k]! - BigInt(least[p]! - 1) * each[p]!);
        if (outside === null || uneven < outside) outside = uneven;
      }
    return { points, places, value: even.uneven(shares(places[0]!)), outside, others: others! };
  }

  /** These least gains, lowered by this part of what would do. */
  function lowered({ value, others }: Inside, least: Float64Array, part: number): Float64Array {
    const lower = least.slice();
    for (const [k, p] of sharing.entries()) {
      const enough = Number(below(others[k]! - below(value + even.times - 1n, even.times), each[p]!)) + 1;
      const by = Math.ceil((least[p]! - enough) * part);
      lower[p] = Math.max(lowest[p]!, least[p]! - Math.max(0, by));
    }
    return lower;
  }

  function asShare(value: bigint): number {
    return Number(value / unit) + Number(((value % unit) * 10n ** 18n) / unit) / 1e18;
  }
}

/** A part of the frontier. */
interface Inside {
  readonly points: EfficientAbove;
  /** The most even of its points, and how uneven they are. */
  readonly places: readonly number[];
  readonly value: bigint;
  /** Efficient packages that are left out are more uneven than this; null if there are none. */
  readonly outside: bigint | null;
  /** For each party with a share: an efficient package that gives it less than its least gain gives some other a larger share than this. */
  readonly others: readonly bigint[];
}

/** For each share, the least of the others. */
function leastOfOthers(shares: readonly bigint[]): bigint[] {
  return shares.map(
    (_, k) =>
      shares.reduce<bigint | null>((least, s, q) => (q === k || (least !== null && least <= s) ? least : s), null) ??
      0n,
  );
}

/** The largest whole number that is at most a / b, for b above 0. */
function below(a: bigint, b: bigint): bigint {
  const down = a / b;
  return a < 0n && down * b !== a ? down - 1n : down;
}

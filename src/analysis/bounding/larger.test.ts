import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import { frontierOf } from '../frontier/index.ts';
import { endsOf } from '../packages/index.ts';
import type { Frontier, Points } from '../points.ts';
import { totalsOf, type Bond, type Scores } from '../scores.ts';
import { solutions, type SolutionName } from '../solutions/index.ts';
import { agreementZone } from './agreement-zone.ts';
import { efficiencyOf } from './efficiency.ts';
import { kalaiSmorodinskyByBounding } from './kalai-smorodinsky.ts';
import { leastSacrifice } from './least-sacrifice.ts';
import { leximinByBounding } from './leximin.ts';
import { maxMinByBounding } from './max-min.ts';
import { minimumDifferenceByBounding } from './minimum-difference.ts';
import { minimumSpreadByBounding } from './minimum-spread.ts';
import { nashByBounding } from './nash.ts';
import { productOfUtilitiesByBounding } from './product-of-utilities.ts';
import { relativeUtilitarianByBounding } from './relative-utilitarian.ts';
import { utilitarianDirectly } from './utilitarian.ts';
import { zoneSize, zoneSizeInWords } from './zone-size.ts';

/** Too large to look at every package, small enough to merge: up to 5^14 outcomes. */
const medium = fc
  .record({
    seed: fc.integer(),
    shape: fc.constantFrom({ parties: 2, issues: 14 }, { parties: 3, issues: 8 }, { parties: 4, issues: 6 }),
    bonds: fc.integer({ min: 0, max: 2 }),
    most: fc.constantFrom(20, 2 ** 40),
  })
  .map(({ seed, shape, bonds, most }) => {
    const scores = randomScores(seeded(seed), { ...shape, answers: 5, bonds, floors: true, most });
    return { ...scores, floors: scores.floors.map((floor) => Math.max(0, floor)) };
  });

test('on cases of medium size it agrees with the efficient frontier', () => {
  fc.assert(fc.property(medium, agreesWithFrontier), { numRuns: 40 });
});

test('neutral: renaming and reordering parties, issues and answers changes nothing but names', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, { parties: 3, issues: 5, answers: 4, bonds: 1, floors: true, most: 9 });
      const other = reordered(scores, () => chance());
      const results = [scores, other].map((each) => {
        const from = each.floors.map((floor) => Math.max(0, floor));
        const nash = nashByBounding(each, from);
        const maxMin = maxMinByBounding(each, from);
        const leximin = leximinByBounding(each, from);
        const ks = kalaiSmorodinskyByBounding(each, from);
        const sacrifice = leastSacrifice(each);
        const zone = agreementZone(each);
        const { best } = endsOf(each);
        const shares = relativeUtilitarianByBounding(each, from, best);
        const spread = minimumSpreadByBounding(each, from, best);
        const difference = minimumDifferenceByBounding(each);
        const utilities = productOfUtilitiesByBounding(
          each,
          best.map((total) => Math.round(total / 3)),
        );
        const size = zoneSize(each, seeded(1));
        return {
          kinds: [nash, maxMin, leximin, zone].map((found) => ('refused' in found ? found.refused : found.kind)),
          nash: 'product' in nash ? [nash.product, [...nash.ties()].length] : null,
          maxMin: 'least' in maxMin ? [maxMin.least, maxMin.totals.reduce((a, b) => a + b)] : null,
          leximin: 'sorted' in leximin ? leximin.sorted : null,
          ks: 'least' in ks ? ks.least : null,
          sacrifice: 'scale' in sacrifice ? [sacrifice.largest.value, Math.round(sacrifice.sum.value * 1e12)] : null,
          size: 'packages' in size ? size.packages : null,
          shares: 'sum' in shares ? [Math.round(shares.sum * 1e12), [...shares.ties()].length] : null,
          even: [spread, difference].map((found) =>
            'tied' in found ? [Math.round(found.value * 1e12), found.proved, sortedTotals(found.tied)] : null,
          ),
          utilities: 'below' in utilities ? [utilities.proved && utilities.product, utilities.bound] : null,
        };
      });
      expect(results[1]).toEqual(results[0]);
    }),
    { numRuns: 80 },
  );
});

/** What tied packages give, whoever it is that they give it to. */
function sortedTotals(tied: readonly { readonly totals: readonly number[] }[]): readonly string[] {
  const each = tied.map(({ totals }) => totals.toSorted((a, b) => a - b).join());
  return each.toSorted((a, b) => (a < b ? -1 : 1));
}

/** The same scores with parties, issues and answers in another order. */
function reordered(scores: Scores, chance: () => number): Scores {
  const shuffled = (count: number): number[] =>
    Array.from({ length: count }, (_, i) => ({ i, at: chance() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ i }) => i);
  const parties = shuffled(scores.parties.length);
  const issues = shuffled(scores.sizes.length);
  const answers = scores.sizes.map((size) => shuffled(size));
  const bond = (one: Bond): Bond => {
    const scope = one.scope.map((i) => issues.indexOf(i));
    const length = one.scope.reduce((product, i) => product * scores.sizes[i]!, 1);
    // Where each new combination stood before.
    const before = Array.from({ length }, (_, place) => {
      let rest = place;
      let [at, stride] = [0, 1];
      for (const i of one.scope) {
        at += stride * answers[i]![rest % scores.sizes[i]!]!;
        rest = Math.floor(rest / scores.sizes[i]!);
        stride *= scores.sizes[i]!;
      }
      return at;
    });
    return {
      scope,
      of: one.of === null ? null : parties.map((p) => Float64Array.from(before, (at) => one.of![p]![at]!)),
      allowed: one.allowed === null ? null : Uint8Array.from(before, (at) => one.allowed![at]!),
    };
  };
  return {
    ...scores,
    parties: parties.map((p) => `renamed ${p}`),
    sizes: issues.map((i) => scores.sizes[i]!),
    of: parties.map((p) => issues.map((i) => Float64Array.from(answers[i]!, (a) => scores.of[p]![i]![a]!))),
    bonds: scores.bonds.map(bond),
    floors: parties.map((p) => scores.floors[p]!),
  };
}

test('Nash 1950: Bill and Jack', () => {
  const bill = [-2, -2, -2, -2, -4, 10, 4, 6, 2];
  const jack = [4, 2, 1, 2, 1, -1, -1, -2, -2];
  const scores: Scores = {
    parties: ['Bill', 'Jack'],
    sizes: bill.map(() => 2),
    of: [bill, jack].map((party) => party.map((worth) => Float64Array.of(0, worth))),
    bonds: [],
    floors: [0, 0],
    step: 1,
    error: 0,
  };
  const nash = nashByBounding(scores, [0, 0]);
  expect(nash).toMatchObject({
    kind: 'chosen',
    package: [1, 1, 1, 1, 0, 1, 1, 1, 0],
    product: 60n,
    bound: 60n,
    proved: true,
    gap: 0,
  });
  if ('ties' in nash) same([...nash.ties()], [[1, 1, 1, 1, 0, 1, 1, 1, 0]]);
  const ks = kalaiSmorodinskyByBounding(scores, [0, 0]);
  expect('totals' in ks && [...ks.totals]).toEqual([12, 5]);
  expect('ideal' in ks && [...ks.ideal]).toEqual([18, 8]);
});

test('issues tied in one long chain are solved by elimination, and too many tied together are refused', () => {
  const chance = seeded(5);
  const plain = randomScores(chance, { parties: 2, issues: 14, answers: Array.from({ length: 14 }, () => 3) });
  const pair = (a: number, b: number): Bond => ({
    scope: [a, b],
    of: plain.parties.map(() => Float64Array.from({ length: 9 }, () => Math.floor(chance() * 9))),
    allowed: null,
  });
  const chain = { ...plain, bonds: plain.sizes.slice(1).map((_, i) => pair(i, i + 1)) };
  const frontier = frontierOf(chain);
  const nash = nashByBounding(chain, [0, 0]);
  if ('refused' in frontier || !('product' in nash)) throw new Error('it was refused');
  const products = Array.from(frontier.totals[0]!, (x, at) => BigInt(x) * BigInt(frontier.totals[1]![at]!));
  expect(nash.product).toBe(products.reduce((a, b) => (a > b ? a : b)));
  expect(totalsOf(chain, nash.package)).toEqual(nash.totals);
  const utilitarian = utilitarianDirectly(chain);
  expect('sum' in utilitarian && utilitarian.sum).toBe(
    Math.max(...Array.from(frontier.totals[0]!, (x, at) => x + frontier.totals[1]![at]!)),
  );
  const web = {
    ...plain,
    bonds: plain.sizes.flatMap((_, a) => plain.sizes.flatMap((__, b) => (a < b ? [pair(a, b)] : []))),
  };
  expect(nashByBounding(web, [0, 0])).toMatchObject({ refused: 'too many combinations of bound issues' });
  expect(
    efficiencyOf(
      web,
      plain.sizes.map(() => 0),
    ),
  ).toMatchObject({ refused: 'too many combinations of bound issues' });
});

test('a zone that is too fine to count is estimated, with an interval that holds what counting gives', () => {
  fc.assert(fc.property(fc.integer(), intervalHolds), { numRuns: 30 });
});

test('refuses nothing silently: fractions of a step and scales of 0 are errors', () => {
  const scores = randomScores(seeded(3), { parties: 2, issues: 3, answers: 3 });
  expect(() => nashByBounding(scores, [0.5, 0])).toThrow(RangeError);
  expect(() => nashByBounding(scores, [-Infinity, 0])).toThrow(RangeError);
  expect(() => maxMinByBounding(scores, [0, 0], [1, 0])).toThrow(RangeError);
});

function agreesWithFrontier(scores: Scores): void {
  const frontier = frontierOf(scores);
  if ('refused' in frontier) return;
  const points = Array.from({ length: frontier.size }, (_, at) =>
    frontier.totals.map((totals, p) => totals[at]! - scores.floors[p]!),
  );
  const nash = nashByBounding(scores, scores.floors);
  const maxMin = maxMinByBounding(scores, scores.floors);
  const leximin = leximinByBounding(scores, scores.floors);
  const zone = agreementZone(scores);
  const found = [nash, maxMin, leximin, zone].map((each) => ('refused' in each ? each.refused : each.kind));
  if (points.length === 0) {
    same(found, ['no zone', 'no zone', 'no zone', 'empty']);
    return;
  }
  expect(found).toEqual([
    points.some((gains) => gains.every((gain) => gain > 0)) ? 'chosen' : 'touching',
    'chosen',
    'chosen',
    'open',
  ]);
  const products = points.map((gains) => gains.reduce((product, gain) => product * BigInt(gain), 1n));
  if ('product' in nash) same([nash.product, nash.proved], [products.reduce((a, b) => (a > b ? a : b)), true]);
  const sorted = points.map((gains) => gains.toSorted((a, b) => a - b));
  const least = Math.max(...sorted.map((gains) => gains[0]!));
  if ('least' in maxMin) same([maxMin.least, maxMin.proved, maxMin.efficient], [least, true, true]);
  const best = sorted.reduce((a, b) => (b.find((x, i) => x !== a[i])! > a.find((x, i) => x !== b[i])! ? b : a));
  if ('sorted' in leximin) same([leximin.sorted, leximin.proved], [best, true]);
  concepts(scores, frontier);
  const sums = points.map((gains) => gains.reduce((sum, gain, p) => sum + gain + scores.floors[p]!, 0));
  const utilitarian = utilitarianDirectly(scores);
  if ('sum' in utilitarian) same(utilitarian.sum, Math.max(...sums));
}

/** What chooses by shares, by differences and by products of utilities, as the concepts do over the whole frontier. */
function concepts(scores: Scores, acceptable: Frontier): void {
  const { best } = endsOf(scores);
  const zero = scores.floors.map(() => 0);
  const all = frontierOf(scores, { individuallyRational: false });
  if ('refused' in all) return;
  const chosen = (name: SolutionName, points: Points): number[][] => {
    const bargain = { points, disagreement: scores.floors, ideal: best, reservations: zero };
    return solutions[name].choose(bargain).places.map((place) => points.totals.map((totals) => totals[place]!));
  };
  const shares = relativeUtilitarianByBounding(scores, scores.floors, best);
  expect('totals' in shares && shares.proved).toBe(true);
  if ('totals' in shares) expect(chosen('relativeUtilitarian', acceptable)).toContainEqual([...shares.totals]);
  const spread = minimumSpreadByBounding(scores, scores.floors, best);
  const difference = minimumDifferenceByBounding(scores);
  for (const [found, name, points] of [
    [spread, 'minimumSpread', acceptable],
    [difference, 'minimumDifference', all],
  ] as const) {
    expect('tied' in found && found.proved).toBe(true);
    if ('tied' in found) expect(found.tied.map(({ totals }) => totals)).toEqual(chosen(name, points));
  }
  const utilities = productOfUtilitiesByBounding(scores, zero);
  if ('below' in utilities && utilities.proved)
    expect(chosen('productOfUtilities', all)).toContainEqual([...utilities.totals]);
}

function intervalHolds(seed: number): void {
  const coarse = randomScores(seeded(seed), { parties: 2, issues: 7, answers: 3, floors: true });
  const exact = zoneSize(coarse, seeded(1));
  const drawn = zoneSize(coarse, seeded(seed), { most: 0, samples: 2000 });
  if ('refused' in exact || 'refused' in drawn) throw new Error('it was refused');
  expect(exact.kind).toBe('counted');
  expect(drawn.of).toBe(exact.of);
  expect(zoneSizeInWords(drawn)).toContain('give every party');
  // Five standard errors, so that chance does not fail it.
  if (drawn.kind === 'estimated') same(Math.abs(drawn.share - exact.share) < 5 * Math.sqrt(0.25 / 2000), true);
}

function same(actual: unknown, wanted: unknown): void {
  expect(actual).toEqual(wanted);
}

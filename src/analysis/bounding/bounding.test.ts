import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import { eachPackage, totalsOf, type Scores } from '../scores.ts';
import { agreementZone, agreementZoneInWords } from './agreement-zone.ts';
import { efficiencyOf } from './efficiency.ts';
import { idealByBounding } from './ideal.ts';
import { kalaiSmorodinskyByBounding } from './kalai-smorodinsky.ts';
import { leastSacrifice } from './least-sacrifice.ts';
import { leximinByBounding } from './leximin.ts';
import { maxMinByBounding } from './max-min.ts';
import { nashByBounding } from './nash.ts';
import { utilitarianDirectly } from './utilitarian.ts';
import { zoneSize } from './zone-size.ts';

interface Case {
  readonly scores: Scores;
  readonly disagreement: readonly number[];
}

/** Small cases of two to four parties, with bonds, floors, ties and duplicates; and a disagreement point at or above the floors. */
const small = fc
  .record({
    seed: fc.integer(),
    parties: fc.integer({ min: 2, max: 4 }),
    issues: fc.integer({ min: 1, max: 5 }),
    bonds: fc.integer({ min: 0, max: 2 }),
    most: fc.constantFrom(3, 12, 1000),
  })
  .map(({ seed, parties, issues, bonds, most }) => {
    const chance = seeded(seed);
    const scores = randomScores(chance, { parties, issues, answers: 4, bonds, floors: true, most });
    const floors = scores.floors.map((floor) => (floor === -Infinity ? -20 : floor));
    return { scores, disagreement: floors.map((floor) => floor + Math.floor(chance() * most)) };
  });

/** What every package gives that reaches the floors and the disagreement point. */
function zoneOf(scores: Scores, disagreement: readonly number[] = scores.floors): number[][] {
  const all: number[][] = [];
  for (const pack of eachPackage(scores.sizes)) {
    const totals = totalsOf(scores, pack);
    if (totals?.every((total, p) => total >= Math.max(scores.floors[p]!, disagreement[p]!))) all.push([...totals]);
  }
  return all;
}

const gainsOf = (totals: ArrayLike<number>, disagreement: readonly number[]): number[] =>
  Array.from(totals, (total, p) => total - disagreement[p]!);
const product = (gains: readonly number[]): bigint => gains.reduce((all, gain) => all * BigInt(gain), 1n);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

test('the Nash product is the largest there is, and the bound is never below it', () => {
  fc.assert(fc.property(small, fc.constantFrom(1, 3, 100_000), nashIsLargest), { numRuns: 250 });
});

test('the least gain is the largest there is, its package is efficient, and all ties are given', () => {
  fc.assert(fc.property(small, fc.boolean(), fc.constantFrom(1, 100_000), leastGainIsLargest), { numRuns: 250 });
});

test('leximin: sorted gains are the largest in dictionary order', () => {
  fc.assert(fc.property(small, leximinIsFirst), { numRuns: 250 });
});

test('the ideal, Kalai–Smorodinsky and utilitarian packages are those of brute force', () => {
  fc.assert(fc.property(small, idealsAndShares), { numRuns: 250 });
  fc.assert(fc.property(small, fc.boolean(), sumIsLargest), { numRuns: 250 });
});

test('a zone is open with a package that shows it, or empty; weights that prove it hold by plain arithmetic', () => {
  byWeights = 0;
  fc.assert(fc.property(small, zoneIsAsItIs), { numRuns: 250 });
  expect(byWeights).toBeGreaterThan(5);
});

test('the least sacrifice: nothing less would open a zone', () => {
  fc.assert(fc.property(small, nothingLessWouldDo), { numRuns: 250 });
});

test('a package is efficient if and only if brute force has it among the efficient ones', () => {
  fc.assert(fc.property(small, efficientIfListed), { numRuns: 60 });
});

function nashIsLargest({ scores, disagreement }: Case, effort: number): void {
  const found = nashByBounding(scores, disagreement, { most: effort });
  const zone = zoneOf(scores, disagreement).map((totals) => gainsOf(totals, disagreement));
  const products = zone.filter((gains) => gains.every((gain) => gain > 0)).map(product);
  const largest = products.reduce((a, b) => (a > b ? a : b), 0n);
  if ('refused' in found || (found.kind === 'unknown' && effort < 100)) return;
  if (largest > 0n) same(found.kind, 'chosen');
  else same(found.kind, zone.length > 0 ? 'touching' : 'no zone');
  if (found.kind !== 'chosen') return;
  expect([...totalsOf(scores, found.package)!]).toEqual([...found.totals]);
  expect(product(gainsOf(found.totals, disagreement))).toBe(found.product);
  expect(found.bound >= largest).toBe(true);
  if (effort > 100) same(found.proved, true);
  if (found.proved) same(found.product, largest);
  if (found.proved) same([...found.ties()].length, products.filter((each) => each === largest).length);
}

function leastGainIsLargest({ scores, disagreement }: Case, scaled: boolean, effort: number): void {
  const scale = disagreement.map((_, p) => (scaled ? 1 + ((p * 7) % 5) : 1));
  const found = maxMinByBounding(scores, disagreement, scale, { most: effort });
  if ('refused' in found || (found.kind === 'unknown' && effort < 100)) return;
  const leasts = zoneOf(scores, disagreement).map((totals) =>
    Math.min(...gainsOf(totals, disagreement).map((gain, p) => gain / scale[p]!)),
  );
  if (leasts.length === 0) same(found.kind, 'no zone');
  else same(found.kind, 'chosen');
  if (found.kind !== 'chosen') return;
  expect(found.bound).toBeGreaterThanOrEqual(most(leasts));
  if (effort > 100) same([found.proved, found.efficient], [true, true]);
  if (found.proved) same(found.least, most(leasts));
  if (found.efficient)
    same(
      bruteForce(scores)
        .points.map(String)
        .includes(String([...found.totals])),
      true,
    );
  if (found.proved) same([...found.ties()].length, leasts.filter((least) => least === most(leasts)).length);
}

function leximinIsFirst({ scores, disagreement }: Case): void {
  const scale = disagreement.map((_, p) => 1 + ((p * 7) % 5));
  const found = leximinByBounding(scores, disagreement, scale);
  if ('refused' in found) return;
  const sorted = zoneOf(scores, disagreement)
    .map((totals) =>
      gainsOf(totals, disagreement)
        .map((gain, p) => gain / scale[p]!)
        .sort((a, b) => a - b),
    )
    .sort((a, b) => b[a.findIndex((x, i) => x !== b[i])]! - a[a.findIndex((x, i) => x !== b[i])]! || 0);
  if (sorted.length === 0) {
    same(found.kind, 'no zone');
    return;
  }
  expect(found.kind === 'chosen' && found.proved && found.sorted).toEqual(sorted[0]);
}

function idealsAndShares({ scores, disagreement }: Case): void {
  const zone = zoneOf(scores, disagreement);
  const ideal = idealByBounding(scores, disagreement);
  if ('refused' in ideal) return;
  if (zone.length === 0) {
    same(ideal.kind, 'no zone');
    return;
  }
  const best = disagreement.map((_, p) => most(zone.map((totals) => totals[p]!)));
  expect(ideal.kind === 'found' && [...ideal.totals]).toEqual(best);
  const ks = kalaiSmorodinskyByBounding(scores, disagreement);
  if (best.some((b, p) => b === disagreement[p])) same('kind' in ks && ks.kind, 'no gain');
  else {
    const shares = zone.map((totals) =>
      Math.min(...totals.map((total, p) => (total - disagreement[p]!) / (best[p]! - disagreement[p]!))),
    );
    same('kind' in ks && ks.kind === 'chosen' && ks.least, most(shares));
  }
  const all = zoneOf({ ...scores, floors: scores.floors.map(() => -Infinity) });
  const hopes = disagreement.map((_, p) => most(all.map((totals) => totals[p]!)));
  const overall = kalaiSmorodinskyByBounding(scores, disagreement, {}, hopes);
  if (hopes.some((hope, p) => hope <= disagreement[p]!)) same('kind' in overall && overall.kind, 'no gain');
  else {
    const leasts = zone.map((totals) =>
      Math.min(...totals.map((total, p) => (total - disagreement[p]!) / (hopes[p]! - disagreement[p]!))),
    );
    same('kind' in overall && overall.kind === 'chosen' && overall.least, most(leasts));
  }
}

function sumIsLargest({ scores }: Case, individuallyRational: boolean): void {
  const weights = scores.parties.map((_, p) => 1 + ((p * 2) % 3));
  const found = utilitarianDirectly(scores, { weights, individuallyRational });
  if ('refused' in found) return;
  const zone = individuallyRational
    ? zoneOf(scores)
    : zoneOf({ ...scores, floors: scores.floors.map(() => -Infinity) });
  const sums = zone.map((totals) => totals.reduce((sum, total, p) => sum + total * weights[p]!, 0));
  if (sums.length === 0) {
    same(found.kind, 'no zone');
    return;
  }
  expect(found.kind === 'chosen' && found.proved && found.sum).toBe(most(sums));
  if (found.kind === 'chosen') same([...found.ties()].length, sums.filter((sum) => sum === most(sums)).length);
}

/** How many empty zones were proved by weights. */
let byWeights = 0;

function zoneIsAsItIs({ scores: easy }: Case): void {
  const scores = { ...easy, floors: easy.floors.map((floor) => Math.ceil(floor * 1.2)) };
  const zone = agreementZone(scores);
  const packages = zoneOf(scores);
  const size = zoneSize(scores, seeded(1));
  if (!('refused' in size) && size.kind === 'counted') same(size.packages, BigInt(packages.length));
  if ('refused' in zone) return;
  expect(zone.kind).toBe(packages.length > 0 ? 'open' : 'empty');
  expect(agreementZoneInWords(scores, zone)).toMatch(/room for agreement/);
  if (zone.kind === 'open')
    same(
      totalsOf(scores, zone.package)!.every((total, p) => total >= scores.floors[p]!),
      true,
    );
  if (zone.kind !== 'empty' || zone.proof.kind !== 'weights') return;
  byWeights++;
  const { weights, most: top, needed } = zone.proof;
  const weigh = (numbers: ArrayLike<number>): bigint =>
    weights.reduce((sum, w, p) => (w === 0 ? sum : sum + BigInt(w) * BigInt(numbers[p]!)), 0n);
  expect(top < needed).toBe(true);
  expect(weigh(scores.floors)).toBe(needed);
  for (const pack of eachPackage(scores.sizes)) {
    const totals = totalsOf(scores, pack);
    if (totals !== null) same(weigh(totals) <= top, true);
  }
}

function nothingLessWouldDo({ scores }: Case): void {
  const scale = scores.parties.map((_, p) => 1 + ((p * 7) % 5));
  const found = leastSacrifice(scores, scale);
  if ('refused' in found) return;
  const all = zoneOf({ ...scores, floors: scores.floors.map(() => -Infinity) });
  if (all.length === 0) {
    same(found.kind, 'no package');
    return;
  }
  const shares = all.map((totals) => totals.map((total, p) => Math.max(0, scores.floors[p]! - total) / scale[p]!));
  if (found.kind !== 'found') throw new Error('nothing was found');
  expect([found.largest.proved, found.sum.proved]).toEqual([true, true]);
  expect(found.largest.value).toBe(Math.min(...shares.map((each) => Math.max(...each))));
  expect(found.sum.value).toBeCloseTo(Math.min(...shares.map((each) => each.reduce((a, b) => a + b, 0))), 9);
  expect(
    found.largest.short.every((short, p) => short === Math.max(0, scores.floors[p]! - found.largest.totals[p]!)),
  ).toBe(true);
}

function efficientIfListed({ scores: bound }: Case): void {
  const scores = { ...bound, floors: bound.floors.map(() => -Infinity) };
  const points = new Set(bruteForce(scores).points.map(String));
  let i = 0;
  for (const pack of eachPackage(scores.sizes)) {
    if (i++ % 7 !== 0) continue;
    const totals = totalsOf(scores, pack);
    const kind = efficiencyOf(scores, [...pack]);
    if ('refused' in kind) continue;
    expect(kind.kind).toBe(
      totals === null ? 'not allowed' : points.has(String([...totals])) ? 'efficient' : 'dominated',
    );
  }
}

function same(actual: unknown, wanted: unknown): void {
  expect(actual).toEqual(wanted);
}

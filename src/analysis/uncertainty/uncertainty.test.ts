import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce } from '../../../tests/support/analysis/brute-force.ts';
import { seeded, type Chance } from '../chance.ts';
import { scoresOf, sampleWeights } from '../preferences/index.ts';
import type { Package, Scenario } from '../scenario.ts';
import { eachPackage, totalsOf } from '../scores.ts';
import { acceptanceInWords, whatWouldMakeAcceptable } from './acceptance.ts';
import { robustness, robustnessInWords, type Weighting } from './robustness.ts';
import { sensitivity, sensitivityInWords } from './sensitivity.ts';
import { weightLine } from './weight-line.ts';
import { wilson } from './wilson.ts';

/** A random scenario with whole weights and values, reservations of both kinds, and perhaps a condition and an interaction. */
function randomScenario(chance: Chance, parties: number, issues: number, tied: boolean): Scenario {
  const whole = (below: number): number => Math.floor(chance() * below);
  const sizes = Array.from({ length: issues }, () => 2 + whole(2));
  const pack = (): Package => sizes.map((size) => whole(size));
  return {
    issues: sizes.map((size, i) => ({
      kind: 'options',
      name: `issue ${i}`,
      options: Array.from({ length: size }, (_, a) => `answer ${a}`),
    })),
    profiles: Array.from({ length: parties }, (_, p) => ({
      party: `Party ${p}`,
      provenance: { kind: 'fictional' },
      weights: sizes.map(() => 1 + whole(9)),
      values: sizes.map((size) => ({ kind: 'table', values: Array.from({ length: size }, () => whole(11)) })),
      interactions: tied && p === 0 ? [{ issues: [0, 1], values: grid(sizes[0]!, sizes[1]!, () => whole(9)) }] : [],
      reservation:
        chance() < 0.5 ? { kind: 'package', package: pack() } : { kind: 'utility', utility: whole(30 * issues) },
    })),
    constraints: tied
      ? [{ kind: 'forbidden', name: 'not both', answers: [0, 1].map((issue) => ({ issue, anyOf: [0] })) }]
      : [],
  };
}

const grid = (rows: number, columns: number, value: () => number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, value));

interface Case {
  readonly scenario: Scenario;
  readonly seed: number;
}

const scenarios = fc
  .record({
    seed: fc.integer(),
    parties: fc.integer({ min: 2, max: 3 }),
    issues: fc.integer({ min: 2, max: 4 }),
    tied: fc.boolean(),
  })
  .map(({ seed, parties, issues, tied }) => ({ scenario: randomScenario(seeded(seed), parties, issues, tied), seed }));

const all = (scenario: Scenario): Package[] =>
  Array.from(eachPackage(scoresOf(scenario).scores.sizes), (pack) => [...pack]);

/** By looking at every package: which are efficient, acceptable, and the Nash choice. */
function byLooking(
  scenario: Scenario,
): Record<'efficient' | 'acceptable' | 'nash' | 'nashFromReservations', Set<string>> {
  const { scores } = scoresOf(scenario);
  const { packages } = bruteForce({ ...scores, floors: scores.floors.map(() => -Infinity) });
  const totals = all(scenario).map((pack) => ({ pack: String(pack), totals: totalsOf(scores, pack) }));
  const allowed = totals.flatMap((each) => (each.totals === null ? [] : [[...each.totals]]));
  const gainsOver = (from: readonly number[]) =>
    totals.map((each) => ({
      pack: each.pack,
      gains: each.totals === null ? [-1] : Array.from(each.totals, (total, p) => total - from[p]!),
    }));
  const worst = scores.floors.map((_, p) => Math.min(...allowed.map((each) => each[p]!)));
  return {
    efficient: new Set(packages.flat().map(String)),
    acceptable: new Set(
      gainsOver(scores.floors)
        .filter((each) => each.gains.every((gain) => gain >= 0))
        .map((each) => each.pack),
    ),
    // Gains are measured from the worst package where that is better than the reservation.
    nash: largestProduct(gainsOver(scores.floors.map((floor, p) => Math.max(floor, worst[p]!)))),
    nashFromReservations: largestProduct(gainsOver(scores.floors)),
  };
}

/** The packages that give everybody something, and the largest product. */
function largestProduct(each: readonly { readonly pack: string; readonly gains: readonly number[] }[]): Set<string> {
  const products = each
    .filter(({ gains }) => gains.every((gain) => gain > 0))
    .map(({ pack, gains }) => ({ pack, product: gains.reduce((product, gain) => product * BigInt(gain), 1n) }));
  const largest = products.reduce((most, { product }) => (product > most ? product : most), 0n);
  return new Set(products.filter(({ product }) => product === largest).map(({ pack }) => pack));
}

test('Wilson’s interval is that of his formula, holds the share, and is symmetric', () => {
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, score method.
  const { from, to } = wilson(81, 263);
  expect([from.toFixed(4), to.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  expect(wilson(0, 20)).toEqual({ from: 0, to: expect.closeTo(0.1611, 4) });
  expect(wilson(1, 29)).toEqual({ from: expect.closeTo(0.0061, 4), to: expect.closeTo(0.1718, 4) });
  fc.assert(fc.property(fc.nat(500), fc.nat(500), intervalHoldsShare));
});

test('robustness counts what looking at every package in every weighting counts', () => {
  fc.assert(fc.property(scenarios, countsAsByLooking), { numRuns: 40 });
});

test('robustness refuses weightings that do not fit', () => {
  const scenario = randomScenario(seeded(1), 2, 3, false);
  expect(robustness(scenario, [], [[0, 0, 0]])).toEqual({ refused: 'no weightings' });
  expect(robustness(scenario, [[[1, 2, 3]]], [[0, 0, 0]])).toEqual({
    refused: 'a weighting does not fit the scenario',
  });
});

test('sensitivity: inside its interval a package stays what it is, outside it does not', () => {
  bounded = 0;
  fc.assert(fc.property(scenarios, fc.constantFrom('efficient' as const, 'nash' as const), staysInside), {
    numRuns: 40,
  });
  expect(bounded).toBeGreaterThan(0);
});

test('what would make a package acceptable: the change of weights is enough, and no smaller one is', () => {
  changed = 0;
  fc.assert(fc.property(scenarios, leastChangeIsLeast), { numRuns: 60 });
  expect(changed).toBeGreaterThan(5);
});

function intervalHoldsShare(hits: number, misses: number): void {
  const seen = wilson(hits, hits + misses);
  const other = wilson(misses, hits + misses);
  expect(seen.from).toBeCloseTo(1 - other.to, 12);
  if (hits + misses > 0) same(seen.from <= hits / (hits + misses) && hits / (hits + misses) <= seen.to, true);
}

function countsAsByLooking({ scenario, seed }: Case): void {
  const chance = seeded(seed);
  const weightings: Weighting[] = Array.from({ length: 6 }, () =>
    scenario.profiles.map((profile) =>
      sampleWeights(
        { kind: 'intervals', total: 10, intervals: profile.weights.map(() => ({ least: 0, most: 10 })) },
        chance,
      ),
    ),
  );
  const packages = all(scenario).slice(0, 12);
  const found = robustness(scenario, weightings, packages, { choices: ['nash'] });
  if ('refused' in found) throw new Error(found.refused);
  const looked = weightings.map((weighting) =>
    byLooking({
      ...scenario,
      profiles: scenario.profiles.map((profile, p) => ({ ...profile, weights: weighting[p]! })),
    }),
  );
  for (const [i, pack] of packages.entries()) {
    const times = (kind: 'efficient' | 'acceptable' | 'nash'): number =>
      looked.filter((each) => each[kind].has(String(pack))).length;
    const one = found[i]!;
    expect([one.efficient.times, one.acceptable?.times, one.nash?.times]).toEqual([
      times('efficient'),
      times('acceptable'),
      times('nash'),
    ]);
    expect(robustnessInWords('it', one)).toContain('Over 6 sampled weightings');
  }
}

/** How many weights had an end. */
let bounded = 0;

/** Sensitivity measures the Nash choice from the reservations. */
const looked = { efficient: 'efficient', nash: 'nashFromReservations' } as const;

function staysInside({ scenario }: Case, stays: 'efficient' | 'nash'): void {
  const pack = [...byLooking(scenario)[looked[stays]]][0]?.split(',').map(Number);
  if (pack === undefined) return;
  const found = sensitivity(scenario, pack, stays);
  if ('refused' in found || found.kind !== 'measured') throw new Error(JSON.stringify(found));
  expect(sensitivityInWords(scenario, found, stays)).toMatch(/remains/);
  for (const weight of found.weights) {
    const line = weightLine(scenario, weight.party, weight.issue)!;
    expect(weight.stays.from <= weight.present + 1e-9 && weight.present <= weight.stays.to + 1e-9).toBe(true);
    if (weight.room !== null) bounded++;
    for (const share of [0.03, 0.2, 0.41, 0.6, 0.83, 0.97, weight.stays.from - 1e-4, weight.stays.to + 1e-4]) {
      if (share < 0 || share > 1) continue;
      if (Math.min(Math.abs(share - weight.stays.from), Math.abs(share - weight.stays.to)) < 1e-6) continue;
      const inside = weight.stays.from < share && share < weight.stays.to;
      expect(byLooking(line.at(share))[looked[stays]].has(String(pack))).toBe(inside);
    }
  }
}

/** How many parties could be won by other weights. */
let changed = 0;

function leastChangeIsLeast({ scenario, seed }: Case): void {
  const chance = seeded(seed);
  const pack = all(scenario)[0]!;
  const found = whatWouldMakeAcceptable(scenario, pack);
  const { scores } = scoresOf(scenario);
  const totals = totalsOf(scores, pack);
  if (totals === null || 'refused' in found) {
    same(found, { refused: 'not allowed' });
    return;
  }
  expect(acceptanceInWords(scenario, found)).toHaveLength(scenario.profiles.length);
  for (const { party, standing } of found) {
    const profile = scenario.profiles[party]!;
    expect(standing.kind === 'accepts').toBe(totals[party]! >= scores.floors[party]!);
    if (standing.kind !== 'short') continue;
    const sum = profile.weights.reduce((a, b) => a + b, 0);
    const lack = (weights: readonly number[]): number => {
      const other = {
        ...scenario,
        profiles: scenario.profiles.map((each, p) => (p === party ? { ...each, weights } : each)),
      };
      const then = scoresOf(other).scores;
      return (then.floors[party]! - totalsOf(then, pack)![party]!) * then.step;
    };
    const distance = (weights: readonly number[]): number =>
      weights.reduce((all, weight, i) => all + Math.abs(weight - profile.weights[i]!), 0) / sum;
    const change = standing.weights;
    if (change !== null) {
      changed++;
      same(Math.abs(lack(change.weights)) < 1e-6, true);
      same(
        change.weights.every((weight) => weight >= 0),
        true,
      );
      same(Math.abs(change.weights.reduce((a, b) => a + b, 0) - sum) < 1e-9, true);
      same(Math.abs(distance(change.weights) - change.distance) < 1e-9, true);
    }
    for (let k = 0; k < 60; k++) {
      const uncertain = {
        kind: 'intervals',
        total: sum,
        intervals: profile.weights.map(() => ({ least: 0, most: sum })),
      } as const;
      const drawn = sampleWeights(uncertain, chance);
      const part = chance();
      const other = drawn.map((weight, i) => part * weight + (1 - part) * (change?.weights[i] ?? weight));
      if (lack(other) <= -1e-6) same(change !== null && distance(other) >= change.distance - 1e-9, true);
    }
  }
}

function same(actual: unknown, wanted: unknown): void {
  expect(actual).toEqual(wanted);
}

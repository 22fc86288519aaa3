import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, inOrder, randomScores, type Shape } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Bond, type Scores } from '../scores.ts';
import { frontierOf, frontierSentence, type FrontierOptions, type MergedFrontier } from './frontier.ts';

const shapes: fc.Arbitrary<Shape> = fc.record({
  parties: fc.integer({ min: 2, max: 4 }),
  issues: fc.integer({ min: 1, max: 6 }),
  answers: fc.integer({ min: 1, max: 4 }),
  bonds: fc.integer({ min: 0, max: 5 }),
  floors: fc.boolean(),
  most: fc.constantFrom(1, 3, 12, 2 ** 40),
});
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

test('it equals looking at every package: points, and all packages behind each', () => {
  fc.assert(
    fc.property(shapes, seeds, (shape, seed) => expectBruteForce(randomScores(seeded(seed), shape))),
    { numRuns: 600 },
  );
});

test('so it does for one party and for five to eight', () => {
  const parties = fc.constantFrom(1, 5, 6, 7, 8);
  fc.assert(
    fc.property(parties, fc.boolean(), seeds, (n, floors, seed) =>
      expectBruteForce(randomScores(seeded(seed), { parties: n, issues: 4, answers: 4, bonds: 1, floors })),
    ),
    { numRuns: 60 },
  );
});

test.each([
  [2, [5, 5, 5, 5, 5, 5, 6], 0],
  [2, [3, 300, 2, 20], 2],
  [3, [5, 4, 5, 5, 5, 5], 3],
  [4, [5, 5, 5, 5, 5, 4], 0],
  [5, [6, 6, 6, 6], 0],
  [6, [8, 8, 8], 0],
])('with %i parties and %j answers it equals looking at every package', (parties, answers, bonds) => {
  const shape = { parties, issues: answers.length, answers, bonds, floors: true, most: 1000 };
  for (const seed of [1, 2]) expectBruteForce(randomScores(seeded(seed), shape));
});

test('without floors it has those below them too', () => {
  const scores = randomScores(seeded(5), { parties: 3, issues: 4, answers: 4, floors: true });
  const frontier = merged(scores, { individuallyRational: false });
  expect(pointsOf(frontier)).toEqual(bruteForce({ ...scores, floors: [-Infinity, -Infinity, -Infinity] }).points);
});

test('renaming or reordering parties, issues or answers changes nothing but names', () => {
  fc.assert(
    fc.property(shapes, seeds, (shape, seed) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, shape);
      const { other, back } = renamed(scores, chance);
      const [frontier, again] = [merged(scores), merged(other.scores)];
      expect(again.exact).toBe(true);
      const [original, restored] = [frontier, again].map((f, which) => {
        const places = Array.from({ length: f.size }, (_, i) => i);
        return new Map(
          places.map((place) => {
            const point = f.totals.map((column) => column[place]!);
            const packages = [...f.packagesAt(place)].map((pack) => (which === 0 ? pack : back(pack)));
            return [(which === 0 ? point : other.parties.map((p) => point[p]!)).join(), inOrder(packages)];
          }),
        );
      });
      expect(restored).toEqual(original);
    }),
    { numRuns: 150 },
  );
});

test('it is empty when combinations forbid everything, or contradict one another', () => {
  const scores = randomScores(seeded(3), { parties: 3, issues: 30, answers: Array.from({ length: 30 }, () => 4) });
  const never: Bond = { scope: [3, 9], of: null, allowed: new Uint8Array(16) };
  const only = (scope: readonly number[], allowed: (place: number) => boolean): Bond => ({
    scope,
    of: null,
    allowed: Uint8Array.from({ length: 4 ** scope.length }, (_, place) => Number(allowed(place))),
  });
  const equal = (place: number): boolean => place % 4 === place >> 2;
  const round = [only([2, 5], equal), only([5, 7], equal), only([7, 2], (place) => !equal(place))];
  for (const bonds of [[never], [{ ...never, scope: [], allowed: new Uint8Array(1) }], round]) {
    const frontier = merged({ ...scores, bonds });
    expect([frontier.size, frontier.exact]).toEqual([0, true]);
    expect(() => frontier.packageAt(0)).toThrow('no point 0 of 0');
    expect(frontierSentence(frontier, scores)).toMatch(/^None of the 1,152,921,504,606,846,976 possible packages/);
  }
});

test('a scenario without issues has one empty package, unless a floor asks for more', () => {
  const scores = { ...randomScores(seeded(1), { parties: 2, issues: 1, answers: 1 }), sizes: [], of: [[], []] };
  expect([...merged(scores).packagesAt(0)]).toEqual([[]]);
  expect(merged({ ...scores, floors: [1, 0] }).size).toBe(0);
});

test('beginnings that later issues cannot tell apart count as one: a limit on how many issues agree needs few states', () => {
  const issues = 12;
  const scores = randomScores(seeded(8), { parties: 2, issues, answers: Array.from({ length: issues }, () => 2) });
  const ones = (place: number): number => place.toString(2).replaceAll('0', '').length;
  const atMost: Bond = {
    scope: Array.from({ length: issues }, (_, i) => i),
    of: null,
    allowed: Uint8Array.from({ length: 2 ** issues }, (_, place) => Number(ones(place) <= 3)),
  };
  const bound = { ...scores, bonds: [atMost] };
  expect(pointsOf(merged(bound, { budget: { states: 4 } }))).toEqual(bruteForce(bound).points);
});

test('what ties too many issues together is refused, not cut', () => {
  const answers = Array.from({ length: 8 }, () => 4);
  const scores = randomScores(seeded(4), { parties: 2, issues: 8, answers });
  const all = answers.flatMap((_, a) => answers.slice(a + 1).map((__, b) => [a, a + 1 + b] as const));
  const bonds = all.map(([a, b]) => ({
    scope: [a, b],
    of: [1, 2].map(() => Float64Array.from({ length: 16 }, (_, i) => (i * i * (a + 2)) % 11)),
    allowed: null,
  }));
  expect(frontierOf({ ...scores, bonds })).toMatchObject({
    refused: 'too many combinations of bound issues',
    limit: 1000,
  });
  expect(frontierOf({ ...scores, bonds }, { budget: { states: 4000 } })).toMatchObject({ limit: 4000 });
});

test('packages behind a point are counted without listing them', () => {
  const issues = 40;
  const even = Array.from({ length: issues }, () => Float64Array.of(0, 1));
  const uneven = even.map((column) => column.toReversed());
  const scores: Scores = {
    parties: ['north', 'south'],
    sizes: even.map(() => 2),
    of: [even, uneven],
    bonds: [],
    floors: [-Infinity, -Infinity],
    step: 0.01,
    error: 0,
  };
  const frontier = merged(scores);
  expect(frontier.size).toBe(41);
  expect(frontier.countPackagesAt(20)).toBe(137_846_528_820);
  expect(frontier.countPackagesAt(20, 1000)).toBe(1000);
  const packages = frontier.packagesAt(20);
  expect(totalsOf(scores, packages.next().value as Package)).toEqual(Float64Array.of(20, 20));
  expect(frontierSentence(frontier, scores)).toBe(
    'Among 1,099,511,627,776 possible packages, 41 outcomes are efficient: nobody can be given more without giving somebody less.',
  );
});

test('Nash’s barter of 1950: the efficient outcomes that leave nobody worse', () => {
  const worth = { Bill: [2, 2, 2, 2, 4, 10, 4, 6, 2], Jack: [4, 2, 1, 2, 1, 1, 1, 2, 2] };
  const owner = [0, 0, 0, 0, 0, 1, 1, 1, 1];
  const gain = (values: readonly number[], party: number): Float64Array[] =>
    values.map((value, i) => Float64Array.of(0, owner[i] === party ? -value : value));
  const scores: Scores = {
    parties: ['Bill', 'Jack'],
    sizes: owner.map(() => 2),
    of: [gain(worth.Bill, 0), gain(worth.Jack, 1)],
    bonds: [],
    floors: [0, 0],
    step: 1,
    error: 0,
  };
  expect(pointsOf(merged(scores)).toReversed()).toEqual([
    [2, 8],
    [6, 7],
    [8, 6],
    [12, 5],
    [14, 4],
    [16, 2],
    [18, 0],
  ]);
});

function merged(scores: Scores, options?: FrontierOptions): MergedFrontier {
  const frontier = frontierOf(scores, options);
  if ('refused' in frontier) throw new Error(frontier.refused);
  return frontier;
}

function pointsOf(frontier: MergedFrontier): readonly (readonly number[])[] {
  return Array.from({ length: frontier.size }, (_, place) => frontier.totals.map((column) => column[place]!));
}

function expectBruteForce(scores: Scores): void {
  const frontier = merged(scores);
  const brute = bruteForce(scores);
  expect(frontier.exact).toBe(true);
  expect(pointsOf(frontier)).toEqual(brute.points);
  brute.packages.forEach((packages, place) => {
    expect(inOrder(frontier.packagesAt(place))).toEqual(packages);
    expect(packages).toContainEqual(frontier.packageAt(place));
    expect(frontier.countPackagesAt(place)).toBe(packages.length);
    expect(frontier.countPackagesAt(place, 2)).toBe(Math.min(packages.length, 2));
  });
}

/** The same scenario with parties, issues, answers and bonds in other orders; and how to read its packages back. */
function renamed(scores: Scores, chance: () => number) {
  const shuffled = (length: number): readonly number[] =>
    Array.from({ length }, (_, i) => ({ i, key: chance() }))
      .sort((a, b) => a.key - b.key)
      .map(({ i }) => i);
  const partyOf = shuffled(scores.of.length);
  const issueOf = shuffled(scores.sizes.length);
  const answerOf = scores.sizes.map((size) => shuffled(size));
  const bondOf = (bond: Bond): Bond => {
    const scope = bond.scope.toReversed();
    const sizes = scope.map((i) => scores.sizes[i]!);
    const outcomes = sizes.reduce((product, size) => product * size, 1);
    const placeBefore = (place: number): number => {
      const answers = new Map<number, number>();
      let rest = place;
      scope.forEach((i, j) => {
        answers.set(i, answerOf[i]![rest % sizes[j]!]!);
        rest = Math.floor(rest / sizes[j]!);
      });
      return bond.scope.reduceRight((sum, i) => sum * scores.sizes[i]! + answers.get(i)!, 0);
    };
    const places = Array.from({ length: outcomes }, (_, place) => placeBefore(place));
    return {
      scope: scope.map((i) => issueOf.indexOf(i)),
      of: bond.of && partyOf.map((p) => Float64Array.from(places, (place) => bond.of![p]![place]!)),
      allowed: bond.allowed && Uint8Array.from(places, (place) => bond.allowed![place]!),
    };
  };
  const other: Scores = {
    ...scores,
    parties: partyOf.map((p) => scores.parties[p]!),
    sizes: issueOf.map((i) => scores.sizes[i]!),
    of: partyOf.map((p) => issueOf.map((i) => Float64Array.from(answerOf[i]!, (a) => scores.of[p]![i]![a]!))),
    bonds: scores.bonds.map(bondOf).toReversed(),
    floors: partyOf.map((p) => scores.floors[p]!),
  };
  const back = (pack: Package): Package => scores.sizes.map((_, i) => answerOf[i]![pack[issueOf.indexOf(i)]!]!);
  return { other: { scores: other, parties: scores.of.map((_, p) => partyOf.indexOf(p)) }, back };
}

test('how far the work is rises to the end, with and without bonds', () => {
  for (const bonds of [0, 2]) {
    const scores = randomScores(seeded(5), { parties: 3, issues: 6, answers: 4, bonds, floors: false });
    const shares: number[] = [];
    const found = frontierOf(scores, { heard: (share) => void shares.push(share) });
    expect(found).not.toHaveProperty('refused');
    expect(shares.length).toBeGreaterThanOrEqual(6);
    expect(shares.every((share, at) => share > (shares[at - 1] ?? 0))).toBe(true);
    expect(shares.at(-1)).toBeCloseTo(1, 12);
  }
});

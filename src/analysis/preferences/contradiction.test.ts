import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachPackage } from '../scores.ts';
import { contradictionIn, smallestConflicts } from './contradiction.ts';
import type { Constraint, Package } from '../scenario.ts';

const sizes = [2, 3, 3, 2];
const named = fc.integer({ min: 0, max: 3 }).chain((issue) =>
  fc.record({
    issue: fc.constant(issue),
    anyOf: fc.uniqueArray(fc.integer({ min: 0, max: sizes[issue]! - 1 }), { minLength: 1, maxLength: 2 }),
  }),
);
const constraint = fc.record({
  kind: fc.constantFrom('forbidden' as const, 'required' as const),
  name: fc.constant('c'),
  answers: fc.uniqueArray(named, { minLength: 1, maxLength: 2, selector: ({ issue }) => issue }),
});

test('the smallest contradicting sets are those that trying every set finds', () => {
  const seen = new Map<number, number>();
  fc.assert(
    fc.property(fc.array(constraint, { minLength: 3, maxLength: 9 }), (constraints) => {
      const found = contradictionIn(sizes, constraints);
      const expected = byTryingAll(constraints);
      seen.set(expected[0]?.length ?? 0, (seen.get(expected[0]?.length ?? 0) ?? 0) + 1);
      expect(found).toEqual(
        expected.length === 0 ? { kind: 'none' } : { kind: 'contradiction', sets: expected, smallest: true },
      );
    }),
    { numRuns: 400, seed: 3 },
  );
  // The random questions held contradictions of several sizes, and some that hold together.
  expect([0, 2, 3].every((size) => (seen.get(size) ?? 0) > 5)).toBe(true);
});

test('when the search is cut off, the set still contradicts itself and is not called smallest', () => {
  const pigeons = pigeonHoles(4, 3);
  const found = contradictionIn([3, 3, 3, 3], pigeons, 60);
  expect(found.kind === 'contradiction' ? found.smallest : found.kind).toBe(false);
  if (found.kind !== 'contradiction') return;
  expect(
    someMeet(
      [3, 3, 3, 3],
      found.sets[0]!.map((c) => pigeons[c]!),
    ),
  ).toBe(false);
  expect(contradictionIn([3, 3, 3, 3], pigeons, 1)).toEqual({ kind: 'undecided' });
});

test('forty constraints on twenty issues with a hidden contradiction of four are decided exactly', () => {
  const many = Array.from({ length: 36 }, (_, c): Constraint => ({
    kind: c % 2 === 0 ? 'forbidden' : 'required',
    name: `c${c}`,
    answers: [
      { issue: 4 + (c % 16), anyOf: [0, 1] },
      { issue: 4 + ((c + 5) % 16), anyOf: [1] },
    ],
  }));
  const hidden = [[0], [1], [2], [3]].map((anyOf): Constraint => ({
    kind: 'forbidden',
    name: 'h',
    answers: [{ issue: 0, anyOf }],
  }));
  const found = contradictionIn(
    Array.from({ length: 20 }, () => 4),
    [...many, ...hidden],
  );
  expect(found).toEqual({ kind: 'contradiction', sets: [[36, 37, 38, 39]], smallest: true });
});

test('any things that cannot hold together are found, not only constraints', () => {
  // Numbers hold together while they sum to at most 10.
  const numbers = [7, 4, 1, 6, 2];
  const together = (chosen: readonly number[]) =>
    chosen.reduce((sum, c) => sum + numbers[c]!, 0) <= 10 ? chosen : null;
  expect(smallestConflicts(5, 1000, together)).toEqual({
    kind: 'contradiction',
    sets: [
      [0, 1],
      [0, 3],
    ],
    smallest: true,
  });
});

function byTryingAll(constraints: readonly Constraint[]): readonly (readonly number[])[] {
  const subsets = Array.from({ length: 2 ** constraints.length }, (_, bits) =>
    constraints.flatMap((_, c) => ((bits >> c) % 2 === 1 ? [c] : [])),
  );
  const failing = subsets.filter(
    (set) =>
      !someMeet(
        sizes,
        set.map((c) => constraints[c]!),
      ),
  );
  const least = Math.min(...failing.map((set) => set.length));
  const smallest = failing.filter((set) => set.length === least);
  return smallest.toSorted((a, b) => {
    const j = a.findIndex((c, k) => c !== b[k]);
    return j === -1 ? 0 : a[j]! - b[j]!;
  });
}

function someMeet(sizes: readonly number[], constraints: readonly Constraint[]): boolean {
  for (const pack of eachPackage(sizes)) if (constraints.every((each) => meets(pack, each))) return true;
  return false;
}

function meets(pack: Package, { kind, answers }: Constraint): boolean {
  const given = answers.map(({ issue, anyOf }) => anyOf.includes(pack[issue]!));
  return kind === 'required' ? given.some(Boolean) : !given.every(Boolean);
}

function pigeonHoles(pigeons: number, holes: number): readonly Constraint[] {
  return Array.from({ length: pigeons }, (_, one) => one).flatMap((one) =>
    Array.from({ length: one }, (_, other) => other).flatMap((other) =>
      Array.from({ length: holes }, (_, hole): Constraint => {
        const answers = [one, other].map((issue) => ({ issue, anyOf: [hole] }));
        return { kind: 'forbidden', name: `${one} and ${other} not both in ${hole}`, answers };
      }),
    ),
  );
}

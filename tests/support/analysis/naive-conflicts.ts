import fc from 'fast-check';
import type { ConflictModel } from '../../../src/analysis/conflict/index.ts';

/** A conflict, its states as all the words that mean them, and how much each decision maker likes each. */
export interface Naive {
  readonly model: ConflictModel;
  readonly states: readonly (readonly string[])[];
  readonly liking: readonly (readonly number[])[];
}
/** Whether a state, as a word of Y and N, agrees with a pattern. */
export const fits = (pattern: string, state: string): boolean =>
  state.split('').every((c, o) => pattern[o] === '-' || pattern[o] === c);

/** States in groups by how much they are liked, the best first, each named. */
export const rank = (liking: readonly number[], name: (s: number) => number | string) =>
  [6, 5, 4, 3, 2, 1, 0]
    .map((level) => liking.flatMap((l, s) => (l === level ? [name(s)] : [])))
    .filter((group) => group.length > 0);

const times = <T>(n: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: n, maxLength: n });
const pattern = (n: number): fc.Arbitrary<string> =>
  times(n, fc.constantFrom('Y', 'N', '-', '-')).map((letters) => letters.join(''));

/** Where a barred move leads: another state, in which only options of the maker differ. */
const byMaker = (maker: number, owners: readonly number[], from: string, to: string): string => {
  const word = owners.map((owner, o) => (owner === maker ? to[o]! : '-')).join('');
  return word === from ? `-${word.slice(1)}` : word;
};

/** Random conflicts of two to four decision makers with two to five options. */
export const naives: fc.Arbitrary<Naive> = fc
  .record({ makers: fc.integer({ min: 2, max: 4 }), options: fc.integer({ min: 2, max: 5 }) })
  .chain(({ makers, options }) =>
    fc.record({
      owners: times(options, fc.nat(makers - 1)),
      directions: times(options, fc.constantFrom('both', 'both', 'forward', 'backward')),
      infeasible: fc.array(pattern(options), { maxLength: 3 }),
      alike: fc.array(pattern(options), { maxLength: 1 }),
      barred: times(1, fc.record({ maker: fc.nat(makers - 1), from: pattern(options), to: pattern(options) })),
      levels: times(makers, times(32, fc.nat(6))),
    }),
  )
  .map(({ owners, directions, infeasible, alike, barred, levels }) => {
    const states: string[][] = [];
    for (let c = 0; c < 2 ** owners.length; c++) {
      const word = owners.map((_, o) => ((c >> o) & 1 ? 'Y' : 'N')).join('');
      if (infeasible.some((p) => fits(p, word))) continue;
      const same = (words: readonly string[]): boolean => alike.some((p) => fits(p, word) && fits(p, words[0]!));
      const group = states.find(same);
      if (group === undefined) states.push([word]);
      else group.push(word);
    }
    const liking = levels.map((of) => of.slice(0, states.length));
    const preferences = liking.map((of) => ({ kind: 'ranking' as const, groups: rank(of, (s) => s + 1) }));
    const model: ConflictModel = {
      makers: preferences.map((preference, m) => ({ name: `m${m}`, preference })),
      options: owners.map((m, o) => ({ name: `o${o}`, maker: `m${m}`, moves: directions[o]! })),
      infeasible,
      alike,
      barred: barred.map(({ maker, from, to }) => ({ maker: `m${maker}`, from, to: byMaker(maker, owners, from, to) })),
    };
    return { model, states, liking };
  })
  .filter(({ states }) => states.length > 0);

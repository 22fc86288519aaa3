import { utilityOf } from '../preferences/index.ts';
import type { Package } from '../scenario.ts';
import { placeIn, type Scores } from '../scores.ts';

/** Where one party's total comes from, in points. */
export interface ValueByIssue {
  /** What each answer adds, in the order of the issues. */
  readonly issues: readonly number[];
  /** What each bond adds, in the order of the bonds, with the issues that it binds. */
  readonly bonds: readonly { readonly scope: readonly number[]; readonly points: number }[];
  /** The sum of all of it, and the same in steps of the grid. */
  readonly total: number;
  readonly steps: number;
  /** False if a constraint does not allow the package: its total then stands for nothing that could be agreed. */
  readonly allowed: boolean;
}

/** What a package is worth to a party, issue by issue and bond by bond. The sum is made in whole steps before it is turned into points. */
export function valueByIssue(scores: Scores, pack: Package, party: number): ValueByIssue {
  const answers = pack.map((answer, i) => scores.of[party]![i]![answer]!);
  const bound = scores.bonds.map((bond) => ({ bond, place: placeIn(bond, scores.sizes, pack) }));
  const added = bound.map(({ bond: { of }, place }) => (of === null ? 0 : of[party]![place]!));
  const steps = [...answers, ...added].reduce((sum, each) => sum + each, 0);
  return {
    issues: answers.map((each) => utilityOf(scores, each)),
    bonds: bound.map(({ bond: { scope } }, b) => ({ scope, points: utilityOf(scores, added[b]!) })),
    steps,
    total: utilityOf(scores, steps),
    allowed: bound.every(({ bond: { allowed }, place }) => allowed === null || allowed[place] === 1),
  };
}

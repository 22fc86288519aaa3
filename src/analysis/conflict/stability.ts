import type { Method } from '../method.ts';
import type { Conflict } from './conflict.ts';
import { usualConvention, type Convention } from './convention.ts';
import { generalMetarational, generalMetarationalMethod } from './general-metarational.ts';
import { nashStabilityMethod, nashStable } from './nash.ts';
import { sequentiallyStable, sequentialStabilityMethod } from './sequential.ts';
import { simultaneouslyStable, simultaneousStabilityMethod } from './simultaneous.ts';
import { symmetricMetarational, symmetricMetarationalMethod } from './symmetric-metarational.ts';

/** A way in which a state can be stable, by its usual letters. */
export type Concept = 'R' | 'GMR' | 'SMR' | 'SEQ' | 'SIM';

/** All of them, in the order in which they are shown. */
export const concepts: readonly Concept[] = ['R', 'SEQ', 'SMR', 'GMR', 'SIM'];

/** What each of them means. */
export const methodOf: Readonly<Record<Concept, Method>> = {
  R: nashStabilityMethod,
  SEQ: sequentialStabilityMethod,
  SMR: symmetricMetarationalMethod,
  GMR: generalMetarationalMethod,
  SIM: simultaneousStabilityMethod,
};

/** What is stable: for each decision maker, and for all of them at once. */
export interface Stability {
  readonly convention: Convention;
  /** `stable[concept][maker][state]`: 1 if stable. */
  readonly stable: Readonly<Record<Concept, readonly Uint8Array[]>>;
  /** The states that are stable for every decision maker. */
  readonly equilibria: Readonly<Record<Concept, readonly number[]>>;
}

/** Which states are stable for whom in each of the five ways, and which for all. R and SIM do not depend on the convention. */
export function stabilityOf(conflict: Conflict, convention: Convention = usualConvention): Stability {
  const each = (stableFor: (maker: number) => Uint8Array): readonly Uint8Array[] =>
    conflict.makers.map((_, maker) => stableFor(maker));
  const stable = {
    R: each((maker) => nashStable(conflict, maker)),
    SEQ: each((maker) => sequentiallyStable(conflict, maker, convention)),
    SMR: each((maker) => symmetricMetarational(conflict, maker, convention)),
    GMR: each((maker) => generalMetarational(conflict, maker, convention)),
    SIM: each((maker) => simultaneouslyStable(conflict, maker)),
  };
  const forAll = (concept: Concept): readonly number[] =>
    conflict.states.flatMap((_, s) => (stable[concept].every((states) => states[s] === 1) ? [s] : []));
  return {
    convention,
    stable,
    equilibria: { R: forAll('R'), SEQ: forAll('SEQ'), SMR: forAll('SMR'), GMR: forAll('GMR'), SIM: forAll('SIM') },
  };
}

import type { Scenario } from '../../../analysis/index.ts';
import type { Given } from './given.ts';
import { moving, pictureOf, type Picture } from './picture.ts';

/** What is asked of the thread: the picture of a scenario, or with one of its weights on its way. Each asks by itself, so that any may be left out. */
export interface Asked {
  readonly dance: Given['dance'];
  readonly scenario: Scenario;
  /** `held` tells one hold of a slider from another. */
  readonly weight: {
    readonly held: number;
    readonly side: number;
    readonly issue: number;
    readonly to: number;
  } | null;
}

/** A picture as it goes from one thread to another. */
export interface Sent extends Pick<Picture, 'size' | 'named' | 'dance' | 'reservations'> {
  readonly totals: readonly [Float64Array, Float64Array];
  /** The answers of each place, one after another. */
  readonly answers: Uint32Array;
}

/** Works out what is asked; what a hold of a slider rests on is worked out once. */
export function worker(): (asked: Asked) => Sent {
  let hold: { readonly held: number; readonly at: (weight: number) => Picture } | null = null;
  return ({ dance, scenario, weight }) => {
    if (weight === null) return sent(pictureOf({ dance }, scenario), scenario.issues.length);
    if (hold?.held !== weight.held)
      hold = { held: weight.held, at: moving({ dance }, scenario, weight.side, weight.issue) };
    return sent(hold.at(weight.to), scenario.issues.length);
  };
}

/** A picture as the page uses it. */
export function received({ totals: [xs, ys], answers, ...rest }: Sent): Picture {
  const issues = rest.size === 0 ? 0 : answers.length / rest.size;
  return {
    ...rest,
    totalsAt: (place) => [xs[place] ?? 0, ys[place] ?? 0],
    packageAt: (place) => [...answers.subarray(place * issues, (place + 1) * issues)],
  };
}

function sent({ size, named, dance, reservations, totalsAt, packageAt }: Picture, issues: number): Sent {
  const totals = [new Float64Array(size), new Float64Array(size)] as const;
  const answers = new Uint32Array(size * issues);
  for (let place = 0; place < size; place++) {
    [totals[0][place], totals[1][place]] = totalsAt(place);
    answers.set(packageAt(place), place * issues);
  }
  return { size, named, dance, reservations, totals, answers };
}

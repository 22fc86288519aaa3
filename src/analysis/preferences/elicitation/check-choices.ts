import { smallestConflicts } from '../contradiction.ts';
import { cancellation } from './cancellation.ts';
import { cyclesIn } from './cycles.ts';
import { differenceOf } from './choice.ts';
import type { Choice } from './choice.ts';

/** Choices that cannot all be meant, or that no additive weights can explain. */
export type ChoiceProblem =
  | { readonly reason: 'package-shape' | 'same-package'; readonly choice: number; readonly sentence: string }
  /** Choices that go round: each prefers what the next rejects. */
  | { readonly reason: 'intransitive'; readonly choices: readonly number[]; readonly sentence: string }
  | {
      readonly reason: 'not-additive';
      readonly choices: readonly number[];
      /** How often each of them must be counted for the answers to cancel. */
      readonly times: readonly number[];
      /** True if no smaller set has this fault, and all of this size are told. */
      readonly smallest: boolean;
      readonly sentence: string;
    };

/**
 * What contradicts what among choices between packages: packages that do not fit the issues, choices that go round in a circle (the
 * shortest circles), and otherwise the smallest sets of choices that no additive weights and values can explain. The proof of each
 * set is that, counted so often, what was chosen holds the very same answers as what was rejected (cancellation, Scott 1964).
 */
export function checkChoices(sizes: readonly number[], choices: readonly Choice[]): readonly ChoiceProblem[] {
  const shape = choices.flatMap((choice, c) => checkShape(sizes, choice, c));
  if (shape.length > 0) return shape;
  const circles = cyclesIn(choices);
  if (circles.length > 0) {
    return circles.map((circle) => {
      const sentence = `${named(circle)} go round in a circle: each prefers what the next one rejects, so one of them cannot be meant.`;
      return { reason: 'intransitive', choices: circle, sentence };
    });
  }
  const columns = choices.map((choice) => ({ numbers: differenceOf(sizes, choice), free: choice.kind === 'same' }));
  const multiplesOf = (chosen: readonly number[]): readonly bigint[] | null =>
    chosen.some((c) => !columns[c]!.free) ? cancellation(chosen.map((c) => columns[c]!)) : null;
  const conflict = smallestConflicts(choices.length, 20_000, (chosen, allowance) => {
    if (--allowance.steps < 0) return 'undecided';
    return multiplesOf(chosen) === null ? chosen : null;
  });
  if (conflict.kind !== 'contradiction') return [];
  return conflict.sets.map((set) => {
    const times = inLowestTerms(multiplesOf(set)!);
    const counted = set.map((c, k) => (times[k] === 1 ? `${c + 1}` : `${c + 1} (${times[k]} times)`)).join(', ');
    const sentence = `No additive weights explain choices ${counted} together: what was chosen in them holds the very same answers as what was rejected. Either one is not meant, or some answers are worth more, or less, in combination.${conflict.smallest ? '' : ' There may be a smaller such set.'}`;
    return { reason: 'not-additive', choices: set, times, smallest: conflict.smallest, sentence };
  });
}

function checkShape(sizes: readonly number[], { kind, packages }: Choice, choice: number): readonly ChoiceProblem[] {
  const fits = packages.every(
    (pack) => pack.length === sizes.length && pack.every((a, i) => Number.isInteger(a) && a >= 0 && a < sizes[i]!),
  );
  if (!fits) {
    return [
      {
        reason: 'package-shape',
        choice,
        sentence: `A package of choice ${choice + 1} does not give one answer to each issue.`,
      },
    ];
  }
  if (kind === 'same' || packages[0].some((a, i) => a !== packages[1][i])) return [];
  return [{ reason: 'same-package', choice, sentence: `Choice ${choice + 1} prefers a package to itself.` }];
}

function named(choices: readonly number[]): string {
  const numbers = choices.map((c) => String(c + 1));
  return `Choices ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)!}`;
}

function inLowestTerms(multiples: readonly bigint[]): readonly number[] {
  const size = (each: bigint): bigint => (each < 0n ? -each : each);
  let common = 0n;
  for (const each of multiples) for (let other = size(each); other > 0n;) [common, other] = [other, common % other];
  return multiples.map((each) => Number(size(each) / (common || 1n)));
}

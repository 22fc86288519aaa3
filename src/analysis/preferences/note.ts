import type { Answers } from './answers.ts';
import type { Scenario } from '../scenario.ts';
import type { Scores } from '../scores.ts';

/** Something about how a scenario was read that stands beside every result: not a problem, but never silent. */
export interface Note {
  readonly kind: 'weights-as-they-stand' | 'sampled' | 'rounded';
  readonly profile?: number;
  readonly issue?: number;
  readonly sentence: string;
}

/** The notes on a scenario: weights that do not sum to 1 or 100, ranges that were sampled, and numbers that were rounded. */
export function notesOn(
  scenario: Scenario,
  answers: readonly Answers[],
  scores: Pick<Scores, 'error' | 'step'>,
): readonly Note[] {
  const notes: Note[] = [];
  scenario.profiles.forEach(({ party, weights }, profile) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    // Weights of 1 throughout are no weights: the values are points as they were given.
    if (weights.every((weight) => weight === 1) || Math.abs(sum - 1) <= 1e-9 || Math.abs(sum - 100) <= 1e-7) return;
    const sentence = `The weights of ${party} sum to ${brief(sum)}, not to 1 or 100; they are used as they stand.`;
    notes.push({ kind: 'weights-as-they-stand', profile, sentence });
  });
  answers.forEach((each, issue) => {
    if (each.kind === 'options' || each.sampled === null) return;
    const { steps, bends } = each.sampled;
    const { name } = scenario.issues[issue]!;
    const more = bends === 0 ? '' : ` and ${bends} more where a value bends`;
    const sentence = `The issue ${name} may take any number of its range; ${each.size} of them are considered: the ends, ${steps} even steps${more}. Packages between them are not.`;
    notes.push({ kind: 'sampled', issue, sentence });
  });
  if (scores.error > 0) {
    const sentence = `Some numbers are not short decimals or fractions. They are rounded to steps of ${brief(scores.step)}, so that a utility may be off by up to ${brief(scores.error)}.`;
    notes.push({ kind: 'rounded', sentence });
  }
  return notes;
}

function brief(number: number): string {
  return String(Number(number.toPrecision(6)));
}

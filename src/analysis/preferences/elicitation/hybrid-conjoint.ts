import { solved } from './linear-system.ts';
import type { Method } from '../../method.ts';
import type { Package } from '../../scenario.ts';

/** What a party says of its weights and values by itself, before it rates packages. */
export interface SelfExplicated {
  readonly weights: readonly number[];
  /** `values[issue][answer]`. */
  readonly values: readonly (readonly number[])[];
}

/** A package with the party's rating of it, on any scale on which more is better. */
export interface Rating {
  readonly package: Package;
  readonly rating: number;
}

/** Weights corrected by ratings, or why they cannot be. */
export type HybridWeights =
  | {
      readonly kind: 'weights';
      /** Sum to what the stated weights sum to. */
      readonly weights: readonly number[];
      /** The share of the ratings' variation that the stated weights explain, and that the corrected ones do. */
      readonly explained: { readonly before: number; readonly after: number };
      /** Issues, by place, whose ratings speak against any weight at all; their corrected weight is 0. */
      readonly against: readonly number[];
      readonly sentence: string;
    }
  | {
      readonly refused: 'rating-shape' | 'too-few-ratings' | 'ratings-do-not-differ' | 'ratings-against-statement';
      readonly sentence: string;
    };

/**
 * Stated weights corrected by ratings of whole packages (hybrid conjoint, Green 1984). Ratings are first fitted, by least squares, as a
 * constant plus one factor times the stated utility; then each issue gets its own factor, held near the common one by a penalty as
 * large as `trust` issues' worth of evidence (above 0; 1 unless told; larger trusts the statement more). A corrected weight is the stated one
 * times its factor, at least 0. The same for any scale of ratings and any order of issues and packages.
 */
export function hybridWeights(stated: SelfExplicated, ratings: readonly Rating[], trust = 1): HybridWeights {
  const issues = stated.weights.length;
  const fits = (pack: Package): boolean =>
    pack.length === issues && pack.every((a, i) => stated.values[i]![a] !== undefined);
  if (!ratings.every((each) => fits(each.package) && Number.isFinite(each.rating))) {
    return {
      refused: 'rating-shape',
      sentence: 'Each rating must be a number for a package with one answer to each issue.',
    };
  }
  if (ratings.length < 3) return { refused: 'too-few-ratings', sentence: 'At least three packages must be rated.' };
  const parts = centred(ratings.map((each) => each.package.map((a, i) => stated.weights[i]! * stated.values[i]![a]!)));
  const rated = centred(ratings.map((each) => [each.rating])).map(([rating]) => rating!);
  const totals = parts.map((row) => row.reduce((sum, each) => sum + each, 0));
  const variation = dot(rated, rated);
  if (!(variation > 0) || !(dot(totals, totals) > 0)) {
    return {
      refused: 'ratings-do-not-differ',
      sentence: 'The packages rated are all alike, in their ratings or in the stated utility.',
    };
  }
  const common = dot(totals, rated) / dot(totals, totals);
  if (common <= 0) return againstStatement;
  const factors = factorsNear(common, parts, rated, trust);
  const kept = factors.map((factor) => Math.max(0, factor));
  const raw = kept.map((factor, i) => factor * stated.weights[i]!);
  if (!(sumOf(raw) > 0)) return againstStatement;
  const scale = sumOf(stated.weights) / sumOf(raw);
  const left = (by: readonly number[]): number => {
    const missed = rated.map((rating, k) => rating - dot(by, parts[k]!));
    return 1 - dot(missed, missed) / variation;
  };
  // What the weights that are returned explain, at the scale at which they explain most.
  const told = parts.map((row) => dot(row, kept));
  const size = dot(told, told) > 0 ? dot(told, rated) / dot(told, told) : 0;
  const explained = { before: left(factors.map(() => common)), after: left(kept.map((factor) => factor * size)) };
  const against = factors.flatMap((factor, i) => (factor < 0 && stated.weights[i]! > 0 ? [i] : []));
  const sentence = `The stated weights explain ${percent(explained.before)} of the differences in the ratings; the corrected ones explain ${percent(explained.after)}.`;
  return { kind: 'weights', weights: raw.map((weight) => weight * scale), explained, against, sentence };
}

/** Hybrid conjoint. */
export const hybridConjointMethod: Method = {
  name: 'Hybrid conjoint',
  definition:
    'Weights that a party states by itself, corrected as far as its ratings of whole packages speak against them.',
  assumes: 'Ratings are additive in the issues, on an even scale; the stated values within each issue are right.',
  misleads: 'With fewer packages rated than issues: most of the correction is then the statement again.',
  source: 'Green 1984',
};

const againstStatement: HybridWeights = {
  refused: 'ratings-against-statement',
  sentence:
    'The packages rated higher are those that the stated weights call worse: one of the two was answered the wrong way round.',
};

function factorsNear(
  common: number,
  parts: readonly (readonly number[])[],
  rated: readonly number[],
  trust: number,
): readonly number[] {
  const issues = parts[0]!.length;
  const column = (i: number): readonly number[] => parts.map((row) => row[i]!);
  const squares = Array.from({ length: issues }, (_, i) => dot(column(i), column(i)));
  const penalty = (trust * squares.reduce((sum, each) => sum + each, 0)) / issues;
  const rows = Array.from({ length: issues }, (_, i) =>
    Array.from({ length: issues }, (_, j) => dot(column(i), column(j)) + (i === j ? penalty : 0)),
  );
  const right = Array.from({ length: issues }, (_, i) => dot(column(i), rated) + penalty * common);
  return solved(rows, right)!;
}

function centred(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const means = rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
  return rows.map((row) => row.map((each, i) => each - means[i]!));
}

function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, k) => sum + each * b[k]!, 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

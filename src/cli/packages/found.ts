import type { Method, Package, uncertainty } from '../../analysis/index.ts';
import type { Choice } from '../analyse/analysis.ts';

/** A package with what it gives, by names and by the places of its answers. */
export interface PackageFound extends Choice {
  readonly places: Package;
}

/** Sentences under a heading, with the methods that they come from. */
export interface Section {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly methods: readonly Method[];
}

/** How a package fares over weightings, and in a sentence; null where it was not asked for. */
export type Robustly = { readonly counts: uncertainty.Robustness; readonly sentence: string } | null;

import type { ConflictModel, Exchange, preferences, Provenance, Scenario } from '../../analysis/index.ts';
import type { CaseFile } from '../../domain/index.ts';
import type { Fault } from '../yaml/document.ts';

/** The formats that scenarios are read from; `parley` are Parley’s own files, cases among them. */
export type ScenarioFormat = 'parley' | 'genius-xml' | 'negmas' | 'geniusweb-json' | 'negolog-json' | 'csv';

/** A file of a folder: its name, without the folder, and what it holds. */
export interface NamedFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** A fault in a file, where it is (counted from 1), and what is wrong in one sentence. */
export interface FileFault extends Fault {
  readonly file: string;
}

/** Something that was read in a way worth knowing, or not read: in one sentence. */
export interface Note {
  readonly file: string;
  /** Null when it is about the whole file. */
  readonly line: number | null;
  readonly message: string;
}

/** What was read of a scenario, whatever the format. */
export interface ReadScenario {
  readonly format: ScenarioFormat;
  readonly name: string;
  /** Null when the file holds only a conflict or an exchange, or is a case. */
  readonly scenario: Scenario | null;
  /** Things to be divided, where the file has `items`: the scenario then has one issue for each, answered by the party that gets it. */
  readonly division: ReadDivision | null;
  readonly conflict: ConflictModel | null;
  /** Steps to be put in order. */
  readonly exchange: Exchange | null;
  /** The case that was read, or that the scenario takes its issues from, played to its end, with all its entries. */
  readonly talks: CaseFile | null;
  /**
   * For each party, the utility that a package counts as at most; null where nothing is cut off. GENIUS counts a total above 1 as 1,
   * which no sum of points can say: see `underCeilings`.
   */
  readonly ceilings: readonly (number | null)[];
  /** For each party, the factor by which its file says that a later agreement counts less; null if it says none. No result here uses it. */
  readonly discounts: readonly (number | null)[];
  /**
   * For each party, what is known of its weights where that is bounds, a ranking or samples, and its profile has those in the middle; null where
   * the weights are stated exactly. Only Parley’s own files say it.
   */
  readonly uncertain: readonly (preferences.UncertainWeights | null)[];
  readonly notes: readonly Note[];
}

/** Things to be divided between parties, and what each is worth to each: `points[party][item]`, which stand at `places[party]`. */
export interface ReadDivision {
  readonly items: readonly string[];
  readonly parties: readonly string[];
  readonly points: readonly (readonly number[])[];
  readonly places: readonly Omit<FileFault, 'message'>[];
}

/** What was read, or every fault that could be seen. */
export type Read<T> = T | { readonly errors: readonly FileFault[] };

/** How to read files that leave something open. */
export interface Reading {
  /**
   * GENIUS XML: `genius` divides the evaluation of an option by the greatest in its issue, cuts evaluations of numbers to 0…1, and counts
   * a total above 1 as 1; `raw` takes weight × evaluation as it stands. The weights are used as they stand in both.
   */
  readonly genius: 'genius' | 'raw';
  /** Who says that the parties value things so, where the format has no place for it; null: the author of each file, as an analyst. */
  readonly provenance: Provenance | null;
}

/** How files are read unless one says otherwise. */
export const usualReading: Reading = { genius: 'genius', provenance: null };

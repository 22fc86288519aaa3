import { currentOf, once, type CaseFile } from './case-file.ts';
import type { Release, Roster } from './confidentiality.ts';

/** One of the sides. */
export interface Party {
  readonly key: string;
  readonly name: string;
  readonly description: string;
}

/** How a case begins: its name, what it is about, where its facts come from, the parties, and whether readers may know that it exists. */
export interface Opening {
  readonly kind: 'opening';
  readonly name: string;
  readonly summary: string;
  readonly provenance: string;
  readonly timeZone: string;
  readonly existence: 'confidential' | 'public';
  readonly parties: readonly Party[];
}

export type Standing = 'lead' | 'supporting' | 'guarantor' | 'observer';

/** A mediating institution and its role among the mediators. */
export interface Institution {
  readonly kind: 'institution';
  readonly key: string;
  readonly name: string;
  readonly standing: Standing;
}

/** The case's own rules: the release of a term that names none, and whether a side is told when a term of its own is carried. */
export interface Rules {
  readonly kind: 'rules';
  readonly defaultRelease: Release;
  readonly receipts: boolean;
}

/** The opening of the case, or null when the viewer does not know it. */
export const openingOf = (file: CaseFile): Opening | null => currentOf(file, 'opening').at(-1)?.fact ?? null;

/** The parties in alphabetical order of the case's own names, which is the only order that pages use. */
export const parties = once((file): readonly Party[] =>
  [...(openingOf(file)?.parties ?? [])].sort((a, b) => alphabetical.compare(a.name, b.name)),
);

const alphabetical = new Intl.Collator('en');

/** A party's name, or its key when the viewer does not know the opening. */
export const partyName = (file: CaseFile, key: string): string =>
  parties(file).find((party) => party.key === key)?.name ?? key;

/** A party's letter: A for the first in alphabetical order, and so on. */
export const partyLetter = (file: CaseFile, key: string): string =>
  String.fromCharCode(
    65 +
      Math.max(
        0,
        parties(file).findIndex((party) => party.key === key),
      ),
  );

export const institutions = (file: CaseFile): readonly Institution[] =>
  currentOf(file, 'institution').map((entry) => entry.fact);

export const institutionName = (file: CaseFile, key: string): string =>
  institutions(file).find((institution) => institution.key === key)?.name ?? key;

/** The rules in force; a case that says nothing holds what is not released, and gives receipts. */
export const rulesOf = (file: CaseFile): Rules =>
  currentOf(file, 'rules').at(-1)?.fact ?? { kind: 'rules', defaultRelease: 'hold', receipts: true };

/** Who takes part, for `audienceIn`. */
export const rosterOf = once((file): Roster => ({
  parties: parties(file).map((party) => party.key),
  observers: observersAmong(institutions(file)),
}));

/** The institutions that only observe. */
export const observersAmong = (all: readonly Omit<Institution, 'kind'>[]): readonly string[] =>
  all.filter((institution) => institution.standing === 'observer').map((institution) => institution.key);

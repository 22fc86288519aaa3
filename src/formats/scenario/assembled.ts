import { checkScenario, type Issue, type Profile, type Provenance, type Scenario } from '../../analysis/index.ts';
import { faultsOf, notesOf, start, type Findings } from './findings.ts';
import { rounded } from './number-in.ts';
import { leastInAll, mostInAll, type ReadProfile } from './profile.ts';
import type { Read, ReadScenario, Reading, ScenarioFormat } from './read-scenario.ts';

/** The parts of a scenario as the files of one format gave them. */
export interface Parts {
  readonly format: ScenarioFormat;
  readonly name: string;
  readonly issues: readonly Issue[];
  readonly profiles: readonly ReadProfile[];
  /** Of every file that was read, profiles included. */
  readonly findings: readonly Findings[];
  readonly reading: Reading;
  /** What files of this format have their weights sum to; null if nothing in particular. */
  readonly weightsSumTo: number | null;
}

/**
 * A scenario from its parts, each party named after its file. Refuses fewer than two parties and no issues. What the format leaves unusual
 * and is used as it stands (weights that do not sum, a reservation out of reach, a discount) is noted.
 */
export function assembled(parts: Parts): Read<ReadScenario> {
  const { format, name, issues, profiles, findings, reading } = parts;
  const [first] = findings;
  const here = profiles[0]?.findings ?? first;
  if (faultsOf(findings).length === 0 && here !== undefined) {
    if (issues.length === 0) first?.fault(start, 'There is no issue in this scenario; there must be at least one.');
    if (profiles.length < 2)
      here.fault(
        profiles[0]?.place ?? start,
        profiles.length === 0
          ? 'There is no profile in this scenario; there must be one for each of at least two parties.'
          : 'This is the only profile; there must be one for each of at least two parties.',
      );
  }
  const errors = faultsOf(findings);
  if (errors.length > 0) return { errors };
  const names = partyNames(profiles.map(({ findings: { file } }) => file));
  const scenario: Scenario = {
    issues,
    profiles: profiles.map((profile, index): Profile => {
      const { file } = profile.findings;
      const provenance = reading.provenance ?? authorOf(file);
      const { weights, values } = profile;
      const reservation = neverBinds(profile) ? null : profile.reservation;
      return { party: names[index] ?? file, provenance, weights, values, interactions: [], reservation };
    }),
    constraints: [],
  };
  for (const problem of checkScenario(scenario)) {
    const profile = profiles[problem.profile ?? -1];
    (profile?.findings ?? first)?.fault(profile?.place ?? start, problem.sentence);
  }
  const unfit = faultsOf(findings);
  if (unfit.length > 0) return { errors: unfit };
  for (const profile of profiles) noteOn(profile, parts);
  return {
    format,
    name,
    scenario,
    division: null,
    conflict: null,
    exchange: null,
    talks: null,
    ceilings: profiles.map((profile) => (exceeds(profile) ? profile.ceiling : null)),
    discounts: profiles.map(({ discount }) => discount),
    uncertain: profiles.map(() => null),
    notes: notesOf(findings),
  };
}

/** A file's name without its ending. */
export const stemOf = (file: string): string => file.replace(/(.)\.[^.]*$/, '$1');

function partyNames(files: readonly string[]): readonly string[] {
  const stems = files.map(stemOf);
  return new Set(stems).size === stems.length ? stems : files;
}

/** Points in a file are whoever's wrote it, and are never taken for the party's own. */
const authorOf = (file: string): Provenance => ({ kind: 'analyst', name: `the author of ${file}` });

const exceeds = (profile: ReadProfile): boolean =>
  profile.ceiling !== null && mostInAll(profile) > profile.ceiling + roundingOfSums;

/** Sums of decimals that should be 1 miss it by less than this. */
const roundingOfSums = 1e-9;

function noteOn(profile: ReadProfile, { weightsSumTo }: Parts): void {
  const { findings, place, weights, discount, ceiling } = profile;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weightsSumTo !== null && Math.abs(sum - weightsSumTo) > 1e-6)
    findings.note(
      place.line,
      `The weights sum to ${rounded(sum)}, not to ${weightsSumTo}; they are used as they stand.`,
    );
  if (exceeds(profile))
    findings.note(
      place.line,
      `The best answers sum to ${rounded(mostInAll(profile))}; a total above ${ceiling} counts as ${ceiling}, as in GENIUS.`,
    );
  if (discount !== null && discount !== 1)
    findings.note(
      null,
      `This file discounts later agreements by ${rounded(discount)}; the analysis is of an agreement now, so the discount is not used.`,
    );
  noteReservation(profile, findings, null);
}

type Reserved = Pick<ReadProfile, 'reservation' | 'weights' | 'values'>;

/** Notes a reservation value that never binds, and one that no package reaches. */
export function noteReservation(
  profile: Reserved & Partial<Pick<ReadProfile, 'ceiling'>>,
  findings: Findings,
  line: number | null,
): void {
  const { reservation, ceiling } = profile;
  if (reservation?.kind !== 'utility') return;
  const stated = `The reservation value ${rounded(reservation.utility)}`;
  if (neverBinds(profile))
    findings.note(line, `${stated} is below anything that a package can give, so it never binds; it is left out.`);
  if (reservation.utility > Math.min(mostInAll(profile), ceiling ?? Infinity) + roundingOfSums)
    findings.note(line, `${stated} is above what the best package gives, so no agreement reaches it.`);
}

/** A negative reservation value of a party whose every package is worth 0 or more. */
export const neverBinds = (profile: Reserved): boolean =>
  profile.reservation?.kind === 'utility' && profile.reservation.utility < Math.min(0, leastInAll(profile));

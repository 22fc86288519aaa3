import type { Scenario } from '../../../analysis/index.ts';
import type { ReadScenario } from '../read-scenario.ts';

/** What is written to other formats: a scenario, its name, and the discounts, ceilings and uncertain weights that its files had. */
export interface ToWrite extends Pick<ReadScenario, 'name' | 'discounts' | 'ceilings' | 'uncertain'> {
  readonly scenario: Scenario;
}

/** A file to be written. */
export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/** The files of a scenario in another format, and what that format cannot hold, each in a sentence; or why it cannot be written at all. */
export type Written =
  | { readonly files: readonly WrittenFile[]; readonly lost: readonly string[] }
  | { readonly refused: string };

/** What no other format holds, of what this scenario has. */
export function lostEverywhere({ scenario, uncertain }: ToWrite): readonly string[] {
  const { profiles, constraints, issues } = scenario;
  return [
    `Who says that the parties value things so is left out: ${profiles.map(({ party, provenance }) => `${party}: ${provenance.kind}`).join(', ')}.`,
    ...(constraints.length > 0
      ? [
          `Limits on packages are left out, so that more packages are possible: ${constraints.map(({ name }) => name).join(', ')}.`,
        ]
      : []),
    ...profiles.flatMap(({ party, interactions }) =>
      interactions.length > 0
        ? [`What pairs of answers are worth together to ${party} is left out, so its totals differ.`]
        : [],
    ),
    ...profiles.flatMap(({ party }, p) =>
      (uncertain[p] ?? null) === null
        ? []
        : [`Of what is known of the weights of ${party}, only those in the middle are written.`],
    ),
    ...(issues.some((issue) => issue.kind === 'range' && issue.unit !== undefined)
      ? ['The units of ranges are left out.']
      : []),
  ];
}

/**
 * Names for the files of a scenario: one for the domain and one for each party, all different on any file system. Parties are named after their
 * files when these are read, so a name is changed only where it must be.
 */
export function fileNames(
  { name, scenario }: ToWrite,
  ending: string,
): { readonly domain: string; readonly parties: readonly string[] } {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    const plain =
      wanted
        .replaceAll(/[^\p{L}\p{N} ._-]+/gu, '-')
        .replace(/^[.\s]+|[.\s]+$/g, '')
        .slice(0, 80) || 'unnamed';
    let named = plain;
    for (let k = 2; taken.has(named.toLowerCase()); k += 1) named = `${plain} ${k}`;
    taken.add(named.toLowerCase());
    return `${named}.${ending}`;
  };
  const parties = scenario.profiles.map(({ party }) => free(party));
  return { domain: free(scenario.profiles.some(({ party }) => party === name) ? `${name} domain` : name), parties };
}

/** A note that parties have other names than in the scenario, where their names cannot be those of files. */
export function lostNames({ scenario }: ToWrite, files: readonly string[], ending: string): readonly string[] {
  const changed = scenario.profiles.flatMap(({ party }, i) =>
    files[i] === `${party}.${ending}` ? [] : [`${party} is ${files[i] ?? ''}`],
  );
  return changed.length === 0 ? [] : [`Parties are named after their files: ${changed.join(', ')}.`];
}

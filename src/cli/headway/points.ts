import type { Profile, ValueFunction } from '../../analysis/index.ts';
import { issueOf, valuedIn, type CaseFile, type Issue, type Talks } from '../../domain/index.ts';
import type { ReadScenario } from '../../formats/index.ts';

/** Whose points gaps in utility are measured by, over all issues of the talks, and what a reader must be told of them. */
export interface Points {
  readonly profiles: readonly Profile[];
  readonly notes: readonly string[];
}

/** The points of the scenario beside a case, which has its issues; without one, those that sides state in the case itself. */
export function pointsFor(file: CaseFile, talks: Talks, { scenario, uncertain }: ReadScenario): Points {
  const stated = scenario?.profiles ?? statedIn(file, talks);
  const { parties } = talks.history;
  const without = parties.filter((party) => !stated.some((profile) => profile.party === party));
  return {
    profiles: stated.filter(({ party }) => parties.includes(party)),
    notes: [
      ...stated.flatMap(({ party, interactions }, p) => [
        ...(parties.includes(party) ? [] : [`No side of the case is called ${party}; its points are left out.`]),
        ...(interactions.length === 0
          ? []
          : [`What pairs of answers are worth together to ${party} is left out of the gap in utility.`]),
        ...((uncertain[p] ?? null) === null
          ? []
          : [`The weights of ${party} are not known exactly; the gap in utility is by those in the middle.`]),
      ]),
      ...(stated.length === 0
        ? []
        : without.map((party) => `The points of ${party} are not known, nor is a gap in utility that needs them.`)),
    ],
  };
}

/** The points that the case itself holds. An issue that nobody there values is worth nothing to anybody. */
function statedIn(file: CaseFile, talks: Talks): readonly Profile[] {
  const valued = valuedIn(file);
  if (valued === null) return [];
  const places = talks.issues.map(({ key }) => valued.issues.findIndex((issue) => issue.key === key));
  return valued.scenario.profiles.map((profile) => ({
    ...profile,
    weights: places.map((place) => profile.weights[place] ?? 0),
    values: places.map((place, i) => profile.values[place] ?? worthless(talks.issues[i])),
  }));
}

function worthless(issue: Issue | undefined): ValueFunction {
  const matter = issue === undefined ? null : issueOf(issue);
  if (matter?.kind !== 'range') return { kind: 'table', values: (matter?.options ?? []).map(() => 0) };
  return {
    kind: 'piecewise',
    points: [
      { at: matter.from, value: 0 },
      { at: matter.to, value: 0 },
    ],
  };
}

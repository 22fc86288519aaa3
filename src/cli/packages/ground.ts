import { packages, preferences, type Package, type Scenario } from '../../analysis/index.ts';
import { issueOf, issues, offersOnTable, parties, told, type CaseFile } from '../../domain/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import type { Question } from '../analyse/analysis.ts';

/** What packages are looked for on, as plain data that can cross to a thread: a scenario, and what the sides have offered. */
export interface Ground {
  readonly scenario: Scenario;
  readonly uncertain: ReadScenario['uncertain'];
  /** Each party’s latest answers, in the order of the profiles; null for what it has not answered. */
  readonly offers: readonly packages.Offer[];
  readonly redLines: readonly packages.RedLine[];
  /** What all have agreed on, if they have. */
  readonly deal: Package | null;
  /** What a reader must be told of how the scenario and the offers were read. */
  readonly remarks: readonly string[];
}

/**
 * The ground of a scenario, with the offers of the case that it takes its issues from, if it does. Null where GENIUS would count totals as less
 * than their sum, which packages cannot be compared by here.
 */
export function groundOf(read: ReadScenario, scenario: Scenario): Ground | null {
  const { uncertain, talks, ceilings } = read;
  const agenda = agendaOn(scenario);
  if (isCut(scenario, ceilings)) return null;
  const nothing = scenario.profiles.map(() => agenda.map(() => null));
  const said =
    talks === null ? { offers: nothing, redLines: [], deal: null, remarks: [] } : saidIn(talks, scenario, agenda);
  return { scenario, uncertain, ...said };
}

/** Whether some package is worth more to a party than its ceiling. */
function isCut(scenario: Scenario, ceilings: ReadScenario['ceilings']): boolean {
  if (ceilings.every((ceiling) => ceiling === null)) return false;
  const { scores } = preferences.scoresOf(scenario);
  return packages
    .endsOf(scores)
    .best.some((best, p) => preferences.utilityOf(scores, best) > (ceilings[p] ?? Infinity) + 1e-9);
}

/** The scenario as it is analysed, with so many points of the frontier at most. */
export const questionOn = ({ scenario }: Ground, budget: number): Question => ({
  scenario,
  ceilings: scenario.profiles.map(() => null),
  budget,
  samples: preferences.usualSamples,
});

/** Whether packages are found in a moment. */
export const isSmall = ({ scenario }: Pick<Ground, 'scenario'>): boolean =>
  agendaOn(scenario).reduce((sum, { answers }) => sum + answers.size, 0) * scenario.profiles.length <= 60;

/** The issues with the answers that are considered. */
export const agendaOn = (scenario: Scenario): packages.Agenda =>
  packages.agendaOf(scenario.issues, preferences.answersIn(scenario));

/** What the sides of a case have said on the issues of a scenario; sides and issues are known by their names. */
function saidIn(
  file: CaseFile,
  { profiles }: Scenario,
  agenda: packages.Agenda,
): Pick<Ground, 'offers' | 'redLines' | 'deal' | 'remarks'> {
  const [known, sides] = [issues(file), parties(file)];
  const names = told(sides);
  // The places, in the scenario, of the parties and issues that the case has, too.
  const parts = profiles.flatMap(({ party }, p) => (names.includes(party) ? [p] : []));
  const shared = agenda.flatMap(({ issue }, i) => (known.some((one) => issueOf(one).name === issue.name) ? [i] : []));
  const table = offersOnTable(
    file,
    shared.flatMap((i) => known.find((one) => issueOf(one).name === agenda[i]?.issue.name) ?? []),
    shared.flatMap((i) => agenda[i] ?? []),
    parts.flatMap((p) => sides[names.indexOf(profiles[p]?.party ?? '')] ?? []),
  );
  return {
    offers: profiles.map((_, p) =>
      agenda.map((_item, i) => table.offers[parts.indexOf(p)]?.[shared.indexOf(i)] ?? null),
    ),
    redLines: table.redLines.map(({ party, issue, beyond }) => ({
      party: parts[party] ?? 0,
      issue: shared[issue] ?? 0,
      beyond,
    })),
    deal: shared.length === agenda.length && parts.length === profiles.length ? table.deal : null,
    remarks: [...strangers(profiles, names), ...unspoken(agenda, shared), ...table.remarks],
  };
}

/** Parties of the scenario that the case does not have by these names, and sides of the case that the scenario does not have. */
function strangers(profiles: Scenario['profiles'], sides: readonly string[]): readonly string[] {
  const parties = profiles.map(({ party }) => party);
  const [unknown, unvalued] = [
    parties.filter((party) => !sides.includes(party)),
    sides.filter((side) => !parties.includes(side)),
  ];
  const said = unknown.map((party) => `The case has no side called “${party}”: none of its offers are known here.`);
  return [...said, ...unvalued.map((side) => `What “${side}” values is not in the scenario; its offers are left out.`)];
}

const unspoken = (agenda: packages.Agenda, shared: readonly number[]): readonly string[] =>
  agenda.flatMap(({ issue }, i) =>
    shared.includes(i) ? [] : [`The case has no issue called “${issue.name}”: no offer on it is known here.`],
  );

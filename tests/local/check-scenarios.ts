// node tests/local/check-scenarios.ts FOLDER
//
// Reads every folder of scored scenarios in FOLDER and compares what Parley computes with FOLDER/answers.json, at six decimals. The data
// are not part of Parley (their licences do not allow it), so this is run by hand by those who have them. FOLDER/README.md says what
// each answer means.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontierOf } from '../../src/analysis/frontier/index.ts';
import type { Points, Scenario } from '../../src/analysis/index.ts';
import { scoresOf, utilityOf } from '../../src/analysis/preferences/index.ts';
import { eachPackage, outcomesOf, totalsOf, type Scores } from '../../src/analysis/scores.ts';
import { disagreementOf, solutions, type Bargain, type SolutionName } from '../../src/analysis/solutions/index.ts';
import { faultInWords, readFolder, underCeilings } from '../../src/formats/scenario/index.ts';

type Tuples = readonly (readonly number[])[];

interface Answers extends Readonly<Record<string, unknown>> {
  readonly n_outcomes: number;
  readonly n_parties: number;
  readonly reservations: readonly (number | null)[];
  readonly pareto: Tuples;
  readonly pareto_all?: Tuples;
}

/** Which solution is which answer; those marked look at every efficient point, acceptable or not. */
const compared: readonly { readonly name: SolutionName; readonly answer: string; readonly unrestricted?: true }[] = [
  { name: 'nash', answer: 'nash' },
  { name: 'egalitarian', answer: 'kalai' },
  { name: 'kalaiSmorodinskyOverall', answer: 'ks_maxmin' },
  { name: 'kalaiSmorodinsky', answer: 'ks_maxmin_ir_ideal' },
  { name: 'minimumSpread', answer: 'ks' },
  { name: 'utilitarian', answer: 'max_welfare' },
  { name: 'relativeUtilitarian', answer: 'max_relative_welfare' },
  { name: 'productOfUtilities', answer: 'genius_nash', unrestricted: true },
  { name: 'minimumDifference', answer: 'genius_ks_min_asymmetry', unrestricted: true },
];

const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(join(folder, 'answers.json'))) {
  console.error('Give the folder that holds answers.json: node tests/local/check-scenarios.ts FOLDER');
  process.exit(2);
}

const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Readonly<Record<string, Answers>>;
let equal = 0;
let different = 0;
for (const [name, expected] of Object.entries(answers)) {
  const found = differencesIn(name, expected);
  if (found.length === 0) equal += 1;
  else different += 1;
  console.log(`${found.length === 0 ? 'equal    ' : 'DIFFERENT'} ${name}`);
  for (const line of found) console.log(`          ${line}`);
}
console.log(`${equal} folders equal, ${different} different`);
process.exit(different === 0 ? 0 : 1);

function differencesIn(name: string, expected: Answers): readonly string[] {
  const path = join(folder ?? '', name);
  const read = readFolder(readdirSync(path).map((file) => ({ name: file, content: readFileSync(join(path, file)) })));
  if ('errors' in read) return read.errors.map(faultInWords);
  if (read.scenario === null) return ['holds no scenario'];
  const scenario: Scenario = { ...read.scenario, profiles: read.scenario.profiles.slice(0, expected.n_parties) };
  const ceilings = read.ceilings.slice(0, expected.n_parties);
  const { scores } = scoresOf(scenario);
  const restricted = frontierOf(scores);
  const everything = frontierOf(scores, { individuallyRational: false });
  if ('refused' in restricted || 'refused' in everything) return ['the frontier was refused'];
  const points = underCeilings(restricted, ceilings, scores.step);
  const all = underCeilings(everything, ceilings, scores.step);
  const limits = scenario.profiles.map(({ reservation }) =>
    reservation?.kind === 'utility' ? reservation.utility / scores.step : null,
  );
  const { minima, maxima } = extremesOf(scores);
  const bargain: Bargain = {
    points,
    disagreement: disagreementOf(limits, minima),
    ideal: maxima.map((total, party) => Math.min(total, (ceilings[party] ?? Infinity) / scores.step)),
    reservations: expected.reservations.map((limit) => (limit ?? 0) / scores.step),
  };
  const lines = [
    ...unlike('outcomes', String(outcomesOf(scores)), String(expected.n_outcomes)),
    ...unlikePoints('pareto', tuplesOf(points, scores), expected.pareto),
    ...unlikePoints('pareto_all', tuplesOf(all, scores), expected.pareto_all ?? expected.pareto),
  ];
  return [
    ...lines,
    ...compared.flatMap(({ name: concept, answer, unrestricted }) => {
      const among = unrestricted ? { ...bargain, points: all } : bargain;
      const { places } = solutions[concept].choose(among);
      const chosen = new Set(places);
      const tuples = tuplesOf(among.points, scores).filter((_, place) => chosen.has(place));
      return unlikePoints(`${concept} (${answer})`, tuples, expected[answer] as Tuples);
    }),
  ];
}

/** Each party’s least and greatest total over all packages. */
function extremesOf(scores: Scores): { readonly minima: readonly number[]; readonly maxima: readonly number[] } {
  if (scores.bonds.length > 0) {
    const totals = [...eachPackage(scores.sizes)].flatMap((pack) => totalsOf(scores, pack) ?? []);
    return {
      minima: scores.parties.map((_, party) => Math.min(...totals.map((each) => each[party] ?? 0))),
      maxima: scores.parties.map((_, party) => Math.max(...totals.map((each) => each[party] ?? 0))),
    };
  }
  const sum = (pick: (numbers: Float64Array) => number) =>
    scores.of.map((issues) => issues.reduce((total, numbers) => total + pick(numbers), 0));
  return { minima: sum((numbers) => Math.min(...numbers)), maxima: sum((numbers) => Math.max(...numbers)) };
}

function tuplesOf(points: Points, scores: Scores): Tuples {
  return Array.from({ length: points.size }, (_, place) =>
    points.totals.map((totals) => utilityOf(scores, totals[place] ?? 0)),
  );
}

function unlike(what: string, found: string, expected: string): readonly string[] {
  return found === expected ? [] : [`${what}: ${found}, not ${expected}`];
}

/** Points that one list has and the other has not, at six decimals. */
function unlikePoints(what: string, found: Tuples, expected: Tuples): readonly string[] {
  const text = (tuple: readonly number[]) => tuple.map((number) => number.toFixed(6)).join(' ');
  const near = (tuple: readonly number[], among: Tuples) =>
    among.some(
      (other) => other.length === tuple.length && tuple.every((u, i) => Math.abs(u - (other[i] ?? NaN)) <= 1.000001e-6),
    );
  const more = found.filter((tuple) => !near(tuple, expected)).map(text);
  const missed = expected.filter((tuple) => !near(tuple, found)).map(text);
  const count = found.length === expected.length ? [] : [`${what}: ${found.length} points, not ${expected.length}`];
  return [
    ...count,
    ...more.slice(0, 3).map((point) => `${what}: not expected ${point}`),
    ...missed.slice(0, 3).map((point) => `${what}: missed ${point}`),
  ];
}

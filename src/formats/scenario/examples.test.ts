import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  buildConflict,
  checkScenario,
  conflict as graph,
  division as dividing,
  frontiers,
  preferences,
  solutions as solving,
  type Scenario,
} from '../../analysis/index.ts';
import { totalsOf } from '../../analysis/scores.ts';
import { faultInWords } from './findings.ts';
import { readFolder } from './folder.ts';
import type { ReadScenario } from './read-scenario.ts';

const folder = new URL('../../../examples/', import.meta.url);
const namesIn = (path: string) => readdirSync(new URL(path, folder));
const examples: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.scenario.yaml'))
  .map((path) => dirname(path).replaceAll('\\', '/'))
  .sort();

function example(name: string): ReadScenario {
  const read = readFolder(
    namesIn(`${name}/`).map((file) => ({ name: file, content: readFileSync(new URL(`${name}/${file}`, folder)) })),
  );
  if ('errors' in read) throw new Error(read.errors.map(faultInWords).join('\n'));
  return read;
}

function scenarioOf(name: string): Scenario {
  const { scenario } = example(name);
  if (scenario === null) throw new Error(`${name} has no scenario`);
  return scenario;
}

describe.for(examples)('the example %s', (name: string) => {
  const text = namesIn(`${name}/`)
    .filter((file) => file.endsWith('.scenario.yaml'))
    .map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8'))
    .join('');

  it('can be read, and says where its numbers come from', () => {
    const { scenario, conflict } = example(name);
    expect(scenario === null ? [] : checkScenario(scenario)).toEqual([]);
    expect(scenario === null && conflict === null).toBe(false);
    expect(text).toMatch(/^provenance: >?\s*(.*)(Fiction|analyst|experiment)/ms);
    const up = '../'.repeat(name.split('/').length + 1);
    expect(text).toContain(`# yaml-language-server: $schema=${up}docs/scenario-file.schema.json\n`);
  });

  it('gives no side’s own points for what is not invented', () => {
    const kinds = (scenarioOrNull: Scenario | null) =>
      scenarioOrNull?.profiles.map(({ provenance }) => provenance.kind) ?? [];
    const stated = [
      [/^provenance:.*Fiction|^ {2}Fiction/m, 'fictional'],
      [/^provenance: >\n {2}An experiment/m, 'experiment'],
    ] as const;
    const [, expected] = stated.find(([words]) => words.test(text)) ?? [null, 'analyst'];
    for (const kind of kinds(example(name).scenario)) expect(kind).toBe(expected);
  });
});

describe('Adjusted Winner gives the published totals', () => {
  it.for([
    ['panama-canal', ['United States', 'Panama'], '66', 'Land and water', '2/15'],
    ['camp-david', ['Israel', 'Egypt'], '395/6', 'Sinai', '5/6'],
    ['divorce', ['Bob', 'Carol'], '69', 'House', '3/5'],
    ['divorce-property', ['Carol', 'Bob'], '170/3', 'Retirement account', '5/6'],
  ] as const)('%s', ([name, parties, final, item, share]) => {
    const { division } = example(name);
    if (division === null) throw new Error('no division');
    expect(division.parties).toEqual(parties);
    const [one, other] = division.points;
    const won = dividing.adjustedWinner(
      { parties, items: division.items, points: [one ?? [], other ?? []] },
      'as stated',
    );
    if ('refused' in won) throw new Error(won.refused);
    expect(won.totals.map((total) => solving.asText(total))).toEqual([final, final]);
    expect(division.items[won.split?.item ?? -1]).toBe(item);
    const kept = won.split === null ? '' : solving.asText(won.split.keeps);
    const passed = won.split === null ? '' : solving.asText(solving.minus(solving.fraction(1n), won.split.keeps));
    expect([kept, passed]).toContain(share);
  });
});

describe('Bill and Jack', () => {
  const scenario = scenarioOf('nash-1950');
  const { scores } = preferences.scoresOf(scenario);
  const points = frontiers.frontierOf(scores);
  if ('refused' in points) throw new Error('refused');
  const tuples = Array.from({ length: points.size }, (_, place) =>
    points.totals.map((totals) => preferences.utilityOf(scores, totals[place] ?? 0)),
  );

  it('have the published efficient points', () => {
    expect([...tuples].sort(([a = 0], [b = 0]) => a - b)).toEqual([
      [2, 8],
      [6, 7],
      [8, 6],
      [12, 5],
      [14, 4],
      [16, 2],
      [18, 0],
    ]);
  });

  it('agree as Nash says: 12 and 5, by these gifts', () => {
    const { places } = solving.nash(points, scores.floors);
    expect(places.map((place) => tuples[place])).toEqual([[12, 5]]);
    const given = [...points.packagesAt(places[0] ?? 0)].map((pack) =>
      scenario.issues.flatMap(({ name }, i) => (pack[i] === 1 ? [name] : [])),
    );
    expect(given).toEqual([
      ['Bill’s book', 'Bill’s whip', 'Bill’s ball', 'Bill’s bat', 'Jack’s pen', 'Jack’s toy', 'Jack’s knife'],
    ]);
    expect(solving.kalaiSmorodinsky(points, scores.floors).places.map((place) => tuples[place])).toEqual([[12, 5]]);
  });
});

describe('the negotiations of CaSiNo', () => {
  // What the first has of food, water and firewood in the deal; the points of both; and those of all packages better for one and no worse for the other.
  it.for([
    [102, [2, 1, 1], [17, 19], []],
    [
      548,
      [2, 2, 0],
      [18, 20],
      [
        [18, 23],
        [19, 22],
      ],
    ],
    [936, [1, 3, 0], [19, 21], []],
    [953, [1, 1, 3], [22, 14], []],
  ] as const)('%i', ([number, deal, published, better]) => {
    const { scores } = preferences.scoresOf(scenarioOf(`casino/${number}`));
    const pointsOf = (pack: readonly number[]) =>
      [...(totalsOf(scores, pack) ?? [])].map((total) => preferences.utilityOf(scores, total));
    expect(pointsOf(deal)).toEqual(published);
    const counts = [0, 1, 2, 3];
    const packs = counts.flatMap((food) => counts.flatMap((water) => counts.map((wood) => [food, water, wood])));
    const [first, second] = published;
    expect(packs.map(pointsOf).filter(([a = 0, b = 0]) => a >= first && b >= second && a + b > first + second)).toEqual(
      better,
    );
    const points = frontiers.frontierOf(scores);
    if ('refused' in points) throw new Error('refused');
    const efficient = Array.from({ length: points.size }, (_, place) =>
      points.totals.map((totals) => preferences.utilityOf(scores, totals[place] ?? 0)),
    );
    expect(efficient.some(([a, b]) => a === first && b === second)).toBe(better.length === 0);
  });
});

describe('the conflicts have the published equilibria', () => {
  it.for([
    [
      'elmira',
      {
        R: [5, 6, 7, 10, 11, 12],
        SEQ: [5, 6, 7, 10, 11, 12],
        GMR: [1, 4, 5, 6, 7, 10, 11, 12],
        SMR: [1, 4, 5, 6, 7, 10, 11, 12],
      },
    ],
    ['prisoners-dilemma', { R: [1], SEQ: [1, 4], GMR: [1, 4], SMR: [1, 4] }],
  ] as const)('%s', ([name, published]) => {
    const model = example(name).conflict;
    const built = model === null ? null : buildConflict(model);
    if (built === null || 'refused' in built) throw new Error('no conflict');
    const { equilibria } = graph.stabilityOf(built);
    for (const concept of ['R', 'SEQ', 'GMR', 'SMR'] as const)
      expect(equilibria[concept].map((state) => state + 1)).toEqual(published[concept]);
  });
});

describe('the river', () => {
  const scenario = scenarioOf('river');

  it('has the issues of its case, and both sides’ points', () => {
    expect(scenario.issues.map(({ name }) => name)).toEqual([
      'Summer flow',
      'Filling of the reservoir',
      'Payment for lost power',
      'Flow data',
      'Reading of the gauges',
      'Damage of the flood',
    ]);
    expect(scenario.profiles.map(({ party, provenance }) => [party, provenance.kind])).toEqual([
      ['Downstream', 'fictional'],
      ['Upstream', 'fictional'],
    ]);
  });

  it('leaves room for an agreement, and the package on the table is within it but not efficient', () => {
    const { scores, answers } = preferences.scoresOf(scenario);
    const points = frontiers.frontierOf(scores);
    if ('refused' in points) throw new Error('refused');
    expect(points.size).toBeGreaterThan(10);
    const table = [31, 8, 16, 'Continuously', 'Both sides jointly', 4];
    const pack = table.map((answer, i) => {
      const own = answers[i];
      return own?.kind === 'options'
        ? own.options.indexOf(String(answer))
        : (own?.numbers.indexOf(Number(answer)) ?? -1);
    });
    const totals = totalsOf(scores, pack);
    if (totals === null) throw new Error('not allowed');
    expect([...totals].every((total, party) => total >= (scores.floors[party] ?? 0))).toBe(true);
    const better = Array.from({ length: points.size }, (_, place) =>
      points.totals.every((own, party) => (own[place] ?? 0) > (totals[party] ?? 0)),
    );
    expect(better).toContain(true);
  });
});

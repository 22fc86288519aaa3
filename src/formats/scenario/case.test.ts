import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  entryWithId,
  mayKnow,
  offersOnTable,
  parties,
  talksIn,
  valuedIn,
  type CaseFile,
} from '../../domain/index.ts';
import { packages, preferences } from '../../analysis/index.ts';
import { faultInWords } from './findings.ts';
import { readFile, readFolder } from './folder.ts';
import type { NamedFile, Read, ReadScenario } from './read-scenario.ts';

const example = (path: string): string => readFileSync(new URL(`../../../examples/${path}`, import.meta.url), 'utf8');
const river = example('river/case.yaml');
const points = example('river/river.scenario.yaml');

const aCase = (content = river): NamedFile => ({ name: 'case.yaml', content });
const aScenario = (content = points): NamedFile => ({ name: 'river.scenario.yaml', content });
const aTable = { name: 'points.csv', content: 'issue,option,A,B\nGate,open,1,0\nGate,shut,0,1\n' };

function found(read: Read<ReadScenario>): ReadScenario {
  if ('errors' in read) throw new Error(read.errors.map(faultInWords).join('\n'));
  return read;
}
function talksOf(read: Read<ReadScenario>): CaseFile {
  const { talks } = found(read);
  if (talks === null) throw new Error('no talks');
  return talks;
}
const told = (read: Read<ReadScenario>) => ('errors' in read ? read.errors.map(faultInWords) : []);

describe('a case', () => {
  it('by itself gives its talks and no scenario, as a file and as a folder', () => {
    for (const read of [readFile('case.yaml', [aCase()]), readFolder([aCase(), { name: 'README.md', content: 'x' }])]) {
      const { name, scenario, division, conflict, exchange, notes } = found(read);
      expect([name, scenario, division, conflict, exchange, notes]).toEqual([
        'The waters of the Veyra',
        null,
        null,
        null,
        null,
        [],
      ]);
      expect(talksIn(talksOf(read)).rounds.map((round) => round.name)).toEqual([
        'Round 1',
        'Round 2',
        'Round 3',
        'Round 4',
      ]);
    }
    const gaza = talksOf(readFile('case.yaml', [aCase(example('gaza-talks-2025-01/case.yaml'))]));
    // The meeting that one institution and one side know of is among the entries, too.
    expect(entriesOf(gaza, 'meeting')).toHaveLength(2);
    expect(talksIn(gaza).issues).toEqual([]);
  });

  it('is all there: every entry, what one side alone knows among them, for a viewer who may know each', () => {
    const file = talksOf(readFolder([aCase()]));
    expect(file.entries.every(({ audience }) => mayKnow(file.seats, audience))).toBe(true);
    const words = entriesOf(file, 'message').map(({ fact }) => fact.words);
    expect(words.filter((text) => text.startsWith('The siren log') || text.startsWith('They have come'))).toHaveLength(
      2,
    );
    expect(new Set(file.entries.map(({ id }) => id)).size).toBe(file.entries.length);
  });

  it('names its entries by the labels and times of the text, the same each time', () => {
    const file = talksOf(readFolder([aCase()]));
    expect(entryWithId(file, 'down-2')?.fact).toMatchObject({ kind: 'proposal', party: 'downstream' });
    expect(entryWithId(file, '2031-04-14 10:30')?.fact).toMatchObject({ kind: 'position', answer: 42 });
    // A carry makes three entries, of which the copy is the first.
    expect(
      ['carried-down-2', 'carried-down-2 (2)', 'carried-down-2 (3)'].map((id) => entryWithId(file, id)?.fact.kind),
    ).toEqual(['carried', 'disclosure', 'receipt']);
    const again = talksOf(readFolder([aCase()]));
    expect([again.case, again.entries]).toEqual([file.case, file.entries]);
    const other = talksOf(readFolder([aCase(river.replace('answer: 42', 'answer: 43'))]));
    expect(other.case).not.toBe(file.case);
    expect(talksIn(other).history.moves).not.toEqual(talksIn(file).history.moves);
  });

  it('comes along with the scenario that takes its issues', () => {
    const alone = talksOf(readFolder([aCase()]));
    for (const read of [readFolder([aCase(), aScenario()]), readFile('river.scenario.yaml', [aCase(), aScenario()])]) {
      expect(talksOf(read).entries).toEqual(alone.entries);
      expect(found(read).scenario?.issues).toEqual(talksIn(alone).history.issues);
    }
  });

  it('gives the offers on the table', () => {
    const file = talksOf(readFolder([aCase()]));
    const valued = valuedIn(file);
    if (valued === null) throw new Error('no points');
    const { scenario, issues } = valued;
    const agenda = packages.agendaOf(scenario.issues, preferences.answersIn(scenario));
    const { offers, deal } = offersOnTable(file, issues, agenda, parties(file));
    expect(
      offers.map((offer) =>
        packages.packageInWords(
          agenda,
          offer.filter((answer) => answer !== null),
        ),
      ),
    ).toEqual([
      'Summer flow: 34 m³/s; Filling of the reservoir: 9 years; Payment for lost power: 15 million crowns a year; Flow data: Continuously; Reading of the gauges: A third party; Damage of the flood: 12 million crowns',
      'Summer flow: 29 m³/s; Filling of the reservoir: 7 years; Payment for lost power: 20 million crowns a year; Flow data: Continuously; Reading of the gauges: Both sides jointly; Damage of the flood: 2 million crowns',
    ]);
    expect(deal).toBe(null);
  });

  it('is not part of a folder in any other format, and is noted beside one', () => {
    const { talks, notes } = found(readFolder([aTable, aCase()]));
    expect([talks, notes]).toEqual([
      null,
      [
        {
          file: 'case.yaml',
          line: null,
          message: 'This is a case from which nothing here takes its issues; it was not read.',
        },
      ],
    ]);
    expect(found(readFolder([aTable])).talks).toBe(null);
  });

  it('is read by itself where several lie in a folder', () => {
    const second = { ...aCase(), name: 'second.yaml' };
    expect(told(readFolder([aCase(), second]))).toEqual([
      'second.yaml:1:1: This is a second case beside case.yaml. Name the file to read.',
    ]);
    expect(found(readFile('second.yaml', [aCase(), second])).talks).not.toBe(null);
  });
});

describe('a case with faults', () => {
  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
  const held = river.replace(
    '      terms: [summer-flow]\n      covering: A first',
    '      terms: [monitoring]\n      covering: A first',
  );

  it('is refused by its own lines, alone and beside the scenario that takes its issues', () => {
    const line = lineOf(held, 'terms: [monitoring]');
    for (const files of [[aCase(held)], [aCase(held), aScenario()]])
      expect(told(readFolder(files)).join('\n')).toMatch(new RegExp(`^case\\.yaml:${line}:\\d+: `));
    const torn = { name: 'case.yaml', content: 'parley: 1\nname: [' };
    for (const files of [[torn], [torn, aScenario()]])
      expect(told(readFolder(files)).join('\n')).toMatch(/^case\.yaml:\d+:\d+: This is not well-formed YAML/);
  });

  it('hides no fault of the scenario', () => {
    const both = told(readFolder([aCase(held), aScenario(`${points}conflict:\n  makers: []\n`)])).join('\n');
    expect(both).toMatch(/^river\.scenario\.yaml:\d+:/);
    expect(both).toMatch(/^case\.yaml:\d+:/m);
  });
});

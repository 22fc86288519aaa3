import { expect, test } from 'vitest';
import { faultsIn, readFiles } from '../../../tests/support/scenario-files.ts';

const csv = (...rows: readonly string[]) => faultsIn(readFiles({ 'p.csv': ['issue,option,a,b', ...rows].join('\n') }));

test('a table of points with numbers, parties or options past counting is refused in a sentence', () => {
  expect(csv('i,,1e10,1', 'i,x,1e308,1', 'i,y,1e308,2')).toEqual([
    'p.csv:1: The numbers of a are too large to add up.',
  ]);
  expect(csv('i,,0,1', 'i,x,1,1', 'i,y,2,2')).toEqual([
    'p.csv:1: All weights of a are 0: every package would be worth the same to it.',
  ]);
  expect(csv(...Array.from({ length: 100_001 }, (_, k) => `i,o${k},${k},-${k}`))).toEqual([
    'p.csv:1: The issue i has more than 100000 answers; give it a wider step, or fewer options.',
  ]);
  expect(csv('i,x\u0007,1,2', 'i,y,2,1').join()).toMatch(/^p\.csv:2: Here is a character that no text has/);
  const parties = Array.from({ length: 9 }, (_, p) => `p${p}`);
  const wide = `issue,option,${parties.join()}\ni,x,${parties.map(() => 1).join()}\n`;
  expect(faultsIn(readFiles({ 'p.csv': wide }))).toEqual(['p.csv:1: There are 9 parties; the most is 8.']);
});

const negmas = (type: string, values: string, fun: string) => {
  const profile = JSON.stringify({
    type: 'LinearAdditiveUtilityFunction',
    values: { n: JSON.parse(fun) },
    weights: { n: 1 },
  });
  return faultsIn(
    readFiles({
      'domain.yml': `type: CartesianOutcomeSpace\nissues:\n  - { type: ${type}, name: n, values: ${values} }\n`,
      'a.json': profile,
      'b.json': profile,
    }),
  ).join('\n');
};

test('a NegMAS issue with more answers than a table can hold is refused before the table is made', () => {
  const table = '{"type":"TableFun","mapping":{"0":1}}';
  for (const most of ['100000000', '1000000000000000'])
    expect(negmas('ContiguousIssue', `[0, ${most}]`, table)).toMatch(/more than 100000 answers, too many for a table/);
  for (const count of ['150000', '2.7'])
    expect(negmas('CategoricalIssue', count, '{"type":"IdentityFun"}')).toMatch(
      /How many options “n” has must be a whole number up to 100000/,
    );
});

const parley = (more: string) =>
  faultsIn(
    readFiles({
      'x.scenario.yaml': `parley-scenario: 1
name: x
provenance: Fiction.
issues:
  s: { name: S, range: { from: 0, to: 100 } }
  o: { name: O, options: { x: Ex, y: Why } }
profiles:
  p: { provenance: fictional, points: { s: { 0: 0, 100: 10 }, o: { x: 1, y: 0 } }${more} }
  q: { provenance: fictional, points: { s: { 0: 10, 100: 0 }, o: { x: 0, y: 1 } } }
`,
    }),
  );

test('a package without an agreement lies on the range, and points for two answers stand there once', () => {
  for (const answer of ['500', '""', 'abc', '"0x5"'])
    expect(parley(`, reservation: { package: { s: ${answer}, o: x } }`).join()).toMatch(
      /is no answer to “s”, which goes from 0 to 100/,
    );
  expect(parley(', reservation: { package: { s: 50, o: x } }')).toEqual([]);
});

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, smallCase } from '../../../tests/cli/captured.ts';
import { documents, type ExamineDocument, type SuggestDocument } from '../documents/documents.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'parley-'));

/** A scenario of Parley's own, from its issues and profiles. */
function scenario(issues: string, profiles: readonly string[]): string {
  const file = join(folder(), 'a.scenario.yaml');
  writeFileSync(
    file,
    `parley-scenario: 1\nname: A test\nprovenance: Fiction.\n${issues}\nprofiles:\n${profiles.map((profile) => `  ${profile}\n`).join('')}`,
  );
  return file;
}

const profile = (name: string, points: string, reservation = '') =>
  `${name.toLowerCase()}: { name: ${name}, provenance: fictional, points: ${points}${reservation === '' ? '' : `, reservation: ${reservation}`} }`;

async function examined(path: string, ...options: string[]): Promise<ExamineDocument> {
  const { code, out, err } = await runHere(['examine', path, '--json', '--weightings', '30', ...options]);
  expect([code, err]).toEqual([0, '']);
  return documents.examine.parse(JSON.parse(out));
}

async function suggested(path: string): Promise<SuggestDocument> {
  const { code, out, err } = await runHere(['suggest', path, '--json', '--weightings', '0']);
  expect([code, err]).toEqual([0, '']);
  return documents.suggest.parse(JSON.parse(out));
}

const answers = (...names: string[]) => `{ ${names.map((name) => `${name}: ${name}`).join(', ')} }`;
const notesOf = ({ notes }: Pick<ExamineDocument, 'notes'>) => notes.map(({ message }) => message);

test('a reservation between two totals is held as it stands, by every command alike', async () => {
  const file = scenario(`issues: { x: { name: X, options: ${answers('a', 'b', 'c')} } }`, [
    profile('P', '{ x: { a: 3, b: 4, c: 0 } }', '2.5'),
    profile('Q', '{ x: { a: 20, b: 5, c: 0 } }', '0'),
  ]);
  const nash = (await suggested(file)).suggestions.find(({ reasons }) => reasons.some(({ name }) => name === 'nash'));
  // 0.5 times 20 is more than 1.5 times 5.
  expect(nash?.package).toEqual({ X: 'a' });
  const found = await examined(file, '--solution', 'nash', '--off', '0');
  expect([found.package, found.robustness?.nash?.share]).toEqual([{ X: 'a' }, 1]);
  const [short] = (await examined(file, '--package', 'X=c')).acceptance;
  expect(short?.short).toBe(2.5);
});

test('gains over the worst package are said to be so, and counted so', async () => {
  const file = scenario(`issues: { x: { name: X, options: ${answers('a', 'b', 'c')} } }`, [
    profile('P', '{ x: { a: 12, b: 11, c: 10 } }', '1'),
    profile('Q', '{ x: { a: 10, b: 13, c: 15 } }', '1'),
  ]);
  const found = await examined(file, '--solution', 'nash', '--off', '0');
  expect([found.package, found.robustness?.nash?.share]).toEqual([{ X: 'b' }, 1]);
  expect(notesOf(found).join(' ')).toContain('Every package gives P more than it has without an agreement');
});

test('where any number is possible, nothing is said to be efficient that a number between might beat', async () => {
  const file = scenario(
    `issues: { x: { name: X, range: { from: 0, to: 1 } }, y: { name: "Y", options: { no: "No", yes: "Yes" } } }`,
    [
      profile('P', '{ x: { 0: 0, 1: 100 }, y: { no: 0, yes: 2.5 } }', '10'),
      profile('Q', '{ x: { 0: 100, 1: 0 }, y: { no: 4, yes: 0 } }', '10'),
    ],
  );
  const found = await examined(file, '--package', 'X=0.5; Y=Yes');
  // X at 0.53 and No would give (53, 51) for (52.5, 50).
  expect([found.efficient, found.exact]).toEqual([null, false]);
  expect(notesOf(found)).toContain('Only the numbers that are considered were compared.');
  expect(notesOf(found).length).toBeGreaterThan(0);
  expect((await suggested(file)).notes.map(({ message }) => message)).toContain(
    'Only the numbers that are considered were compared.',
  );
});

test('parties and issues that the case does not have by these names are named, and no deal is theirs', async () => {
  const dir = folder();
  writeFileSync(join(dir, 'case.yaml'), smallCase);
  writeFileSync(
    join(dir, 'a.scenario.yaml'),
    `parley-scenario: 1\nname: A test\nprovenance: Fiction.\nissues-of: case.yaml\nprofiles:\n  ${profile('North', '{ gate: { open: 1, shut: 0 } }')}\n  ${profile('Cid', '{ gate: { open: 0, shut: 1 } }')}\n`,
  );
  const { notes } = await suggested(dir);
  expect(notes.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'The case has no side called “Cid”: none of its offers are known here.',
      'What “South” values is not in the scenario; its offers are left out.',
    ]),
  );
});

test('all that tie by a symmetry are shown, whoever stands first', async () => {
  const orders = ['123', '132', '213', '231', '312', '321'];
  const points = (place: number) => `{ x: { ${orders.map((order) => `o${order}: ${order[place]}`).join(', ')} } }`;
  const file = scenario(`issues: { x: { name: X, options: ${answers(...orders.map((order) => `o${order}`))} } }`, [
    profile('A', points(0), '0'),
    profile('B', points(1), '0'),
    profile('C', points(2), '0'),
  ]);
  const { suggestions } = await suggested(file);
  expect(suggestions.map(({ utilities }) => utilities.join('')).sort()).toEqual(orders);
});

test('totals that GENIUS cuts are not compared as sums', async () => {
  const dir = join(folder(), 'gen');
  mkdirSync(dir);
  const issue = (index: number, ends: readonly [number, number], weight: number) =>
    `<issue etype="discrete" index="${index}" name="I${index}" type="discrete" vtype="discrete"><item index="1" value="a" evaluation="${ends[0]}"/><item index="2" value="b" evaluation="${ends[1]}"/></issue><weight index="${index}" value="${weight}"/>`;
  const space = (kind: string, body: string) =>
    `<${kind}><objective description="" etype="objective" index="0" name="any" type="objective">${body}</objective></${kind}>`;
  const bare = (index: number) =>
    `<issue etype="discrete" index="${index}" name="I${index}" type="discrete" vtype="discrete"><item index="1" value="a"/><item index="2" value="b"/></issue>`;
  writeFileSync(
    join(dir, 'domain.xml'),
    `<negotiation_template><utility_space number_of_issues="2"><objective description="" etype="objective" index="0" name="any" type="objective">${bare(1)}${bare(2)}</objective></utility_space></negotiation_template>`,
  );
  for (const [name, turned] of [
    ['buyer', false],
    ['seller', true],
  ] as const)
    writeFileSync(
      join(dir, `${name}.xml`),
      space('utility_space', issue(1, turned ? [0, 10] : [10, 0], 0.8) + issue(2, turned ? [0, 10] : [10, 0], 0.6)),
    );
  const { code, err } = await runHere(['examine', dir, '--solution', 'nash']);
  expect([code, err]).toEqual([1, expect.stringContaining('which GENIUS counts as 1')]);
  expect((await examined(dir, '--raw', '--solution', 'nash')).efficient).toBe(true);
});

test('a package is read as it is printed, and as JSON where names have odd characters in them', async () => {
  const file = scenario(
    `issues: { x: { name: "X; or = Y", options: ${answers('a', 'b')} }, t: { name: Temp, range: { from: -10, to: 10, step: 5, unit: "%" } } }`,
    [
      profile('P', '{ x: { a: 3, b: 4 }, t: { -10: 0, 10: 10 } }', '0'),
      profile('Q', '{ x: { a: 20, b: 5 }, t: { -10: 10, 10: 0 } }', '0'),
    ],
  );
  const wanted = { 'X; or = Y': 'b', Temp: -5 };
  expect((await examined(file, '--package', JSON.stringify(wanted))).package).toEqual(wanted);
  const plain = scenario(
    `issues: { x: { name: "X = Y", options: ${answers('a', 'b')} }, t: { name: Temp, range: { from: -10, to: 10, step: 5, unit: "%" } } }`,
    [
      profile('P', '{ x: { a: 3, b: 4 }, t: { -10: 0, 10: 10 } }', '0'),
      profile('Q', '{ x: { a: 20, b: 5 }, t: { -10: 10, 10: 0 } }', '0'),
    ],
  );
  for (const text of ['X = Y = b; Temp = −5 %', 'X = Y: b; Temp: -5'])
    expect((await examined(plain, '--package', text)).package).toEqual({ 'X = Y': 'b', Temp: -5 });
  for (const text of ['X = Y=b; Temp= %', 'X = Y=b; Temp=0x5', '{"X = Y":', '[1]']) {
    const { code } = await runHere(['examine', plain, '--package', text]);
    expect([text, code]).toEqual([text, 1]);
  }
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runHere, smallCase } from '../../tests/cli/captured.ts';
import { documents, type HeadwayDocument } from './documents/documents.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-headway-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const river = readFileSync(example('river/case.yaml'), 'utf8');

function inFile(name: string, text: string): string {
  const at = join(dir, name);
  mkdirSync(join(at, '..'), { recursive: true });
  writeFileSync(at, text);
  return at;
}
async function measured(path: string): Promise<HeadwayDocument> {
  const { code, out, err } = await runHere(['headway', path, '--json']);
  expect([code, err]).toEqual([0, '']);
  return documents.headway.parse(JSON.parse(out));
}
async function words(...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await runHere(['headway', ...argv]);
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  return out.replaceAll(/\s+/g, ' ');
}
const close = (share: number) => expect.closeTo(share, 9) as number;

test('of the river, the latest answers, gaps and entries are those of the case file', async () => {
  const { parties, issues, standing, asOf } = await measured(example('river'));
  expect(parties).toEqual(['Downstream', 'Upstream']);
  expect(asOf).toBe('2031-04-29T14:00:00.000Z');
  expect(
    standing.issues.map(({ issue, answers, gap, status }) => [
      issue,
      answers['Downstream']?.answer,
      answers['Downstream']?.entry,
      answers['Upstream']?.answer,
      answers['Upstream']?.entry,
      gap,
      status,
    ]),
  ).toEqual([
    ['Summer flow', 34, 'down-3', 29, 'answer-package-up', close(5 / 50), 'narrowing'],
    ['Filling of the reservoir', 9, 'down-3', 7, 'up-4', close(2 / 9), 'stuck'],
    ['Payment for lost power', 15, 'down-3', 20, 'answer-package-up', close(5 / 40), 'narrowing'],
    ['Flow data', 'Continuously', '2031-04-02 15:00', 'Continuously', 'up-3', 0, 'agreed'],
    ['Reading of the gauges', 'A third party', '2031-03-17 11:34', 'Both sides jointly', 'up-3', 1, 'stuck'],
    ['Damage of the flood', 12, '2031-04-14 11:10', 2, 'answer-package-up', close(10 / 20), 'narrowing'],
  ]);
  expect(standing.overall).toMatchObject({
    gap: close((5 / 50 + 2 / 9 + 5 / 40 + 0 + 1 + 10 / 20) / 6),
    measured: 6,
    of: 6,
  });
  expect(standing.pairs).toMatchObject([
    { parties, overall: standing.overall, gaps: standing.issues.map(({ gap }) => gap) },
  ]);
  expect(issues).toEqual(standing.issues.map(({ issue }) => issue));
});

test('set-backs and fresh obstacles stand with the entries that show them', async () => {
  const { rounds, obstacles } = await measured(example('river'));
  expect(rounds.map(({ name, closed }) => [name, closed === null])).toEqual([
    ['Round 1', false],
    ['Round 2', false],
    ['Round 3', false],
    ['Round 4', true],
  ]);
  expect(
    rounds.flatMap(({ round, issues }) =>
      issues.flatMap(({ issue, before, after, isSetBack, entries }) =>
        isSetBack ? [[round, issue, before, after, entries]] : [],
      ),
    ),
  ).toEqual([
    [2, 'Flow data', 0, 1, ['up-2', '2031-04-02 15:00']],
    [3, 'Summer flow', close(7 / 50), close(14 / 50), ['2031-04-14 10:30']],
  ]);
  expect(rounds.map(({ isSetBack }) => isSetBack)).toEqual([false, true, false, false]);
  expect(obstacles).toContainEqual({
    kind: 'retreat',
    party: 'Downstream',
    issue: 'Summer flow',
    round: 3,
    at: '2031-04-14T08:30:00.000Z',
    before: ['down-2', 'up-2'],
    entry: '2031-04-14 10:30',
    sentence: 'In round 3 Downstream’s answer on “Summer flow” moved from 35 to 42 m³/s, away from Upstream’s 28.',
  });
  expect(obstacles.map(({ kind, round, entry }) => [kind, round, entry])).toEqual([
    ['retreat', 2, '2031-04-02 15:00'],
    ['reopened', 2, '2031-04-02 15:00'],
    ['retreat', 2, 'down-2'],
    ['retreat', 3, '2031-04-14 10:30'],
    ['red line', 3, '2031-04-14 10:35'],
    ['new issue', 3, '2031-04-14 11:10'],
    ['retreat', 4, 'down-3'],
  ]);
});

test('who moved, how far and in return for what', async () => {
  const { concessions, conduct } = await measured(example('river'));
  const act = (party: string, round: number) => concessions.find((one) => one.party === party && one.round === round);
  // 26 → 28 and 22 before it on flow, 4 → 6 on filling, 30 → 24 on the payment; data and gauges were offered before.
  expect(act('Upstream', 2)).toMatchObject({ isUnilateral: true, inReturn: [] });
  expect(
    act('Upstream', 2)?.steps.map(({ issue, from, to, before, entry }) => [issue, from, to, before, entry]),
  ).toEqual([
    ['Summer flow', 22, 28, 'up-1', 'up-2'],
    ['Filling of the reservoir', 4, 6, '2031-03-17 10:25', 'answer-down-1'],
    ['Payment for lost power', 30, 24, '2031-03-17 10:30', 'answer-down-1'],
  ]);
  expect(act('Upstream', 2)?.moved).toEqual(close(6 / 50 + 2 / 9 + 6 / 40));
  expect(act('Upstream', 4)?.inReturn).toMatchObject([{ party: 'Downstream', round: 4 }]);
  expect(conduct.map(({ party, unilateral, silent, answered }) => [party, unilateral, silent, answered])).toEqual([
    ['Downstream', [], [], [{ other: 'Upstream', answered: 3, occasions: 4 }]],
    ['Upstream', [2], [], [{ other: 'Downstream', answered: 2, occasions: 2 }]],
  ]);
});

test('gaps in utility are by the points of the scenario beside the case, else by those in the case', async () => {
  const beside = await measured(example('river'));
  expect(beside.profiles.map(({ provenance }) => provenance.kind)).toEqual(['fictional', 'fictional']);
  // Downstream would lose 21.6 − 13.6 of its 100 points by taking 29 for 34, and Upstream 20 − 7⅓ of its 97 by taking 34 for 29.
  expect(beside.standing.issues[0]?.utility).toEqual(close(((21.6 - 13.6) / 100 + (20 - 22 / 3) / 97) / 2));
  expect(beside.notes.map(({ message }) => message)).toEqual([
    'What pairs of answers are worth together to Downstream is left out of the gap in utility.',
  ]);
  const byName = await measured(example('river/river.scenario.yaml'));
  expect(byName).toEqual(beside);
  const alone = await measured(example('river/case.yaml'));
  expect(alone.profiles).toEqual([
    { party: 'Downstream', provenance: { kind: 'own' } },
    { party: 'Upstream', provenance: { kind: 'own' } },
  ]);
  const without = await measured(
    inFile('without/case.yaml', river.slice(0, river.indexOf('  - at: 2031-04-29 15:15'))),
  );
  expect([without.profiles, without.standing.overall.utility, without.rounds[3]?.overall.utility]).toEqual([
    [],
    null,
    null,
  ]);
  expect(without.standing.overall.gap).toBe(beside.standing.overall.gap);
  expect(await words(join(dir, 'without/case.yaml'))).not.toMatch(/utility|points/i);
});

test('points of a side that the case does not have are left out, and said to be', async () => {
  inFile('other/case.yaml', river);
  const points = readFileSync(example('river/river.scenario.yaml'), 'utf8').replace(
    'name: Upstream',
    'name: Highlands',
  );
  const { profiles, standing, notes } = await measured(join(inFile('other/a.scenario.yaml', points), '..'));
  expect([profiles.map(({ party }) => party), standing.overall.utility]).toEqual([['Downstream'], null]);
  expect(notes.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'No side of the case is called Highlands; its points are left out.',
      'The points of Upstream are not known, nor is a gap in utility that needs them.',
    ]),
  );
});

test('the forecast never stands without its band, what it assumes and its records', async () => {
  const { forecast, noForecast, clock } = await measured(example('river'));
  expect([noForecast, forecast?.within.map(({ rounds }) => rounds), forecast?.open.length]).toEqual([
    null,
    [1, 2, 3, 4, 5, 6],
    5,
  ]);
  for (const { band, sentence } of forecast?.within ?? []) {
    expect(band.from).toBeLessThanOrEqual(band.to);
    expect(sentence).toMatch(
      /This rests on .* such forecasts in simulated talks .* came true, and \d+ of \d+ in published/,
    );
  }
  expect(clock).toMatchObject({ kind: 'closes', deadline: { name: 'Drawdown of the dam loan' }, roundsThatFit: 2 });
  const told = await words(example('river'));
  expect(told).toContain(forecast?.within[1]?.sentence);
  expect(told).toContain('It assumes: The rounds to come are like the rounds so far');
  expect(told.match(/with a chance of/g)).toHaveLength(1);
});

test('for people it is short, says first where they stand, and explains if that is asked for', async () => {
  const told = await words(example('river'));
  expect(told).toMatch(
    /^The waters of the Veyra Downstream, Upstream: 6 issues, 4 rounds\. Round 4 is open\. As of 2031-04-29 16:00, from all that the file holds, also what was said in confidence\. Where they stand Mean gap 32 %, over 6 of 6 issues\./,
  );
  expect(told).toContain('Downstream (fiction) and Upstream (fiction)');
  expect(told).toContain('Flow data Continuously Continuously 0 % 0 % agreed round 3');
  expect(told).toContain('The gap widened on “Summer flow”. Shown by 2031-04-14 10:30.');
  expect(told).toContain('By their points: −6 % to Downstream, +4 % to Upstream.');
  expect(told).not.toContain('*');
  expect(told).not.toContain('It misleads');
  const explained = await words(example('river'), '--explain');
  const { classes: _, ...methods } = (await measured(example('river'))).methods;
  for (const { name, definition, misleads } of Object.values(methods))
    expect([name, explained.includes(definition), explained.includes(misleads)]).toEqual([name, true, true]);
});

test('the same file gives the same answer, byte for byte', async () => {
  const answers = await Promise.all([1, 2].map(() => runHere(['headway', example('river'), '--json'])));
  expect(answers[1]?.out).toBe(answers[0]?.out);
});

const three =
  `${smallCase.slice(0, smallCase.indexOf('history:'))}  toll: { name: The toll, range: { from: 0, to: 100 } }
history:
  - { at: 2031-01-02 09:00, by: mara, label: one, open-round: { name: First } }
  - { at: 2031-01-02 10:00, by: nora, take-position: { on: toll, answer: 0 } }
  - { at: 2031-01-02 10:00, by: sol, take-position: { on: toll, answer: 100 } }
  - { at: 2031-01-02 11:00, by: wen, label: first-of-west, take-position: { on: toll, answer: 50 } }
  - { at: 2031-01-03 09:00, by: mara, close-round: one }
  - { at: 2031-01-03 10:00, by: mara, open-round: { name: Second } }
  - { at: 2031-01-03 11:00, by: sol, take-position: { on: toll, answer: 80 } }
`
    .replace('  south: { name: South }', '  south: { name: South }\n  west: { name: West }')
    .replace('  sol:', '  wen: { name: Wen, delegate: west, rank: senior, mandate: conclude }\n  sol:');

test('of three sides, each two are set apart too, and two entries of one minute are told apart', async () => {
  const file = inFile('three.yaml', three);
  const { standing, conduct, rounds, noForecast, clock } = await measured(file);
  expect(standing.pairs.map(({ parties, overall }) => [parties.join(), overall.gap])).toEqual([
    ['North,South', close(0.8)],
    ['North,West', close(0.5)],
    ['South,West', close(0.3)],
  ]);
  expect(standing.issues[0]).toMatchObject({ status: 'unknown', gap: null, answers: {}, since: null });
  expect(standing.issues[1]?.answers).toEqual({
    North: { answer: 0, entry: '2031-01-02 10:00' },
    South: { answer: 80, entry: '2031-01-03 11:00' },
    West: { answer: 50, entry: 'first-of-west' },
  });
  expect(rounds[0]?.issues[0]?.entries).toEqual(['2031-01-02 10:00', '2031-01-02 10:00 (2)', 'first-of-west']);
  expect(conduct.map(({ party, silent }) => [party, silent])).toEqual([
    ['North', [1, 2]],
    ['South', [1]],
    ['West', [1, 2]],
  ]);
  expect([noForecast, clock.deadline]).toEqual([
    'No forecast is made: it needs 2 changes from round to round, and there is 1.',
    null,
  ]);
  const told = await words(file);
  expect(told).toContain('North – South 80 % 1 of 2');
  expect(told).toContain('No deadline lies ahead. No forecast is made');
});

test('before anybody has answered there is nothing to measure, and that is said', async () => {
  const file = inFile('small.yaml', smallCase);
  const { standing, rounds, concessions, forecast, asOf } = await measured(file);
  expect([standing.overall.gap, rounds, concessions, forecast]).toEqual([null, [], [], null]);
  // The clock of these tests is later than the last entry of this case.
  expect(asOf).toBe('2031-01-07T09:00:00.000Z');
  const told = await words(file);
  expect(told).toContain('1 issue, 0 rounds. As of 2031-01-07 09:00');
  expect(told).toContain('No gap is known yet: on no issue has every party answered.');
  expect(told).toContain('No round has been opened yet.');
});

test('what holds no talks, no issues or a fault is refused with what to do', async () => {
  const refusal = async (path: string) => {
    const { code, out, err } = await runHere(['headway', path]);
    expect([code, out]).toEqual([1, '']);
    return err;
  };
  expect(await refusal(example('nash-1950'))).toContain('holds no talks: name a case file, or a scenario that takes');
  // No positions of either side were published, and the example has none.
  expect(await refusal(example('gaza-talks-2025-01'))).toContain(
    'Gaza talks, January 2025 has no issues, so there is no gap to measure.',
  );
  expect(await refusal(inFile('notes.txt', 'hello'))).toContain('notes.txt:1:1: Here is no scenario. Parley reads');
  const broken = inFile('broken.yaml', river.replace('by: lucia\n    label: down-2', 'by: lucio\n    label: down-2'));
  const line = river.slice(0, river.indexOf('by: lucia\n    label: down-2')).split('\n').length;
  expect(await refusal(broken)).toContain(`${broken}:${line}:9: There is no person “lucio”; did you mean “lucia”?`);
  const asJson = JSON.parse((await runHere(['headway', broken, '--json'])).out) as unknown;
  expect(documents.refusal.parse(asJson).faults).toMatchObject([{ file: broken, line }]);
  expect(await refusal(inFile('empty.yaml', 'parley: 1\n'))).toContain('empty.yaml:1:1: “name” is missing.');
});

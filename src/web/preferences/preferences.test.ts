import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());
const at = (path: string): string => `${parley.base}${path}`;

const points = {
  'points.border.old': '100',
  'points.border.new': '0',
  'weight.border': '60',
  'points.water.0': '0',
  'points.water.30': '100',
  'more.water': '20: 90',
  'weight.water': '40',
  'points.prisoners.all': '100',
  'points.prisoners.some': '100',
  'weight.prisoners': '10',
  reservation: '35',
  basis: 'By the ministry.',
};

test('a delegate gives points in its own room, where the mediation does not see them, and then releases them', async () => {
  const [ana, ben, xenia] = [await parley.as('ana'), await parley.as('ben'), await parley.as('xenia')];
  const held = await ana.submit(await ana.get(at('/preferences/upstream')), { ...points, room: 'delegation' });
  expect(held.text).toMatch(/The side’s own points.*the Upstream delegation alone.*Border60 of 110/);
  expect(held.text).toContain('20 percent: 90');
  expect(held.text).toContain(
    'Prisoners has weight 10, but every answer to it has the same points: it changes nothing.',
  );
  expect((await xenia.get(at('/preferences'))).text).not.toContain('By the ministry.');
  const again = await ana.get(at('/preferences/upstream'));
  expect(again.body).toContain('value="90"');
  await ana.submit(again, { room: 'caucus' });
  expect((await xenia.get(at('/preferences'))).text).toMatch(
    /Upstream.*The side’s own points.*Without an agreement: 35/,
  );
  expect((await ben.get(at('/preferences'))).text).not.toMatch(/Upstream|ministry|\b35\b/);
  expect((await ben.get(at('/preferences/upstream'))).status).toBe(404);
});

test('an estimate carries the name of who made it, and no side ever sees it', async () => {
  const [ana, xenia, yusuf] = [await parley.as('ana'), await parley.as('xenia'), await parley.as('yusuf')];
  await xenia.submit(await xenia.get(at('/preferences/downstream')), { ...points, basis: 'By what they say.' });
  expect((await yusuf.get(at('/preferences'))).text).toContain('An estimate, for which Xenia answers');
  expect((await ana.get(at('/file.json'))).body).not.toContain('By what they say.');
});

test('points that cannot be are refused by their field, and what was typed stays', async () => {
  const bea = await parley.as('bea');
  const form = await bea.get(at('/preferences/downstream'));
  for (const [change, sentence] of [
    [{ 'points.border.new': '130' }, 'Border: give The new line points from 0 to 100.'],
    [{ 'weight.border': 'much' }, 'Border: give its weight in figures, 0 or more.'],
    [{ 'weight.border': '-1' }, 'Border: give its weight as points, from 0 to a million.'],
    [{ 'weight.border': '9'.repeat(300) }, 'Border: give its weight as points, from 0 to a million.'],
    [{ 'weight.border': '9'.repeat(400) }, 'Border: give its weight in figures, 0 or more.'],
    [{ 'more.water': '90: 5' }, 'Water: write a number between 0 and 30, a colon, and its points from 0 to 100.'],
    [{ reservation: '101' }, 'Without an agreement: give points from 0 to 100, or leave it empty.'],
    [
      { 'weight.border': '0', 'weight.water': '0', 'weight.prisoners': '0' },
      'Give at least one issue a weight above 0.',
    ],
    [{ room: null }, 'Say who may read the points.'],
  ] as const) {
    const refused = await bea.submit(form, { ...points, room: 'delegation', ...change });
    expect([refused.status, refused.text.includes(sentence), sentence]).toEqual([422, true, sentence]);
    expect(refused.body).toContain('By the ministry.');
  }
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());

const river = {
  name: 'The dam',
  summary: 'Who lets how much through.',
  provenance: 'Invented.',
  zone: 'Europe/Zurich',
  parties: 'Low Land\nHigh Land',
  institutions: 'The Envoy | lead\nThe League | observer',
  own: 'Envoy Xenia',
  issues: 'Annual release: 0–100 Mm³ step 5\nThe gate: open | shut',
  release: 'float',
  receipts: 'no',
  existence: 'public',
};

test('a mediator opens a case by the form and is its first mediator; sending the form again finds the same case', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get('/cases/new');
  const people = await xenia.submit(form, river);
  expect(people.address).toMatch(/^\/cases\/[0-9a-f-]{36}\/people$/);
  expect(people.text).toMatch(/you are Envoy Xenia, The Envoy.*You are alone in this case/);
  expect((await xenia.submit(form, river)).address).toBe(people.address);
  expect((await xenia.get('/cases')).body.match(/>The dam</g)).toHaveLength(1);

  const file = JSON.parse(await (await xenia.raw(people.address.replace('people', 'file.json'))).text()) as {
    readonly entries: readonly { readonly kind: string }[];
  };
  expect(file.entries.filter(({ kind }) => kind === 'issue')).toMatchObject([
    { name: 'Annual release', scale: { kind: 'range', from: 0, to: 100, unit: 'Mm³', step: 5 } },
    { name: 'The gate', scale: { options: [{ name: 'open' }, { name: 'shut' }] } },
  ]);
  expect(file.entries.find(({ kind }) => kind === 'rules')).toMatchObject({ defaultRelease: 'float', receipts: false });
  expect(file.entries.find(({ kind }) => kind === 'opening')).toMatchObject({
    name: 'The dam',
    timeZone: 'Europe/Zurich',
    existence: 'public',
  });
});

test.each([
  [{ name: '' }, 'name', 'Give the case a name'],
  [{ zone: 'Middle/Earth' }, 'zone', 'There is no time zone'],
  [{ parties: 'Only one' }, 'parties', '2 to 8 parties'],
  [{ parties: 'Same\nSame' }, 'parties', 'already exists'],
  [{ institutions: 'The League | observer' }, 'institutions', 'must have the lead'],
  [{ issues: 'The gate: open' }, 'issues', 'Line 1, “The gate: open”'],
  [{ issues: 'Release: 5–5 km' }, 'issues', 'must run from a lower to a higher'],
  [{ own: ' ' }, 'own', 'Give the name by which'],
])('a mistake is said beside its field, and everything that was typed stays: %j', async (wrong, field, sentence) => {
  const xenia = await parley.as('xenia');
  const again = await xenia.submit(await xenia.get('/cases/new'), { ...river, ...wrong });
  expect(again.status).toBe(422);
  expect(again.body).toMatch(new RegExp(`id="${field}-wrong">[^<]*${sentence}`));
  const kept = new Map(again.forms.find(({ action }) => action.startsWith('/cases/new'))?.fields);
  for (const [name, typed] of Object.entries({ ...river, ...wrong }))
    expect([name, kept.get(name)]).toEqual([name, typed]);
});

test('who may not open cases finds nothing there', async () => {
  const ana = await parley.as('ana');
  const nothing = (await ana.get('/nothing')).body;
  for (const address of ['/cases/new', '/cases/new/file']) {
    expect((await ana.get(address)).body).toBe(nothing);
    expect((await ana.send(address, river)).body).toBe(nothing);
    expect((await parley.nobody().fetch(address)).headers.get('location')).toBe(
      `/sign-in?next=${encodeURIComponent(address)}`,
    );
  }
  expect((await ana.get('/cases')).links).not.toContain('/cases/new');
});

test('the list holds a person’s own cases, with what awaits them', async () => {
  const ana = await (await parley.as('ana')).get('/cases');
  expect(ana.text).toMatch(/The river.*You are Ana, senior, Upstream.*Nothing awaits you.*No deadline lies ahead/);
  expect(ana.text).not.toContain('The dam');
  const xenia = await parley.as('xenia');
  await xenia.post(`${parley.base}/rooms/caucus.upstream`, { key: 'list-1', seen: '', words: 'Are you ready?' });
  expect((await (await parley.as('ana')).get('/cases')).text).toContain('One thing awaits you');
  expect((await (await parley.as('ben')).get('/cases')).text).toContain('Nothing awaits you');
});

const yaml = `parley: 1
name: The mill
summary: Who turns the wheel.
provenance: Invented.
time-zone: UTC
opens: 2031-01-02
parties:
  miller: { name: Miller }
  farmer: { name: Farmer }
institutions:
  court: { name: The Court, standing: lead }
people:
  cora: { name: Cora, mediator: court }
  mila: { name: Mila, delegate: miller, rank: senior, mandate: conclude }
issues:
  wheel: { name: The wheel, options: { turns: Turns, rests: Rests } }
`;

test('a case file opens a case with the mediator in its first mediator’s place and the others waiting', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get('/cases/new/file');
  const people = await xenia.submit(form, { text: yaml });
  expect(people.text).toMatch(/you are Cora, The Court/);
  expect(people.text).toMatch(/Mila, of senior rank, with a mandate to conclude · has not accepted yet/);
  expect((await xenia.submit(form, { text: yaml })).address).toBe(people.address);
});

test('a case file can be uploaded, and what is wrong with it is shown by its line with the text kept', async () => {
  const xenia = await parley.as('xenia');
  const body = new FormData();
  body.set(
    'file',
    new File([yaml.replace('delegate: miller', 'delegate: milner').replaceAll('\n', '\r\n')], 'mill.yaml'),
  );
  body.set('text', 'not this');
  const answer = await xenia.raw('/cases/new/file', { method: 'POST', body, headers: { origin: 'http://localhost' } });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toMatch(
    /Line 14: There is no party “milner”; did you mean “miller”\?<br\/?><code dir="auto">mila: \{ name: Mila, delegate: milner/,
  );
  expect(page).toContain('cora: { name: Cora, mediator: court }');
  const empty = await xenia.submit(await xenia.get('/cases/new/file'), {});
  expect([empty.status, empty.text.includes('There is nothing here yet')]).toEqual([422, true]);
});

test('one’s own file is the same bytes each time, and another’s is another', async () => {
  const [ana, ben] = [await parley.as('ana'), await parley.as('ben')];
  await ana.post(`${parley.base}/rooms/delegation.upstream`, {
    key: 'own-file',
    seen: '',
    words: 'Between us: thirty.',
  });
  for (const ending of ['json', 'yaml']) {
    const answer = await ana.raw(`${parley.base}/file.${ending}`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="the-river.${ending}"`);
    const text = await answer.text();
    expect(text).toContain('Between us: thirty.');
    expect(await (await ana.raw(`${parley.base}/file.${ending}`)).text()).toBe(text);
    expect(await (await ben.raw(`${parley.base}/file.${ending}`)).text()).not.toContain('Between us');
  }
  expect((await parley.nobody().fetch(`${parley.base}/file.json`)).status).toBe(303);
});

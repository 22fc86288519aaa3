import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley({ institutions: { envoy: 'lead', ministry: 'supporting', league: 'observer' } });
});
afterAll(() => parley.close());

const agenda = () => `${parley.base}/agenda`;

test('an issue goes on the agenda with its options, and once only', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get(`${agenda()}/issue`);
  const issue = {
    name: 'Fishing rights',
    description: 'Below the weir.',
    scale: 'options',
    options: 'None\nBy day\n\nAt any time',
  };
  expect((await xenia.submit(form, { ...issue, options: 'None\nnone' })).text).toContain('“none” stands twice.');
  const done = await xenia.submit(form, issue);
  expect(done.address).toMatch(/\/agenda#e-/);
  expect(done.text).toMatch(
    /Known to the mediation, all delegations, and The league \(observer\)Fishing rightsBelow the weir\.An answer is one of:NoneBy dayAt any time/,
  );
  const again = await xenia.submit(await xenia.get(`${agenda()}/issue`), { ...issue, name: 'fishing rights' });
  expect([again.status, again.text.includes('fishing rights already exists.')]).toEqual([409, true]);
  expect(again.body).toMatch(/By day/);
  expect((await (await parley.as('ben')).get(agenda())).text).toContain('Fishing rights');
});

test('a range is read with a comma or a point, and a wrong one says why beside its field', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get(`${agenda()}/issue`);
  const range = {
    name: 'Toll',
    description: '',
    scale: 'range',
    from: '0',
    to: '1 200,5',
    unit: 'crowns',
    step: '0.5',
    knownTo: 'parties',
    knownParties: ['upstream'],
  };
  for (const [change, field] of [
    [{ from: 'low' }, 'from'],
    [{ to: '-1' }, 'to'],
    [{ step: '0' }, 'step'],
    [{ step: 'two' }, 'step'],
    [{ knownParties: null }, 'knownParties'],
    [{ knownParties: 'atlantis' }, 'knownParties'],
    [{ knownTo: 'me' }, 'knownTo'],
  ] as const) {
    const refused = await xenia.submit(form, { ...range, ...change });
    expect([
      refused.status,
      refused.body.includes(`href="#${field}"`),
      refused.body.includes('value="crowns"'),
    ]).toEqual([422, true, true]);
  }
  const done = await xenia.submit(form, range);
  expect(done.text).toMatch(/TollAn answer is a number from 0 to 1\s200\.5 crowns, in steps of 0\.5\./);
  expect((await (await parley.as('ben')).get(agenda())).text).not.toContain('Toll');
});

test('a deadline lies ahead, in the time zone of the case, and is moved by its name', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get(`${agenda()}/deadline`);
  const deadline = { name: 'The thaw', falls: '2031-02-01T12:00', consequence: 'The road closes.' };
  expect((await xenia.submit(form, { ...deadline, falls: '2031-01-01T12:00' })).text).toContain('This has passed.');
  expect((await xenia.submit(form, deadline)).text).toMatch(
    /Sat, 1 Feb 2031, 12:00.*The thaw · in 25 daysThe road closes\./,
  );
  const moved = await xenia.submit(await xenia.get(`${agenda()}/deadline`), { ...deadline, falls: '2031-02-03T12:00' });
  expect(moved.text).toMatch(
    /The thaw · in 27 daysThe road closes\.How it stood beforeDeadline: The thaw for Sat, 1 Feb 2031, 12:00/,
  );
});

test('a round opens, and closes for all who know of it; closing it twice does it once', async () => {
  const xenia = await parley.as('xenia');
  const opened = await xenia.submit(await xenia.get(`${agenda()}/round`), { name: 'Round 2' });
  expect(opened.text).toContain('Round 2 · open');
  for (const close of opened.links.filter((link) => link.endsWith('/close'))) {
    const page = await xenia.get(close);
    expect(page.text).toContain('Read by: the mediation, all delegations, and The league (observer).');
    await xenia.submit(page);
    expect((await xenia.submit(page)).address).toContain('/agenda#e-');
  }
  const closed = await (await parley.as('ana')).get(agenda());
  expect(closed.text).toContain('Round 2 · closed');
  expect(closed.text).not.toContain('· open');
  expect(closed.links.join()).not.toContain('/close');
});

test('a report says who says so; tomorrow is not reported', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get(`${agenda()}/report`);
  const report = {
    what: 'statement',
    on: '2031-01-07',
    words: 'The talks go on.',
    attribution: 'the envoy’s office',
    source: 'The Gazette, 7 January 2031',
    knownTo: 'public',
  };
  expect((await xenia.submit(form, { ...report, on: '2031-01-08' })).text).toContain('This day lies ahead.');
  expect((await xenia.submit(form, { ...report, attribution: ' ' })).text).toContain('Say who says so.');
  await xenia.submit(form, report);
  const ria = await (await parley.as('ria')).get(agenda());
  expect(ria.text).toMatch(
    /Tue, 7 Jan 2031Known to everybody in the case, readers includedStatementThe talks go on\.According to the envoy’s office\. Source: The Gazette, 7 January 2031/,
  );
});

test('the rules change for everybody, and their last state stays to be read', async () => {
  const xenia = await parley.as('xenia');
  const page = await xenia.get(`${agenda()}/rules`);
  const old = await xenia.get(`${agenda()}/rules`);
  parley.later(1);
  const done = await xenia.submit(page, { release: 'float', receipts: 'no' });
  expect(done.text).toContain('A term for which its side says nothing: may be floated as the mediation’s own idea.');
  const stale = await xenia.submit(old, { release: 'hold', receipts: 'no' });
  expect([stale.status, stale.text.includes('Something has changed since you opened this page')]).toEqual([409, true]);
  expect((await (await parley.as('ben')).get(agenda())).text).toContain('the side is not told');
});

test('only those who keep the agenda are offered its forms, and to others they do not exist', async () => {
  const ana = await parley.as('ana');
  const page = await ana.get(agenda());
  expect(page.text).toMatch(/Issues.*Border.*Deadlines.*Rounds.*The case/);
  expect(page.links.filter((link) => link.includes('/agenda/'))).toEqual([]);
  const nowhere = await ana.get(`${parley.base}/nowhere`);
  for (const form of ['issue', 'deadline', 'round', 'place', 'report', 'rules']) {
    expect([(await ana.get(`${agenda()}/${form}`)).status, (await ana.get(`${agenda()}/${form}`)).body]).toEqual([
      404,
      nowhere.body,
    ]);
    expect((await ana.send(`${agenda()}/${form}`, {})).status).toBe(404);
  }
});

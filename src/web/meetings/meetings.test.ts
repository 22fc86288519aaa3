import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());

const meeting = {
  name: 'First walk',
  format: 'caucus',
  starts: '2031-01-10T10:00',
  participants: ['mediation', 'party:upstream'],
  agenda: 'The old line.',
  knownTo: 'parties',
};

test('a meeting with one side exists for that side, and not for the other', async () => {
  const xenia = await parley.as('xenia');
  const called = await xenia.submit(await xenia.get(`${parley.base}/meetings/new`), meeting);
  expect(called.address).toMatch(/\/meetings#e-[0-9a-f-]{36}$/);
  expect(called.text).toMatch(
    /Fri, 10 Jan 2031, 10:00Known to the mediation and the Upstream delegationFirst walk · plannedCaucus, with the mediation and the Upstream delegation\./,
  );
  expect((await (await parley.as('ana')).get(`${parley.base}/meetings`)).text).toContain('First walk');
  const ben = await (await parley.as('ben')).get(`${parley.base}/meetings`);
  expect(ben.text).not.toContain('walk');
  expect(ben.text).toContain('You know of none.');
});

test('nobody takes part who may not know, and what was typed is kept', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get(`${parley.base}/meetings/new`);
  const refused = await xenia.submit(form, { ...meeting, name: 'Second walk', knownTo: 'mediation' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Whoever takes part must be among those who know of it: the Upstream delegation.');
  expect(refused.body).toContain('value="Second walk"');
  expect(refused.body).toMatch(/value="party:upstream" checked/);
  const unsaid = await xenia.submit(form, { ...meeting, knownTo: null });
  expect(unsaid.text).toContain('Say who may know of it.');
  expect((await xenia.submit(form, { ...meeting, participants: 'party:nobody' })).status).toBe(422);
  expect((await xenia.submit(form, { ...meeting, starts: '2031-02-30T10:00' })).text).toContain(
    'Give the day and the hour',
  );
});

test('an institution of the mediation takes part in what everybody knows of', async () => {
  const yusuf = await parley.as('yusuf');
  const called = await yusuf.submit(await yusuf.get(`${parley.base}/meetings/new`), {
    ...meeting,
    name: 'Open talks',
    participants: ['mediator:ministry', 'party:downstream', 'party:upstream'],
    knownTo: 'joint',
  });
  expect(called.text).toContain('with The ministry, the Downstream delegation, and the Upstream delegation.');
});

test('a consultation of one institution is not known to the other mediators', async () => {
  const xenia = await parley.as('xenia');
  await xenia.submit(await xenia.get(`${parley.base}/meetings/new`), {
    ...meeting,
    name: 'Quiet lunch',
    format: 'consultation',
    participants: ['mediator:envoy', 'party:downstream'],
    knownTo: 'institution',
  });
  expect((await xenia.get(`${parley.base}/meetings`)).text).toContain(
    'Known to The envoy (not the other mediators) and the Downstream delegationQuiet lunch',
  );
  expect((await (await parley.as('yusuf')).get(`${parley.base}/meetings`)).text).not.toContain('Quiet lunch');
  expect((await (await parley.as('ben')).get(`${parley.base}/meetings`)).text).toContain('Quiet lunch');
});

test('a meeting is moved, then held; what it was stays to be read; nobody else can, and an old page cannot', async () => {
  const xenia = await parley.as('xenia');
  const called = await xenia.submit(await xenia.get(`${parley.base}/meetings/new`), {
    ...meeting,
    name: 'Moving talks',
  });
  const id = called.address.split('#e-')[1] ?? '';
  const change = await xenia.get(`${parley.base}/meetings/${id}`);
  const old = await xenia.get(`${parley.base}/meetings/${id}`);
  expect(change.text).toContain('Read by: the mediation and the Upstream delegation.');
  expect((await xenia.submit(change, {})).text).toContain('Nothing is different from how it stands.');
  expect((await xenia.submit(change, { state: 'held' })).text).toContain('It begins only later');
  parley.later(1);
  const moved = await xenia.submit(change, { starts: '2031-01-07T08:00' });
  expect(moved.text).toMatch(
    /Tue, 7 Jan 2031, 08:00.*Moving talks · planned.*How it stood beforeMoving talks \(planned\) for Fri, 10 Jan 2031, 10:00/,
  );
  expect(moved.body).toContain(`id="e-${id}"`);
  const stale = await xenia.submit(old, { starts: '2031-01-07T08:30' });
  expect([stale.status, stale.text.includes('Something has changed since you opened this page')]).toEqual([409, true]);
  expect(stale.body).toContain('value="2031-01-07T08:30"');
  const again = await xenia.submit(stale);
  expect(again.text).toContain('Tue, 7 Jan 2031, 08:30');
  const newId = again.address.split('#e-')[1] ?? '';
  const held = await xenia.submit(await xenia.get(`${parley.base}/meetings/${newId}`), { state: 'held' });
  expect(held.text).toMatch(/Held, or called off.*Moving talks · held/);
  const ana = await parley.as('ana');
  expect((await ana.get(`${parley.base}/meetings`)).links.join()).not.toMatch(/meetings\/(new|delegation|[0-9a-f]{8})/);
  expect((await ana.get(`${parley.base}/meetings/new`)).status).toBe(404);
  const unknown = await xenia.get(`${parley.base}/meetings/00000000-0000-4000-8000-000000000000`);
  const posted = await ana.send(`${parley.base}/meetings/${held.address.split('#e-')[1]}`, {
    state: 'planned',
    starts: '2031-01-07T08:00',
    agenda: '',
  });
  expect([posted.status, posted.body.replace(/key" value="[^"]*/g, '')]).toEqual([404, unknown.body]);
});

test('a venue that some of those who may know do not know is refused', async () => {
  const xenia = await parley.as('xenia');
  await xenia.submit(await xenia.get(`${parley.base}/agenda/place`), {
    kind: 'venue',
    name: 'Back house',
    place: 'Up the valley',
    knownTo: 'mediation',
  });
  const form = await xenia.get(`${parley.base}/meetings/new`);
  const [, venue = ''] = form.forms.flatMap(({ choices }) => choices.get('venue') ?? []);
  const refused = await xenia.submit(form, { ...meeting, name: 'Slip', venue });
  expect(refused.text).toContain('Some of those who may know of this do not know of the venue.');
  expect((await (await parley.as('ana')).get(`${parley.base}/meetings`)).text).not.toContain('Slip');
});

test('a delegation is noted with its members, for those chosen', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get(`${parley.base}/meetings/delegation`);
  const noted = {
    party: 'downstream',
    name: 'The lower mission',
    rank: 'midLevel',
    mandate: 'Explore water.',
    members: 'Bo Ash | Hydrologist | technical\nCy Elm',
    knownTo: 'parties',
    knownParties: 'downstream',
  };
  const wrong = await xenia.submit(form, { ...noted, members: 'Bo Ash | Hydrologist | general' });
  expect(wrong.text).toContain('“general” is no rank.');
  expect(wrong.text).toContain('Bo Ash | Hydrologist | general');
  expect((await xenia.submit(form, { ...noted, knownTo: 'joint' })).text).toContain('Delegations are chosen here');
  const done = await xenia.submit(form, noted);
  expect(done.text).toMatch(
    /Downstream.*Known to the mediation and the Downstream delegationDelegation: The lower mission, mid-levelExplore water\.Bo Ash, Hydrologist, technicalCy Elm, mid-level/,
  );
  expect((await (await parley.as('ana')).get(`${parley.base}/meetings`)).text).not.toContain('lower mission');
});

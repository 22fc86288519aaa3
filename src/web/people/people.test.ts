import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, uuidOf, type Browser, type TestParley } from '../../../tests/support/app.ts';

const password = 'nine grey herons';
let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());

const people = (browser: Browser) => browser.get(`${parley.base}/people`);
const linkOn = (page: { readonly body: string }): string => /\/invitation\/[\w-]{43}/.exec(page.body)?.[0] ?? '';
const delegate = {
  name: 'Dora',
  place: 'delegate.downstream',
  rank: 'technical',
  mandate: 'negotiate',
  issues: ['water', 'border'],
};

async function accepted(link: string): Promise<Browser> {
  const browser = parley.nobody();
  await browser.submit(await browser.get(link), { name: 'Somebody', password, again: password });
  return browser;
}

test('each sees the people that they may know', async () => {
  const [xenia, ana, ria] = await Promise.all(
    ['xenia', 'ana', 'ria'].map(async (key) => (await people(await parley.as(key))).text),
  );
  expect(xenia).toMatch(
    /The envoy, in the lead.*Xenia \(you\).*The ministry, supporting.*Yusuf.*Downstream.*Bea.*Ben.*Upstream.*Ada.*Ana.*Readers.*Ria/,
  );
  expect(ana).toMatch(/Downstream.*Upstream.*Ada, of senior rank, with a mandate to conclude.*Ana \(you\)/);
  expect(ana).not.toMatch(/Ben|Bea|Ria|has not accepted|Invite somebody/);
  expect(ria).not.toMatch(/Xenia|Ana|Ben/);
});

test('a mediator invites a delegate, whose own side and the mediation know of it, and nobody else', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const before = (await people(ana)).body;
  const form = await xenia.get(`${parley.base}/people/invite`);
  const made = await xenia.submit(form, delegate);
  expect(made.text).toContain(
    'Dora is appointed as delegate of Downstream, of technical rank, with a mandate to negotiate on Water and Border.',
  );
  expect(made.text).toContain('shown only this once');
  const first = linkOn(made);
  const again = await xenia.submit(form, delegate);
  expect((await people(xenia)).text.match(/Dora/g)).toHaveLength(1);
  expect((await parley.nobody().get(first)).status).toBe(410);
  expect((await people(xenia)).text).toMatch(/Dora, of technical rank.* · has not accepted yet/);
  expect((await people(ben)).text).toMatch(/Dora, of technical rank/);
  expect((await people(ben)).text).not.toContain('has not accepted');
  expect((await people(ana)).body).toBe(before);

  const dora = await accepted(linkOn(again));
  expect((await dora.get(parley.base)).text).toContain('you are Dora, technical, Downstream');
  expect((await people(xenia)).text).not.toContain('has not accepted');
  expect((await xenia.submit(form, delegate)).address).toBe(`${parley.base}/people`);
});

test('a lost link is replaced by a new one until it is accepted', async () => {
  const xenia = await parley.as('xenia');
  const first = linkOn(
    await xenia.submit(await xenia.get(`${parley.base}/people/invite`), { ...delegate, name: 'Emil' }),
  );
  const address = (await people(xenia)).links.find((link) => link.endsWith('/link')) ?? '';
  const second = linkOn(await xenia.submit(await xenia.get(address)));
  expect([(await parley.nobody().get(first)).status, (await parley.nobody().get(second)).status]).toEqual([410, 200]);
  const [ben, yusuf] = [await parley.as('ben'), await parley.as('yusuf')];
  expect([(await ben.get(address)).status, (await ben.send(address, {})).status]).toEqual([404, 404]);
  expect((await yusuf.get(address)).status).toBe(200);
  await accepted(second);
  expect([(await xenia.get(address)).status, (await xenia.send(address, {})).status]).toEqual([404, 404]);
});

test.each([
  [{ name: ' ' }, 'name', 'Give the name'],
  [{ place: null }, 'place', 'Choose the place'],
  [{ place: 'delegate.nowhere' }, 'place', 'Choose the place'],
  [{ mandate: null }, 'mandate', 'Choose what the delegate may concede'],
])('an invitation with a mistake keeps what was typed: %j', async (wrong, field, sentence) => {
  const xenia = await parley.as('xenia');
  const again = await xenia.submit(await xenia.get(`${parley.base}/people/invite`), { ...delegate, ...wrong });
  expect([again.status, again.text.includes(sentence)]).toEqual([422, true]);
  expect(again.links).toContain(`#${field}`);
  const kept = again.forms.find(({ action }) => action.includes('/invite'))?.fields ?? [];
  expect(kept.filter(([name]) => name === 'issues')).toEqual([
    ['issues', 'border'],
    ['issues', 'water'],
  ]);
  expect(kept).toContainEqual(['rank', 'technical']);
});

test('an appointment ends after a page that says what that does; from then on the case is not there', async () => {
  const [xenia, bea] = [await parley.as('xenia'), await parley.as('bea')];
  const person = uuidOf('talks', 'person', 'bea');
  const page = await xenia.get(`${parley.base}/people/${person}/end`);
  expect(page.text).toMatch(
    /End the appointment of Bea\?.*can open no page of this case any more.*Read by: the mediation and the Downstream delegation/,
  );
  expect((await bea.get(parley.base)).status).toBe(200);
  const done = await xenia.submit(page);
  expect(done.text).toMatch(/No longer here.*Bea, until Tue,? 7 Jan 2031/);
  expect((await bea.get(parley.base)).status).toBe(404);
  expect((await bea.get('/cases')).text).not.toContain('The river');
  expect((await xenia.submit(page)).address).toBe(`${parley.base}/people`);
  expect((await xenia.get(`${parley.base}/people/${person}/end`)).status).toBe(404);
});

test('nobody ends their own appointment, and who does not manage the case finds no such page', async () => {
  const [xenia, ana, ria] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ria')];
  const own = await xenia.submit(await xenia.get(`${parley.base}/people/${uuidOf('talks', 'person', 'xenia')}/end`));
  expect([own.status, own.text.includes('Nobody can end their own appointment')]).toEqual([422, true]);
  const nothing = (await ana.get('/nothing')).body;
  const end = `${parley.base}/people/${uuidOf('talks', 'person', 'ada')}/end`;
  for (const browser of [ana, ria])
    for (const address of [end, `${parley.base}/people/invite`]) {
      expect((await browser.get(address)).body).toBe(nothing);
      const sent = await browser.send(address, { ...delegate, key: 'forged', seen: '99' });
      expect([sent.status, sent.body === nothing]).toEqual([404, true]);
    }
  expect((await xenia.get(`${parley.base}/people/${uuidOf('no', 'such')}/end`)).body).toBe(nothing);
  expect((await people(xenia)).text).toContain('Ada');
});

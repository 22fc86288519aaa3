import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());
const at = (path: string): string => `${parley.base}${path}`;

test('an obstacle has each side’s account, and each side reads its own and not the other’s', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const entered = await xenia.submit(await xenia.get(at('/obstacles/enter')), {
    title: 'The closed gate',
    issue: 'water',
    raisedBy: 'downstream',
    remedy: 'A word on the gate.',
    knownTo: 'joint',
  });
  expect(entered.text).toMatch(/The closed gate standing.*On Water\. Raised by Downstream/);
  const account = entered.links.find((link) => /obstacles.*\/account$/.test(link)) ?? '';
  await ana.submit(await ana.get(account), { room: 'caucus', words: 'It was closed in an emergency.' });
  await ben.submit(await ben.get(account), { room: 'delegation', words: 'It was closed on purpose.' });
  const [seenBy, seenByAna, seenByBen] = [
    await xenia.get(at('/obstacles')),
    await ana.get(at('/obstacles')),
    await ben.get(at('/obstacles')),
  ].map(({ text }) => text);
  expect(seenBy).toMatch(/As Upstream tells it.*It was closed in an emergency\./);
  expect(seenBy).not.toContain('on purpose');
  expect(seenByAna).not.toContain('on purpose');
  expect(seenByBen).toContain('It was closed on purpose.');
  expect(seenByBen).not.toContain('emergency');
});

test('an account is not heard by those who do not know of the obstacle', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const entered = await xenia.submit(await xenia.get(at('/obstacles/enter')), {
    title: 'Known to one side',
    knownTo: 'parties',
    knownParties: 'upstream',
  });
  expect(entered.text).toContain('Known to one side');
  expect((await ana.get(at('/obstacles'))).text).toContain('Known to one side');
  expect((await ben.get(at('/obstacles'))).text).not.toContain('Known to one side');
});

test('a revision keeps the accounts, and a stale one is refused with what changed', async () => {
  const xenia = await parley.as('xenia');
  const list = await xenia.get(at('/obstacles'));
  const revise = list.links.find((link) => /\/obstacles\/[0-9a-f-]{36}$/.test(link)) ?? '';
  const [first, second] = [await xenia.get(revise), await xenia.get(revise)];
  const eased = await xenia.submit(first, { state: 'eased' });
  expect(eased.text).toContain('eased');
  const late = await xenia.submit(second, { remedy: 'Something else.' });
  expect([late.status, late.body.includes('Something else.')]).toEqual([409, true]);
});

test('what a reader or a delegate may not do is not there', async () => {
  const [ana, ria] = [await parley.as('ana'), await parley.as('ria')];
  for (const browser of [ana, ria]) expect((await browser.get(at('/obstacles/enter'))).status).toBe(404);
});

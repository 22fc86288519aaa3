import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';
import { acceptWithNewAccount, inviteFirst, visit } from '../../store/index.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley({ context: { demonstration: true } });
});
afterAll(() => parley.close());

test('in a demonstration the door leads to its people, and one click signs in as any of them', async () => {
  const browser = parley.nobody();
  const door = await browser.get('/');
  expect(door.address).toBe('/demonstration');
  expect(door.text).toMatch(
    /The river.*The envoy \(mediation, lead\).*Xenia.*The ministry.*Yusuf.*Downstream.*Bea.*Ben.*Upstream.*Ada.*Ana.*Readers.*Ria/,
  );
  const inside = await browser.submit(door, {}, 'Ben');
  expect([inside.address, inside.text.includes('you are Ben, senior, Downstream')]).toEqual([parley.base, true]);
  const changed = await browser.submit(await browser.get('/demonstration'), {}, 'Xenia');
  expect(changed.text).toContain('you are Xenia, The envoy');
  expect((await browser.get('/sign-in')).address).toBe('/cases');
  expect((await parley.nobody().get('/sign-in')).links).toContain('/demonstration');
});

test('an account with a password is not among the people of the demonstration', async () => {
  const now = parley.now();
  const accepted = await acceptWithNewAccount(
    parley.store,
    await inviteFirst(parley.store, now),
    { name: 'Mara', password: 'nine grey herons', device: 'test' },
    now,
  );
  const account = 'token' in accepted ? await visit(parley.store, { token: accepted.token, now }) : null;
  const browser = parley.nobody();
  expect((await browser.get('/demonstration')).text).not.toContain('Mara');
  expect((await browser.send('/demonstration/sign-in', { account: account?.id ?? '' })).status).toBe(404);
  expect((await browser.send('/demonstration/sign-in', {})).status).toBe(404);
});

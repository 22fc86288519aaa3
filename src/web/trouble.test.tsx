import { afterAll, beforeAll, expect, it } from 'vitest';
import { openParley, type TestParley } from '../../tests/support/app.ts';
import { Trouble } from '../store/index.ts';

let parley: TestParley;
let full = false;
beforeAll(async () => {
  parley = await openParley();
  const { connection } = parley.store;
  // The real check looks at the disk; here the disk is full when the test says so.
  Object.assign(connection, {
    checkSpace: () => {
      if (full) throw new Trouble('diskFull', null);
    },
  });
});
afterAll(() => parley.close());

it('a disk that is full loses nothing that was typed, and the same form can be sent when there is room again', async () => {
  const ana = await parley.as('ana');
  const room = await ana.get(`${parley.base}/rooms/caucus.upstream`);
  full = true;
  const refused = await ana.submit(room, { words: 'Typed while the disk was full.' });
  expect(refused.status).toBe(503);
  expect(refused.text).toContain('The disk is full. Nothing was recorded');
  expect(refused.body).toContain('>Typed while the disk was full.</textarea>');
  full = false;
  const said = await ana.submit(refused);
  expect(said.status).toBe(200);
  expect(said.text).toContain('Typed while the disk was full.');
});

it('a body that is too large is refused with a page that says so', async () => {
  const ana = await parley.as('ana');
  const answer = await ana.send(`${parley.base}/rooms/caucus.upstream`, { words: 'x'.repeat(5 * 1024 * 1024) });
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('Nothing was recorded');
});

it('a form from another site is refused, with the headers of every answer', async () => {
  const ana = await parley.as('ana');
  const answer = await ana.raw(`${parley.base}/rooms/caucus.upstream`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'words=forged',
  });
  expect(answer.status).toBe(403);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await ana.get(`${parley.base}/rooms/caucus.upstream`)).text).not.toContain('forged');
});

it('a body that is no form reads as an empty one', async () => {
  const ana = await parley.as('ana');
  for (const [type, body] of [
    ['application/json', '{}'],
    ['multipart/form-data; boundary=x', 'no parts at all'],
  ] as const) {
    const answer = await ana.raw(`${parley.base}/rooms/caucus.upstream`, {
      method: 'POST',
      headers: { origin: 'http://localhost', 'content-type': type },
      body,
    });
    expect([422, 403]).toContain(answer.status);
  }
});

it('a name that was made to lead here is not served', async () => {
  const strange = await openParley({ context: { hosts: new Set(['localhost']) } });
  const answer = await strange.app.request('http://elsewhere.example/sign-in');
  expect([answer.status, (await strange.app.request('http://localhost/sign-in')).status]).toEqual([421, 200]);
  await strange.close();
});

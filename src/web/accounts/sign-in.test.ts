import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';
import { acceptWithNewAccount, inviteFirst, newTotpSecret, setTotp, signInLimits, visit } from '../../store/index.ts';

const password = 'nine grey herons';
let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  parley.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: 'http://localhost', cookie },
  });

async function person(name: string) {
  const accepted = await acceptWithNewAccount(
    parley.store,
    await inviteFirst(parley.store, parley.now()),
    { name, password, device: 'test' },
    parley.now(),
  );
  if ('refused' in accepted) throw new Error(accepted.refused);
  const account = await visit(parley.store, { token: accepted.token, now: parley.now() });
  return { signInName: accepted.signInName, id: account?.id ?? '', cookie: `parley=${accepted.token}` };
}

const cookieOf = (answer: Response): string => answer.headers.get('set-cookie') ?? '';
const sessionOf = (answer: Response): string => cookieOf(answer).split(';')[0] ?? '';

test('somebody who is not signed in is led to sign in, and then to the page they asked for', async () => {
  const { signInName } = await person('Mara');
  const asked = await parley.app.request('/cases');
  expect(asked.headers.get('location')).toBe('/sign-in?next=%2Fcases');
  const form = await (await parley.app.request('/sign-in?next=%2Fcases')).text();
  expect(form).toContain('name="next" value="/cases"');
  const signedIn = await post('/sign-in', { name: signInName, password, code: '', next: '/cases' });
  expect(signedIn.status).toBe(303);
  expect(signedIn.headers.get('location')).toBe('/cases');
  expect(cookieOf(signedIn)).toMatch(/^parley=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  const list = await parley.app.request('/cases', { headers: { cookie: sessionOf(signedIn) } });
  expect(list.status).toBe(200);
  expect(await list.text()).toContain('Your cases');
});

test('every wrong sign-in gets the same answer, and the name that was typed stays', async () => {
  const { signInName, id } = await person('Nora');
  const secret = newTotpSecret();
  await setTotp(parley.store, id, secret, codeAt(secret), parley.now());
  const wrong = await post('/sign-in', { name: signInName, password: 'not this one at all', code: '000000' });
  const noCode = await post('/sign-in', { name: signInName, password, code: '' });
  const nobody = await post('/sign-in', { name: 'nobody', password, code: '' });
  expect([wrong.status, noCode.status, nobody.status]).toEqual([403, 403, 403]);
  const [first, second, third] = await Promise.all([wrong, noCode, nobody].map((answer) => answer.text()));
  expect(first).toContain(`value="${signInName}"`);
  expect(first).not.toContain('not this one at all');
  expect(first).not.toContain('000000');
  expect(second).toBe(first);
  expect(third?.replace('value="nobody"', `value="${signInName}"`)).toBe(first);
  parley.later(1);
  expect((await post('/sign-in', { name: signInName, password, code: codeAt(secret) })).status).toBe(303);
});

test('after too many wrong sign-ins the page says how long to wait, for this name alone', async () => {
  const { signInName } = await person('Olga');
  const other = await person('Pia');
  for (let tried = 0; tried < signInLimits.perNetwork; tried++)
    await post('/sign-in', { name: signInName, password: 'wrong wrong wrong' });
  const shut = await post('/sign-in', { name: signInName, password });
  expect(shut.status).toBe(429);
  expect(await shut.text()).toContain(`Wait ${signInLimits.minutes} minutes`);
  expect((await post('/sign-in', { name: other.signInName, password })).status).toBe(303);
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/.//evil.example/',
  '/x/..//evil.example',
  'javascript:alert(1)',
  '',
])('signing in never leads to another site: %j', async (next) => {
  const { signInName } = await person('Quin');
  const answer = await post('/sign-in', { name: signInName, password, next });
  expect(answer.status).toBe(303);
  const location = answer.headers.get('location') ?? '';
  expect(new URL(location, 'http://localhost').origin).toBe('http://localhost');
  expect(location).not.toMatch(/^\/[/\\]/);
});

test('another site cannot sign somebody in or out', async () => {
  const { signInName, cookie } = await person('Rosa');
  const headers = { origin: 'https://evil.example', cookie };
  const forged = (path: string, fields: Record<string, string>) =>
    parley.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  expect((await forged('/sign-in', { name: signInName, password })).status).toBe(403);
  expect((await forged('/sign-out', {})).status).toBe(403);
  expect((await parley.app.request('/cases', { headers: { cookie } })).status).toBe(200);
});

test('signing out ends the session in the store and takes the cookie away', async () => {
  const { cookie } = await person('Sven');
  const out = await post('/sign-out', {}, cookie);
  expect(out.status).toBe(303);
  expect(cookieOf(out)).toMatch(/^parley=; Max-Age=0;/);
  expect((await parley.app.request('/cases', { headers: { cookie } })).status).toBe(303);
});

test('a session lasts while it is used, and one that was idle too long stays ended', async () => {
  const { cookie } = await person('Tom');
  const visited = async (path: string) => (await parley.app.request(path, { headers: { cookie } })).status;
  for (let visits = 0; visits < 4; visits++) {
    parley.later(40);
    expect(await visited('/cases')).toBe(200);
  }
  parley.later(61);
  expect(await visited('/cases')).toBe(303);
  expect(await visited('/cases')).toBe(303);
});

test('without a demonstration there is no way in without a password', async () => {
  const { id } = await person('Uli');
  const nowhere = await (await parley.app.request('/nowhere')).text();
  const page = await parley.app.request('/demonstration');
  const act = await post('/demonstration/sign-in', { account: id });
  expect([page.status, act.status]).toEqual([404, 404]);
  expect(await page.text()).toBe(nowhere);
  expect(await act.text()).toBe(nowhere);
});

const codeAt = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: parley.now().getTime() });

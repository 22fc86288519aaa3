import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Browser, type TestParley } from '../../../tests/support/app.ts';
import { acceptWithNewAccount, inviteFirst } from '../../store/index.ts';

const password = 'nine grey herons';
let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());

async function person(name: string) {
  const now = parley.now();
  const accepted = await acceptWithNewAccount(
    parley.store,
    await inviteFirst(parley.store, now),
    { name, password, device: 'test' },
    now,
  );
  if ('refused' in accepted) throw new Error(accepted.refused);
  const { signInName } = accepted;
  const browser = parley.nobody();
  await signIn(browser, signInName);
  return { browser, signInName };
}

const signIn = async (browser: Browser, name: string, typed: Record<string, string> = {}) =>
  browser.submit(await browser.get('/sign-in'), { name, password, ...typed });

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: parley.now().getTime() });

test('signing out everywhere ends every session of this account, and no other', async () => {
  const { browser, signInName } = await person('Mara');
  const other = await person('Nils');
  const phone = parley.nobody();
  await signIn(phone, signInName);
  const account = await phone.get('/account');
  expect(account.body.match(/<strong> \(this one\)<\/strong>/g)).toHaveLength(1);
  const out = await phone.submit(account, {}, 'Sign out everywhere');
  expect(out.text).toContain('You are signed out everywhere.');
  expect((await browser.fetch('/account')).status).toBe(303);
  expect((await other.browser.fetch('/account')).status).toBe(200);
});

test('the password changes only with the present one, and then everybody signs in anew', async () => {
  const { browser, signInName } = await person('Olga');
  const next = 'two brown otters';
  const change = async (typed: Record<string, string>) =>
    browser.submit(await browser.get('/account'), typed, '/account/password');
  const wrong = await change({ present: 'not mine at all', password: next, again: next });
  expect([wrong.status, wrong.text.includes('This is not your present password')]).toEqual([422, true]);
  const short = await change({ present: password, password: 'short', again: 'short' });
  expect([short.status, short.text.includes('at least 12 characters')]).toEqual([422, true]);
  const done = await change({ present: password, password: next, again: next });
  expect([done.address, done.text.includes('Your password is changed')]).toEqual(['/sign-in?after=password', true]);
  expect((await signIn(browser, signInName)).status).toBe(403);
  expect((await signIn(browser, signInName, { password: next })).address).toBe('/cases');
});

test('a code is turned on by showing one, asked for at sign-in, and turned off only by another', async () => {
  const { browser, signInName } = await person('Pia');
  const page = await browser.get('/account/code');
  const [, secret = ''] = /name="secret" value="([A-Z2-7]{32})"/.exec(page.body) ?? [];
  expect(page.text).toContain(secret.slice(0, 4) + ' ' + secret.slice(4, 8));
  expect(page.links.find((link) => link.startsWith('otpauth://totp/'))).toContain(`secret=${secret}`);
  expect(page.body).toMatch(/<svg class="qr"[^>]*><rect [^>]*><\/rect><path d="M4 4h7v1H4z/);
  expect(page.body).not.toMatch(/ style=/);
  const wrong = await browser.submit(page, { code: '000000' });
  expect([wrong.status, wrong.body.includes(secret)]).toEqual([422, true]);
  expect((await browser.submit(wrong, { code: codeOf(secret) })).text).toContain('The code is on');
  expect((await browser.get('/account/code')).body).not.toContain(secret);

  parley.later(1);
  expect((await signIn(parley.nobody(), signInName)).status).toBe(403);
  const phone = parley.nobody();
  expect((await signIn(phone, signInName, { code: codeOf(secret) })).address).toBe('/cases');
  const off = async (code: string) => phone.submit(await phone.get('/account/code'), { code });
  expect((await off('000000')).status).toBe(422);
  expect((await off(codeOf(secret))).status).toBe(422);
  parley.later(1);
  expect((await off(codeOf(secret))).text).toContain('The code is off');
  expect((await signIn(parley.nobody(), signInName)).address).toBe('/cases');
});

test('a secret that is not one of ours is not taken', async () => {
  const { browser } = await person('Quin');
  const page = await browser.get('/account/code');
  const forged = await browser.submit(page, { secret: '', code: '' });
  expect([forged.status, (await browser.get('/account')).text.includes('Off: your password alone')]).toEqual([
    422,
    true,
  ]);
});

test('the reading direction turns every page', async () => {
  const { browser } = await person('Rosa');
  expect((await browser.get('/cases')).body).toContain('<html lang="en" dir="ltr">');
  await browser.submit(await browser.get('/account'), { direction: 'rtl' }, '/account/direction');
  expect((await browser.get('/cases')).body).toContain('<html lang="en" dir="rtl">');
});

test('nobody sees an account without signing in', async () => {
  for (const address of ['/account', '/account/code', '/welcome'])
    expect((await parley.nobody().fetch(address)).status).toBe(303);
  for (const address of ['/account/password', '/account/sign-out-everywhere', '/account/direction', '/account/code'])
    expect((await parley.nobody().send(address, {})).headers.get('location')).toMatch(/^\/sign-in\?next=/);
});

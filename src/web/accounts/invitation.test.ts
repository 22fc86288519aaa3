import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Browser, type TestParley } from '../../../tests/support/app.ts';
import { inviteFirst } from '../../store/index.ts';

const password = 'nine grey herons';
let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());

const link = async () => `/invitation/${await inviteFirst(parley.store, parley.now())}`;

/** A link to a place in the talks, made by a mediator on the page of the people. */
async function linkToCase(name: string, place: string): Promise<string> {
  const xenia = await parley.as('xenia');
  const made = await xenia.submit(await xenia.get(`${parley.base}/people/invite`), { name, place });
  return /\/invitation\/[\w-]+/.exec(made.body)?.[0] ?? '';
}

async function accept(browser: Browser, address: string, name = 'Mara Lind') {
  return browser.submit(await browser.get(address), { name, password, again: password });
}

test('a link makes an account, tells the sign-in name, and works once', async () => {
  const browser = parley.nobody();
  const address = await link();
  await browser.get(address);
  const welcome = await accept(browser, address);
  expect(welcome.address).toBe('/welcome');
  const [, signInName = ''] = /Your sign-in name is ?(mara\.lind-[a-z0-9]{5})/.exec(welcome.text) ?? [];
  expect(signInName).not.toBe('');
  expect((await browser.get('/account')).text).toContain(signInName);
  const again = await accept(parley.nobody(), address).catch(() => null);
  expect(again).toBeNull();
  const gone = await parley.nobody().get(address);
  expect([gone.status, gone.text.includes('This link has ended')]).toEqual([410, true]);
  const elsewhere = parley.nobody();
  const list = await elsewhere.submit(await elsewhere.get('/sign-in'), { name: signInName.toUpperCase(), password });
  expect(list.address).toBe('/cases');
});

test('a link to a case says what it offers without naming the case or its sides, and opens it', async () => {
  const address = await linkToCase('Dora', 'delegate.downstream');
  const browser = parley.nobody();
  const offer = await browser.get(address);
  expect(offer.text).toContain(
    'take part in a case as a delegate of one of the sides, of mid-level rank, with a mandate to negotiate',
  );
  expect(offer.body).not.toMatch(/The river|upstream|downstream|envoy/i);
  await accept(browser, address, 'Dora Dahl');
  expect((await browser.get(parley.base)).text).toContain('you are Dora, mid-level, Downstream');
});

test('an account that is there already accepts with one click, and is one person in a case', async () => {
  const browser = parley.nobody();
  await accept(browser, await link());
  const first = await browser.submit(
    await browser.get(await linkToCase('Emil', 'delegate.upstream')),
    {},
    'Accept with this account',
  );
  expect([first.status, first.address]).toEqual([200, parley.base]);
  const address = await linkToCase('Emil again', 'delegate.downstream');
  const second = await browser.submit(await browser.get(address), {}, 'Accept with this account');
  expect([second.status, second.text.includes('takes part in this case already')]).toEqual([409, true]);
  expect((await parley.nobody().get(address)).status).toBe(200);
});

test.each([
  [{ name: ' ', password, again: password }, 'Give the name'],
  [{ name: 'Ida', password: 'short', again: 'short' }, 'at least 12 characters'],
  [{ name: 'Ida', password, again: 'nine grey heron' }, 'The two passwords differ'],
])('a mistake keeps what was typed but for the password, and the link: %j', async (typed, sentence) => {
  const address = await link();
  const browser = parley.nobody();
  const again = await browser.submit(await browser.get(address), typed);
  expect([again.status, again.text.includes(sentence)]).toEqual([422, true]);
  expect(again.body).toContain(`value="${typed.name}"`);
  expect(again.body).not.toContain(typed.password);
  expect((await accept(browser, address)).address).toBe('/welcome');
});

test('an old link and an invented one get the same page', async () => {
  const address = await link();
  parley.later(7 * 24 * 60 + 1);
  const [old, invented] = [await parley.nobody().get(address), await parley.nobody().get('/invitation/nothing')];
  expect([old.status, invented.status, old.body]).toEqual([410, 410, invented.body]);
});

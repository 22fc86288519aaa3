import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Browser, type Page, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley({ parties: ['upstream', 'downstream', 'coast'] });
});
afterAll(() => parley.close());
const at = (path: string): string => `${parley.base}${path}`;

/** Xenia asks both sides; gives the page of the question. */
async function asked(mediator: Browser, filling: Readonly<Record<string, string>> = {}): Promise<Page> {
  const form = await mediator.get(at('/sealed/ask'));
  const preview = await mediator.submit(form, {
    title: 'The new line',
    'terms.border': 'new',
    closes: '2031-01-20T18:00',
    to: ['upstream', 'downstream'],
    ...filling,
  });
  expect(preview.text).toContain('Until all have answered, nobody is told an answer');
  return mediator.submit(preview, {}, 'Ask them');
}

const answered = async (browser: Browser, question: string, answer: string): Promise<Page> =>
  browser.submit(await browser.get(question), { answer }, 'Seal the answer');

test('on a joint yes every side and the mediation learn that there is a deal, and before that nobody anything', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const question = (await asked(xenia)).address;
  const before = { xenia: (await xenia.get(question)).text, ben: (await ben.get(question)).text };
  const sealed = await answered(ana, question, 'yes');
  expect(sealed.text).toMatch(/Sealed: yes\. It cannot be changed/);
  expect((await xenia.get(question)).text).toBe(before.xenia);
  expect((await xenia.get(at('/file.json'))).body).not.toContain('"sealedAnswer"');
  const opened = await answered(ben, question, 'yes');
  for (const page of [opened, await ana.get(question), await xenia.get(question)])
    expect(page.text).toContain('There is a deal');
  expect((await xenia.get(at('/ledger'))).text).toContain('The new line');
});

test('on a no they learn that there is no deal, and nothing else', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const question = (await asked(xenia)).address;
  await answered(ana, question, 'no');
  await answered(ben, question, 'yes');
  for (const browser of [xenia, ana, ben]) expect((await browser.get(question)).text).toContain('There is no deal');
  for (const browser of [xenia, ben]) {
    const { entries } = JSON.parse((await browser.get(at('/file.json'))).body) as {
      readonly entries: readonly { readonly kind: string; readonly party?: string }[];
    };
    const known = entries.filter(({ kind }) => kind === 'sealedAnswer').map(({ party }) => party);
    expect(new Set(known)).toEqual(new Set(browser === ben ? ['downstream'] : []));
  }
});

test('bids that meet are a deal half way', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const page = await asked(xenia, { rule: 'bids', unit: 'crowns', gives: 'upstream', takes: 'downstream' });
  const wrong = await answered(ana, page.address, 'much');
  expect([wrong.status, wrong.text.includes('Give your number, in figures.')]).toEqual([422, true]);
  await answered(ana, page.address, '1 200');
  expect((await answered(ben, page.address, '1 000')).text).toMatch(/There is a deal.*At 1.100 crowns\./);
});

test('only those who were asked and the mediation know of it', async () => {
  const [xenia, cleo, ria] = [await parley.as('xenia'), await parley.as('cleo'), await parley.as('ria')];
  const form = await xenia.get(at('/sealed/ask'));
  const preview = await xenia.submit(form, {
    title: 'The new line',
    'terms.border': 'new',
    closes: '2031-01-20T18:00',
    to: ['upstream', 'downstream'],
  });
  const question = await xenia.submit(preview, {}, 'Ask them');
  for (const browser of [cleo, ria]) {
    expect((await browser.get(question.address)).status).toBe(404);
    expect((await browser.get(at('/sealed'))).text).not.toContain('The new line');
  }
});

test('an answer sent twice or after closing is refused in a sentence, and what was typed is kept', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const question = (await asked(xenia, { closes: '2031-01-07T09:30' })).address;
  const form = await ana.get(question);
  const sent = await ana.submit(form, { answer: 'yes' }, 'Seal the answer');
  expect((await ana.submit(form, { answer: 'yes' }, 'Seal the answer')).text).toBe(sent.text);
  const other = await ana.post(question, { answer: 'no' });
  expect([other.status, other.text.includes('Your side has answered already.')]).toEqual([422, true]);
  const late = await ben.get(question);
  parley.later(40);
  const refused = await ben.submit(late, { answer: 'yes' }, 'Seal the answer');
  expect(refused.text).toContain('has expired');
  expect((await xenia.get(question)).text).toContain('closed: not all had answered, and nothing was opened');
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openParley, type Browser, type Page, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
let mediator: Browser;
let delegate: Browser;
let other: Browser;
const at = (path: string): string => `${parley.base}${path}`;

beforeAll(async () => {
  parley = await openParley();
});
beforeEach(async () => {
  [mediator, delegate, other] = (await Promise.all(['xenia', 'ana', 'ben'].map(parley.as))) as [
    Browser,
    Browser,
    Browser,
  ];
});
afterAll(() => parley.close());

const carriedIn = (html: string): readonly string[] => html.match(/<div class="carried">[\s\S]*?<\/div>/g) ?? [];
const previewOf = (page: Page): string => /<section id="preview"[\s\S]*?<\/section>/.exec(page.body)?.[0] ?? '';
const idIn = (page: Page): string => page.address.split('/').at(-1)?.split('#')[0] ?? '';
const fieldsOf = (page: Page, action: string): ReadonlyMap<string, string> =>
  new Map(page.forms.find((form) => form.action.includes(action))?.fields);

test('a changed value is the mediation’s own proposal, previewed for each side apart, answered, and withdrawn', async () => {
  const terms = { 'terms.water': '20', 'release.water': 'convey', 'words.water': 'Measured at the bridge.' };
  const floated = { 'terms.border': 'new', 'release.border': 'float' };
  const held = { 'terms.prisoners': 'some', 'release.prisoners': 'hold' };
  const proposing = await delegate.get(at('/proposals/new?room=caucus.upstream'));
  const id = idIn(await delegate.submit(proposing, { ...terms, ...floated, ...held }));
  const carrying = await mediator.get(at(`/carry/${id}`));
  expect(carrying.links.filter((link) => link.includes('/put-forward'))).toEqual([
    `${at('/put-forward')}?from=${id}&issue=border`,
    `${at('/put-forward')}?from=${id}&issue=water`,
  ]);
  expect(
    fieldsOf(await mediator.get(`${at('/put-forward')}?from=${id}&issue=prisoners`), '/put-forward').get(
      'terms.prisoners',
    ),
  ).toBe('');
  const opened = await mediator.get(`${at('/put-forward')}?from=${id}&issue=water`);
  expect([
    fieldsOf(opened, '/put-forward').get('terms.water'),
    fieldsOf(opened, '/put-forward').get('words.water'),
  ]).toEqual(['20', '']);
  const untitled = await mediator.submit(opened, { 'terms.water': '30', to: ['downstream', 'upstream'] });
  expect([untitled.status, untitled.text.includes('Give it a title.')]).toEqual([422, true]);
  const preview = await mediator.submit(untitled, { title: 'Thirty' });
  expect(preview.text).toMatch(/Downstream will read.*Thirty.*Upstream will read.*Thirty.*30 percent/);
  const copies = carriedIn(previewOf(preview));
  expect((await mediator.submit(preview, {}, 'Put it forward')).address).toContain('/proposals#put-to-sides');
  expect(carriedIn((await other.get(at('/rooms/caucus.downstream'))).body).at(-1)).toBe(copies[0]);
  expect(carriedIn((await delegate.get(at('/rooms/caucus.upstream'))).body).at(-1)).toBe(copies[1]);

  const [, asked = ''] = /answer\/([\w-]{36})">Answer</.exec((await other.get(at('/proposals'))).body) ?? [];
  const plain = await other.submit(await other.get(at(`/answer/${asked}`)), {
    verdict: 'accept',
    'terms.water': '10',
    note: 'Yes, if.',
  });
  expect([
    plain.status,
    plain.text.includes('choose “accept if” or “counter”'),
    fieldsOf(plain, '/answer/').get('note'),
  ]).toEqual([422, true, 'Yes, if.']);
  const open = await other.get(at(`/answer/${asked}`));
  const bea = await parley.as('bea');
  await bea.submit(await bea.get(at(`/answer/${asked}`)), { verdict: 'reject' });
  const overtaken = await other.submit(open, { verdict: 'accept', note: 'We like it.' });
  expect([overtaken.status, fieldsOf(overtaken, '/answer/').get('note')]).toEqual([409, 'We like it.']);
  expect(overtaken.text).toMatch(/This has come since:.*Answer: Reject/);
  expect((await other.submit(overtaken)).text).toMatch(/Your answer so far.*Answer: Accept/);
  expect((await mediator.get(at('/proposals'))).text).toMatch(/Thirty.* to Downstream · answered: Accept/);

  const ledger = await mediator.get(at('/ledger'));
  const withdrawing = await mediator.get(ledger.links.find((link) => link.includes(`/withdraw/${asked}`)) ?? '');
  await mediator.submit(withdrawing, { reason: 'The flood changed it.' });
  expect((await other.get(at('/rooms/caucus.downstream'))).text).toMatch(
    /Withdrawn since\..*Withdrawn.*The flood changed it\./,
  );
  expect((await other.get(at(`/answer/${asked}`))).text).toContain('It is withdrawn and can no longer be answered.');
});

test('what is put jointly names its recipients to each; each answers apart', async () => {
  const opened = await mediator.get(at('/put-forward'));
  const text = { kind: 'nonPaper', title: 'On the flood', words: 'What if the gates were opened in spring?' };
  const preview = await mediator.submit(opened, { ...text, to: ['upstream', 'downstream'], manner: 'jointly' });
  expect(preview.text).toMatch(/A non-paper, put jointly to Downstream and Upstream: On the flood/);
  const put = await mediator.submit(preview, {}, 'Put it forward');
  expect(put.address).toContain('/rooms/joint#e-');
  const joint = await other.get(at('/rooms/joint'));
  expect(carriedIn(joint.body)).toEqual(carriedIn(previewOf(preview)));
  const answering = await other.get(at(`/answer/${idOf(joint, 'bridging')}`));
  expect(answering.text).toContain('Read by: the mediation and the Downstream delegation.');
  expect((await other.submit(answering, { verdict: 'reject', note: 'Never in spring.' })).text).toContain(
    'Never in spring.',
  );
  const carrying = await mediator.get(
    at(`/carry/${idOf(await mediator.get(at('/rooms/caucus.downstream')), 'response')}`),
  );
  expect(carrying.body).toMatch(/name="verdict" value="yes" disabled.*<s>The answer itself: Reject<\/s>/);
  const held = await mediator.submit(carrying, { verdict: 'yes', to: 'party:upstream', attribution: 'attributed' });
  expect([held.status, held.text.includes('The answer is held')]).toEqual([409, true]);
  for (const path of ['', '/rooms/joint', '/rooms/caucus.upstream', '/proposals', `/answer/${idOf(joint, 'bridging')}`])
    expect((await delegate.get(at(path))).body).not.toContain('Never in spring');
});

/** The id of the last entry of a kind on a page. */
function idOf(page: Page, kind = 'carried'): string {
  return (
    [...page.body.matchAll(new RegExp(`<article class="entry ${kind}" id="e-([\\w-]{36})"`, 'g'))].at(-1)?.[1] ?? ''
  );
}

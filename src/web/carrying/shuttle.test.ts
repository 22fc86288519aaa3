import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openParley, type Browser, type Page, type TestParley } from '../../../tests/support/app.ts';

let parley: TestParley;
let mediator: Browser;
let delegate: Browser;
let colleague: Browser;
let other: Browser;
const at = (path: string): string => `${parley.base}${path}`;

beforeAll(async () => {
  parley = await openParley();
});
beforeEach(async () => {
  [mediator, delegate, colleague, other] = (await Promise.all(['xenia', 'ana', 'ada', 'ben'].map(parley.as))) as [
    Browser,
    Browser,
    Browser,
    Browser,
  ];
});
afterAll(() => parley.close());

const threeTerms = {
  'terms.water': '20',
  'release.water': 'convey',
  'words.water': 'Twenty, measured at the bridge.',
  'terms.border': 'new',
  'release.border': 'float',
  'words.border': '',
  'terms.prisoners': 'some',
  'release.prisoners': 'hold',
  'words.prisoners': 'Only those of the lists of May.',
  note: 'Our minister knows nothing of the lists.',
};

const carriedIn = (html: string): readonly string[] => html.match(/<div class="carried">[\s\S]*?<\/div>/g) ?? [];
const previewOf = (page: Page): string => /<section id="preview"[\s\S]*?<\/section>/.exec(page.body)?.[0] ?? '';
const idIn = (page: Page): string => page.address.split('/').at(-1)?.split('#')[0] ?? '';
const fieldsOf = (page: Page, action: string): ReadonlyMap<string, string> =>
  new Map(page.forms.find((form) => form.action.includes(action))?.fields);

async function proposed(): Promise<string> {
  const page = await delegate.submit(await delegate.get(at('/proposals/new?room=caucus.upstream')), threeTerms);
  expect(page.status).toBe(200);
  return idIn(page);
}

const waterToDownstream = {
  terms: ['water', 'border'],
  to: 'party:downstream',
  attribution: 'unattributed',
  'words.water': 'About a fifth.',
  covering: 'For you to weigh.',
};

test('three terms, one of them held, go across as they were previewed, and the answer comes back when it is carried', async () => {
  const form = await delegate.get(at('/proposals/new?room=caucus.upstream'));
  expect(form.text).toContain('Read by: the mediation and the Upstream delegation.');
  expect(fieldsOf(form, '/proposals/new').get('release.water')).toBe('hold');
  const proposal = await delegate.submit(form, threeTerms);
  expect(proposal.text).toMatch(/Proposal 1 of Upstream.*Standing.*The new line.*20 percent.*Some.*Hold/);
  const id = idIn(proposal);

  const before = await mediator.get(at(`/carry/${id}`));
  expect(before.body).toMatch(/<s>.*Prisoners.*Some.*<\/s> <small>held: the side asked to keep it/);
  expect(before.forms.find(({ action }) => action.includes('/carry/'))?.choices.get('terms')).toEqual([
    'border',
    'water',
  ]);
  const refused = await mediator.submit(before, { ...waterToDownstream, terms: ['water', 'prisoners'] }, 'Preview');
  expect(refused.status).toBe(409);
  expect(refused.text).toContain(
    'Prisoners: Some is held: the side asked the mediation to keep it. Nothing was carried.',
  );
  expect(carriedIn(previewOf(refused))).toEqual([]);
  expect(fieldsOf(refused, '/carry/').get('covering')).toBe('For you to weigh.');
  expect((await mediator.submit(before, { ...waterToDownstream, attribution: 'attributed' })).text).toContain(
    "Border: The new line may be floated as the mediation's own idea, and not in the side's name.",
  );

  const counted = (await mediator.get(at('/ledger'))).body.length;
  const preview = await mediator.submit(before, waterToDownstream, 'Preview');
  const [words = ''] = carriedIn(previewOf(preview));
  expect(preview.status).toBe(200);
  expect(words).toMatch(/An idea of the mediation:.*For you to weigh\..*The new line.*20 percent.*About a fifth\./);
  expect(preview.text).toMatch(/Water: 20 percent, to Downstream: may be conveyed, reworded.*Upstream gets a receipt/);
  expect((await mediator.get(at('/ledger'))).body).toHaveLength(counted);
  expect(carriedIn((await other.get(at('/rooms/caucus.downstream'))).body)).toEqual([]);

  const done = await mediator.submit(preview, {}, 'Carry to Downstream');
  expect(done.address).toMatch(/\/rooms\/caucus\.downstream#e-/);
  const room = await other.get(at('/rooms/caucus.downstream'));
  expect(carriedIn(room.body)).toEqual([words]);
  for (const path of [
    '',
    '/rooms',
    '/rooms/caucus.downstream',
    '/rooms/joint',
    '/rooms/delegation.downstream',
    '/proposals',
    '/agenda',
    '/people',
    '/meetings',
  ])
    expect((await other.get(at(path))).body).not.toMatch(/lists|minister|bridge|Prisoners: |Upstream proposes/);
  for (const path of [`/proposals/${id}`, `/carry/${id}`, '/ledger', '/put-forward', `/withdraw/${idOf(room)}`]) {
    const [hidden, absent] = [await other.get(at(path)), await other.get(at('/nothing'))];
    expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
  }

  const answering = await other.get(room.links.find((link) => link.includes('/answer/')) ?? '');
  expect(carriedIn(answering.body)).toEqual([words]);
  expect(answering.text).toContain('Finally: your mandate lets you conclude.');
  const answered = await other.submit(answering, {
    verdict: 'acceptIf',
    release: 'convey',
    'terms.water': '10',
    'release.water': 'convey',
    note: 'Say it gently.',
  });
  expect(answered.text).toMatch(
    /Your answer so far.*Answer: Accept if \(finally\).*The answer may be conveyed as ours\..*10 percent/,
  );

  const own = await delegate.get(at(`/proposals/${id}`));
  expect(own.text).toMatch(
    /What was shown of it.*Receipt: Border: The new line and Water: 20 percent carried to Downstream.*No answer that you know of/,
  );
  expect(own.body).not.toMatch(/Accept|10 percent|gently/);

  const ledger = await mediator.get(at('/ledger?party=downstream&on=2031-01-07'));
  expect(ledger.text).toMatch(/On Tue,? 7 Jan 2031 Downstream knew:.*Water.*The mediation suggests: Border and Water/);
  expect(ledger.text).toMatch(
    /Caucus with Upstream.*as the mediation’s own idea.*Downstream.*Xenia.*Border: The new line.*May be floated.*Water: 20 percent.*May be conveyed.*Reworded.*Twenty, measured at the bridge\..*About a fifth\./,
  );
  expect((await mediator.get(at('/ledger?party=downstream&on=2031-01-05'))).text).toMatch(
    /Downstream knew:.*Nothing that you know of/,
  );

  const seen = await mediator.get(at(`/proposals/${id}`));
  const back = await mediator.get(
    at(
      `/carry/${idOf(await mediator.get(seen.links.find((link) => link.includes('#e-') && link.includes('downstream')) ?? ''), 'response')}`,
    ),
  );
  const returned = await mediator.submit(
    await mediator.submit(back, { verdict: 'yes', terms: 'water', to: 'party:upstream', attribution: 'attributed' }),
    {},
    'Carry to Upstream',
  );
  expect(returned.address).toContain('/rooms/caucus.upstream#e-');
  const brought = await delegate.get(at(`/proposals/${id}`));
  expect(brought.text).toMatch(/What came back.*Downstream answers: Accept if: Water/);
  expect((await delegate.get(at('/rooms/caucus.upstream'))).text).toMatch(
    /Downstream answers: Accept if \(finally\).*10 percent.*On proposal 1\./,
  );
  expect((await delegate.get(at('/rooms/caucus.upstream'))).text).not.toContain('gently');
});

test('what was revised between preview and confirmation is not carried; the words typed are kept and fit the newest terms', async () => {
  const id = await proposed();
  const preview = await mediator.submit(await mediator.get(at(`/carry/${id}`)), waterToDownstream);
  const revising = await colleague.get(at(`/proposals/${id}/revise`));
  expect(fieldsOf(revising, '/revise').get('words.water')).toBe('Twenty, measured at the bridge.');
  const revised = await colleague.submit(revising, { 'terms.water': '30', 'words.border': 'As on the new map.' });
  expect(revised.text).toContain('Revisions');

  const stale = await mediator.submit(preview, {}, 'Carry to Downstream');
  expect(stale.status).toBe(409);
  expect(stale.text).toMatch(
    /Something has changed since you opened this page.*This has come since:.*Proposal on Border, Water,? and Prisoners/,
  );
  expect(stale.forms.map(({ action }) => action)).toContain(`${at(`/carry/${idIn(revised)}`)}#preview`);
  expect([...fieldsOf(stale, '/carry/')]).toEqual(
    expect.arrayContaining([
      ['covering', 'For you to weigh.'],
      ['words.water', 'About a fifth.'],
      ['attribution', 'unattributed'],
      ['words.border', 'As on the new map.'],
    ]),
  );
  expect(carriedIn(previewOf(stale))[0]).toContain('30 percent');
  const carried = await mediator.submit(stale, {}, 'Carry to Downstream');
  expect(carriedIn(carried.body).at(-1)).toBe(carriedIn(previewOf(stale))[0]);

  // The colleague's revision came first: the delegate's own is not lost, and lands on the newest.
  const late = await delegate.submit(revising, { 'terms.water': '10', note: 'Mine.' });
  expect([late.status, fieldsOf(late, '/revise').get('note')]).toEqual([409, 'Mine.']);
  expect((await delegate.submit(late)).text).toMatch(/10 percent/);
});

test('nothing is carried that was not previewed word for word', async () => {
  const id = await proposed();
  const opened = await mediator.get(at(`/carry/${id}`));
  const unseen = await mediator.post(at(`/carry/${id}`), {
    ...Object.fromEntries(fieldsOf(opened, '/carry/')),
    ...waterToDownstream,
    step: 'confirm',
  });
  expect([unseen.status, unseen.text.includes('what would be sent is not what was previewed')]).toEqual([409, true]);
  const preview = await mediator.submit(opened, waterToDownstream);
  const changed = await mediator.submit(preview, { covering: 'Take it or leave it.' }, 'Carry to Downstream');
  expect(changed.status).toBe(409);
  expect(carriedIn(previewOf(changed))[0]).toContain('Take it or leave it.');
  const room = await other.get(at('/rooms/caucus.downstream'));
  const sent = await mediator.send(at(`/carry/${id}`), {
    ...confirmed(changed),
    ...waterToDownstream,
    covering: 'Take it or leave it.',
  });
  const again = await mediator.send(at(`/carry/${id}`), {
    ...confirmed(changed),
    ...waterToDownstream,
    covering: 'Take it or leave it.',
  });
  expect([sent.status, again.status, again.headers.get('location')]).toEqual([303, 303, sent.headers.get('location')]);
  expect(carriedIn((await other.get(at('/rooms/caucus.downstream'))).body)).toHaveLength(
    carriedIn(room.body).length + 1,
  );
});

/** The id of the last entry of a kind on a page. */
function idOf(page: Page, kind = 'carried'): string {
  return (
    [...page.body.matchAll(new RegExp(`<article class="entry ${kind}" id="e-([\\w-]{36})"`, 'g'))].at(-1)?.[1] ?? ''
  );
}

/** The marks of a page from which a preview is confirmed. */
const confirmed = (page: Page): Record<string, string> => ({
  ...Object.fromEntries(fieldsOf(page, '/carry/')),
  step: 'confirm',
});

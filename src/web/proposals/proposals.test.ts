import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, talks, type Browser, type Page, type TestParley } from '../../../tests/support/app.ts';
import { sixPeople } from '../../../tests/support/talks.ts';

let parley: TestParley;
const at = (path: string): string => `${parley.base}${path}`;
const fieldsOf = (page: Page): ReadonlyMap<string, string> =>
  new Map(page.forms.find(({ method, action }) => method === 'post' && action !== '/sign-out')?.fields);
const openFolds = (page: Page): readonly string[] =>
  [...page.body.matchAll(/<details class="term-field" open(?:="")?><summary><bdi>([^<]*)/g)].map(
    ([, name = '']) => name,
  );

beforeAll(async () => {
  const [xenia, yusuf, ana, , ben, ...others] = sixPeople;
  parley = await openParley({
    people: [
      ...[xenia, yusuf, ana, ben, ...others].filter((person) => person !== undefined),
      {
        key: 'adil',
        name: 'Adil',
        role: {
          kind: 'delegate',
          party: 'upstream',
          rank: 'technical',
          mandate: { kind: 'explore', issues: ['water', 'border'] },
        },
      },
    ],
  });
});
afterAll(() => parley.close());

const caucus = (browser: Browser): Promise<Page> => browser.get(at('/proposals/new?room=caucus.upstream'));

test('a form of many issues is folded, opens where there is something, and keeps everything through every mistake', async () => {
  const ana = await parley.as('ana');
  const form = await caucus(ana);
  expect(openFolds(form)).toEqual([]);
  expect(form.text).toMatch(/From 0 to 30, in steps of 10\. Empty: no term on this issue\./);
  const typed = {
    'terms.water': '15',
    'words.water': 'Fifteen.',
    'terms.border': 'old',
    'release.border': 'float',
    note: 'Between us.',
    expires: '2031-01-20T18:00',
  };
  const offScale = await ana.submit(form, typed);
  expect([offScale.status, openFolds(offScale)]).toEqual([422, ['Border', 'Water']]);
  expect(offScale.text).toContain('Water: give a number from 0 to 30 percent, in steps of 10.');
  expect(offScale.links).toContain('#terms.water');
  expect(Object.fromEntries(fieldsOf(offScale))).toMatchObject(typed);
  const unanswered = await ana.submit(offScale, { 'terms.water': '' });
  expect([unanswered.status, unanswered.text.includes('Water: give an answer too, or clear your wording.')]).toEqual([
    422,
    true,
  ]);
  const late = await ana.submit(unanswered, { 'terms.water': '20', expires: '2031-01-01T18:00' });
  expect([late.status, late.text.includes('The expiry must lie in the future.')]).toEqual([422, true]);
  const empty = await ana.submit(form, { note: 'Nothing yet.' });
  expect([empty.status, empty.text.includes('Choose at least one term.'), fieldsOf(empty).get('note')]).toEqual([
    422,
    true,
    'Nothing yet.',
  ]);

  const sent = await ana.submit(late, { expires: '2031-01-20T18:00' });
  expect(sent.text).toMatch(
    /Proposal 1 of Upstream.*Standing.*The old line.*20 percent.*Fifteen\..*Between us\..*Open until Mon,? 20 Jan 2031,? 18:00/,
  );
  const again = await ana.submit(late, { expires: '2031-01-20T18:00' });
  expect(again.address).toBe(sent.address);
  expect((await ana.get(at('/proposals'))).text.match(/Proposal \d/g)).toEqual(['Proposal 1']);
});

test('a mandate to explore conveys nothing, and covers only its issues', async () => {
  const adil = await parley.as('adil');
  const form = await caucus(adil);
  expect(form.text).toContain('Prisoners: your mandate does not cover this issue.');
  expect(form.text).toContain('Not with a mandate to explore.');
  const conveyed = await adil.submit(form, { 'terms.water': '10', 'release.water': 'convey', note: 'Kept.' });
  expect([conveyed.status, fieldsOf(conveyed).get('note')]).toEqual([403, 'Kept.']);
  const beyond = await adil.submit(form, { 'terms.prisoners': 'all', 'release.prisoners': 'hold' });
  expect([beyond.status, beyond.text.includes('Your mandate does not cover this')]).toEqual([403, true]);
});

test('what one institution hears apart is not there for the other, until it is shared with the mediation', async () => {
  const [ana, xenia, yusuf, ben] = (await Promise.all(['ana', 'xenia', 'yusuf', 'ben'].map(parley.as))) as [
    Browser,
    Browser,
    Browser,
    Browser,
  ];
  const apart =
    (await ana.get(at('/proposals'))).links.find((link) => link.includes('consultation.ministry.upstream')) ?? '';
  const proposal = await ana.submit(await ana.get(apart), {
    'terms.water': '10',
    'release.water': 'convey',
    'words.water': 'For the ministry alone.',
  });
  const [path = ''] = proposal.address.split('#');
  expect(proposal.text).toContain('The ministry (not the other mediators) and the Upstream delegation');
  const absent = (await xenia.get(at('/proposals/00000000-0000-4000-8000-000000000000'))).body;
  for (const stranger of [xenia, ben])
    for (const address of [path, `${path}/revise`, `${path}/withdraw`, path.replace('proposals', 'carry')])
      expect((await stranger.get(address)).body).toBe(absent);
  expect((await ben.send(`${path}/withdraw`, { reason: 'Mine.' })).status).toBe(404);
  const opened = await yusuf.get(path.replace('proposals', 'carry'));
  const preview = await yusuf.submit(opened, { terms: 'water', to: 'mediation', attribution: 'attributed' });
  expect(preview.text).toMatch(/the mediation will read.*Upstream proposes:.*10 percent.*Upstream gets no receipt/);
  expect((await yusuf.submit(preview, {}, 'Carry to the mediation')).address).toContain('/rooms/mediation#e-');
  expect((await xenia.get(at('/rooms/mediation'))).text).toContain('For the ministry alone.');
  expect((await xenia.get(path)).status).toBe(404);
});

test('a position is taken on one issue, in words or with an answer, in a room of the side’s own', async () => {
  const [ana, xenia, ben] = (await Promise.all(['ana', 'xenia', 'ben'].map(parley.as))) as [Browser, Browser, Browser];
  const issues = await ana.get(at('/positions/new?room=delegation.upstream'));
  const form = await ana.get(issues.links.find((link) => link.includes('issue=water')) ?? '');
  expect(form.text).toContain('Read by: the Upstream delegation alone; the mediation does not hear this.');
  const empty = await ana.submit(form, { stance: 'redLine' });
  expect([
    empty.status,
    empty.text.includes('Give an answer, or say it in words.'),
    fieldsOf(empty).get('stance'),
  ]).toEqual([422, true, 'redLine']);
  expect((await ana.submit(empty, { words: 'Not under ten.' })).text).toMatch(/Red line on Water.*Not under ten\./);
  const noted = await xenia.submit(await xenia.get(at('/positions/new?room=mediation&issue=border')), {
    party: 'downstream',
    answer: 'new',
  });
  expect(noted.text).toMatch(/Position on Border of Downstream, as the mediation understands it.*The new line/);
  expect((await ben.get(at('/rooms'))).text).not.toMatch(/Not under ten|understands it/);
  for (const room of ['delegation.upstream', 'mediation', 'nowhere'])
    expect((await ben.get(at(`/positions/new?room=${room}`))).status).toBe(404);
});

test('a proposal is withdrawn once, with its reason; what is withdrawn cannot be revised', async () => {
  const ana = await parley.as('ana');
  const proposal = await ana.submit(await caucus(ana), { 'terms.border': 'new', 'release.border': 'convey' });
  const withdrawing = await ana.get(`${proposal.address}/withdraw`);
  expect(withdrawing.text).toContain('Read by: the mediation and the Upstream delegation.');
  expect((await ana.submit(withdrawing, { reason: 'The minister fell.' })).text).toContain('Withdrawn');
  const overtaken = await ana.submit(
    {
      ...withdrawing,
      forms: withdrawing.forms.map((form) => ({ ...form, fields: form.fields.filter(([name]) => name !== 'key') })),
    },
    { reason: 'Another.' },
  );
  expect([overtaken.status, fieldsOf(overtaken).get('reason')]).toEqual([409, 'Another.']);
  expect((await ana.get(`${proposal.address}/revise`)).text).toContain(
    'This proposal was withdrawn. Put a new one forward.',
  );
  expect((await ana.get(at('/rooms/caucus.upstream'))).text).toContain('The minister fell.');
});

test('where no round is open, the form says so', async () => {
  const history = [
    { at: talks().entries[0]?.at, by: 'xenia', label: null, act: { kind: 'closeRound', round: 'first' } },
  ] as const;
  const agenda = [
    {
      label: 'first',
      act: { kind: 'openRound', name: 'First round', track: null, venue: null, knownTo: { kind: 'joint' } },
    },
  ] as const;
  const [step] = history;
  if (step.at === undefined) throw new Error('the talks are empty');
  const closed = await openParley({ agenda, history: [{ ...step, at: step.at }], salt: 'closed' });
  const page = await (await closed.as('ana')).get(`${closed.base}/proposals/new?room=caucus.upstream`);
  expect(page.text).toContain('No round is open (First round).');
  await closed.close();
});

test('the ledger is not there for delegates and readers', async () => {
  for (const key of ['ana', 'ria']) {
    const person = await parley.as(key);
    const [ledger, absent] = [await person.get(at('/ledger')), await person.get(at('/nothing'))];
    expect([ledger.status, ledger.body]).toEqual([404, absent.body]);
    for (const path of ['/put-forward', '/proposals/new?room=caucus.downstream'])
      expect((await person.get(at(path))).status).toBe(404);
    expect((await person.get(at('/proposals'))).status).toBe(200);
  }
  const yusuf = await parley.as('yusuf');
  expect((await yusuf.get(at('/ledger?party=nobody'))).text).toContain('Choose one of the sides.');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Browser, type Page, type TestParley } from '../../../tests/support/app.ts';
import { division, solutions } from '../../analysis/index.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());
const at = (path: string): string => `${parley.base}${path}`;

/** The points are assumptions of Brams and Togman, not the parties’ own. */
const campDavid = {
  title: 'Camp David',
  first: 'Israel',
  second: 'Egypt',
  items:
    'Sinai: 35; 55\nDiplomatic recognition: 10; 5\nWest Bank/Gaza: 20; 10\nLinkage: 10; 5\nPalestinian rights: 5; 20\nJerusalem: 20; 5',
  basis: 'Assumed by Brams and Togman.',
};
/** The points are assumptions of analysts (Raiffa 1982), not the parties’ own. */
const panama = {
  title: 'The Panama Canal',
  first: 'US',
  second: 'Panama',
  items:
    'US defence rights: 22; 9\nUse rights: 22; 15\nLand and water: 15; 15\nExpansion rights: 14; 3\nDuration: 11; 15\nExpansion routes: 6; 5\nCompensation: 4; 11\nJurisdiction: 2; 7\nUS military rights: 2; 7\nDefence role of Panama: 2; 13',
};

const setUp = async (mediator: Browser, filling: Readonly<Record<string, string>>): Promise<Page> =>
  mediator.submit(await mediator.get(at('/division/new')), filling, 'Keep the division');

test.each([
  [
    campDavid,
    'Israel gets Diplomatic recognition, West Bank/Gaza, Linkage, Jerusalem and 1/6 of Sinai; Egypt gets Palestinian rights and 5/6 of Sinai. Each has 395/6 (65.8333) of its own 100 points.',
    'That makes 60 for Israel and 75 for Egypt.',
  ],
  [
    panama,
    'US gets US defence rights, Use rights, Expansion rights, Expansion routes and 2/15 of Land and water; Panama gets Duration, Compensation, Jurisdiction, US military rights, Defence role of Panama and 13/15 of Land and water. Each has 66 of its own 100 points.',
    'That makes 64 for US and 68 for Panama.',
  ],
])('as published, with the sentence first, then the steps, then the table', async (filling, result, initial) => {
  const page = await setUp(await parley.as('xenia'), filling);
  const { text } = page;
  expect(text).toContain(result);
  expect(text).toContain(initial);
  expect(text.indexOf(result)).toBeLessThan(text.indexOf('How it comes about'));
  expect(text.indexOf('How it comes about')).toBeLessThan(text.indexOf('Item by item'));
  expect(text).toMatch(/supposed by the mediation: Xenia answers for them/);
});

test('every figure on the page is the library’s', async () => {
  const page = await setUp(await parley.as('xenia'), campDavid);
  const claims: division.Claims = {
    parties: ['Israel', 'Egypt'],
    items: campDavid.items.split('\n').map((line) => line.split(':')[0]!),
    points: [
      [35, 10, 20, 10, 5, 20],
      [55, 5, 10, 5, 20, 5],
    ],
  };
  const [divided, inProportion] = [division.adjustedWinner(claims), division.proportionalAllocation(claims)];
  if ('refused' in divided || 'refused' in inProportion) throw new Error('refused');
  for (const sentence of [
    ...division.adjustedWinnerSteps(divided),
    division.proportionalAllocationInWords(inProportion),
  ])
    expect(page.text).toContain(sentence);
  const rows = rowsOf(page.body);
  expect(rows.slice(0, -1)).toEqual(
    claims.items.map((item, i) => {
      const parts = [divided.shares[i]!, solutions.minus(solutions.fraction(1n), divided.shares[i]!)];
      return [
        item,
        ...([0, 1] as const).flatMap((side) => {
          const part = solutions.asNumber(parts[side]!);
          const worth = solutions.times(divided.claims.points[side][i]!, parts[side]!);
          return [
            String(claims.points[side][i]),
            part === 0 ? 'nothing' : part === 1 ? 'all' : solutions.asText(parts[side]!),
            division.pointsInWords(worth),
          ];
        }),
      ];
    }),
  );
  const together = divided.totals.flatMap((sum) => ['100', '', division.pointsInWords(sum)]);
  expect(rows.at(-1)).toEqual(['Together', ...together]);
});

test('a revision begins with what was kept, and takes its place', async () => {
  const [xenia, yusuf] = [await parley.as('xenia'), await parley.as('yusuf')];
  const page = await setUp(xenia, { ...campDavid, title: 'Before' });
  const edit = await yusuf.get(`${page.address}/edit`);
  const typed = new Map(edit.forms.flatMap(({ fields }) => fields));
  expect(typed.get('items')).toBe(campDavid.items);
  const revised = await yusuf.submit(edit, { title: 'After' }, 'Keep the revised division');
  expect(revised.text).toContain('Yusuf answers for them');
  expect((await xenia.get(page.address)).text).toContain('This has been replaced by a newer version.');
  expect((await xenia.get(at('/division'))).text).not.toContain('Before');
});

test.each([
  ['items', { items: '' }, 'There is nothing to divide'],
  ['items', { items: 'Sinai: 35; 55\nJerusalem 65; 45' }, 'Line 2: write the item, a colon'],
  ['items', { items: 'Sinai: 35; 55\n\nSinai: 65; 45' }, 'Line 3: “Sinai” stands twice.'],
  ['items', { items: 'Sinai: -35; 55\nJerusalem: 135; 45' }, 'Line 1: Israel cannot give Sinai less than 0 points.'],
  ['items', { items: 'Sinai: 35; 55\nJerusalem: 55; 45' }, 'The points of Israel sum to 90, not 100.'],
  ['items', { items: 'Sinai: 0; 55\nJerusalem: 0; 45' }, 'Israel gives every item 0 points.'],
  ['second', { second: 'Israel' }, 'Give the two sides different names.'],
  ['title', { title: ' ' }, 'Give it a title.'],
  ['knownTo', { knownTo: 'public' }, 'Say who may know of it.'],
])('a fault in %s is named with its line, and what was typed stays: %j', async (field, fault, sentence) => {
  const xenia = await parley.as('xenia');
  const filling = { ...campDavid, knownTo: 'mediation', ...fault };
  const page = await xenia.post(at('/division/new'), filling);
  expect(page.status).toBe(422);
  expect(page.text).toContain(sentence);
  expect(page.body).toContain(`href="#${field}"`);
  const shown = new Map(page.forms.flatMap(({ fields }) => fields));
  for (const name of ['title', 'first', 'second', 'items', 'basis'] as const)
    expect(shown.get(name)).toBe(filling[name]);
});

test('points that do not sum to 100 are scaled where that is chosen, and it is said', async () => {
  const page = await setUp(await parley.as('xenia'), {
    ...campDavid,
    items: 'Sinai: 3,5; 55\nJerusalem: 3.5; 45',
    reading: 'scaled',
  });
  expect(page.text).toContain('The points of Israel did not sum to 100; each was multiplied so that they do.');
});

test('it can be started from the points that the sides released, which says so; and no further than those may go', async () => {
  const [xenia, ana, ben] = [await parley.as('xenia'), await parley.as('ana'), await parley.as('ben')];
  const points = (border: readonly [string, string], prisoners: readonly [string, string]) => ({
    'points.border.old': border[0],
    'points.border.new': border[1],
    'weight.border': '60',
    'points.prisoners.all': prisoners[0],
    'points.prisoners.some': prisoners[1],
    'weight.prisoners': '20',
    'points.water.0': '100',
    'points.water.30': '0',
    'weight.water': '20',
    room: 'caucus',
  });
  expect((await xenia.get(at('/division'))).text).not.toContain('Start from the points');
  await ana.submit(await ana.get(at('/preferences/upstream')), points(['100', '0'], ['0', '100']));
  await ben.submit(await ben.get(at('/preferences/downstream')), points(['0', '100'], ['100', '0']));
  const list = await xenia.get(at('/division'));
  expect(list.text).toContain('Start from the points of Downstream and Upstream');
  const form = await xenia.get(at('/division/new?from=downstream&from=upstream'));
  const typed = new Map(form.forms.flatMap(({ fields }) => fields));
  expect(typed.get('items')).toBe('Border: 60; 60\nPrisoners: 20; 20');
  expect(form.text).toContain('Left out, since one answer is best for both: Water.');
  expect(form.text).toContain('Started from the points of Downstream itself');
  const page = await xenia.submit(form, { title: 'From points' }, 'Keep the division');
  expect(page.text).toContain('Started from the points of Upstream itself');
  expect(page.text).toContain('The points of Downstream did not sum to 100');
  await ana.submit(await ana.get(at('/preferences/upstream')), points(['100', '0'], ['0', '90']));
  expect((await xenia.get(page.address)).text).toContain('Newer points have come since');
  expect((await ana.get(page.address)).status).toBe(404);
});

test('who does not mediate finds nothing there: the same answer as for what is not there', async () => {
  const page = await setUp(await parley.as('xenia'), campDavid);
  for (const person of ['ana', 'ben', 'ria']) {
    const browser = await parley.as(person);
    const nothing = await browser.get(at('/nothing-at-all'));
    for (const address of [at('/division'), at('/division/new'), page.address, `${page.address}/edit`])
      expect((await browser.get(address)).body).toBe(nothing.body);
    for (const address of [at('/division/new'), `${page.address}/edit`]) {
      const sent = await browser.post(address, { ...campDavid, knownTo: 'mediation' });
      expect([sent.status, sent.body]).toEqual([404, nothing.body]);
    }
    expect((await browser.get(at('/file.json'))).body).not.toContain('Brams');
  }
});

/** The cells of each row of the table, as they read. */
function rowsOf(body: string): readonly (readonly string[])[] {
  const table = /<table class="division">.*?<tbody>(.*?)<\/table>/s.exec(body)?.[1] ?? '';
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t([hd])(?:\s[^>]*)?>(.*?)<\/t\1>|<td\/>/gs)].map(([, , cell = '']) =>
      cell.replace(/<[^>]+>/g, ''),
    ),
  );
}

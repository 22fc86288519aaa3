import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Browser, type Page, type TestParley } from '../../../tests/support/app.ts';
import { downstreams, pointsStated, wholeOffers } from '../../../tests/support/points.ts';
import { frontiers, packages, preferences } from '../../analysis/index.ts';
import { valuedIn, type CaseFile } from '../../domain/index.ts';
import { groundIn } from './ground.ts';
import { inOneWord } from './package-query.ts';
import { asChange, inPoints } from './workings.ts';

let parley: TestParley;
let nobodys: TestParley;
const at = (path: string): string => `${parley.base}${path}`;
const fileOf = (key: string): CaseFile => {
  const person = parley.played.people.find((one) => one.key === key);
  if (person === undefined) throw new Error(key);
  return person.file;
};
const tables = (page: Page, name: string): readonly string[] =>
  [...page.body.matchAll(new RegExp(`<table class="${name}">[\\s\\S]*?</table>`, 'g'))].map(([table]) => table);
const cells = (html: string): readonly string[] =>
  [...html.matchAll(/<td class="number"[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]*>/g, '').trim(),
  );

beforeAll(async () => {
  [parley, nobodys] = await Promise.all([
    openParley({ history: pointsStated() }),
    openParley({ history: wholeOffers, salt: 'no points' }),
  ]);
});
afterAll(() => Promise.all([parley.close(), nobodys.close()]));

test('every figure of a suggestion is the library’s on the same file', async () => {
  const file = fileOf('xenia');
  const valued = valuedIn(file);
  if (valued === null) throw new Error('no points');
  const { scores, answers } = preferences.scoresOf(valued.scenario);
  const frontier = frontiers.frontierOf(scores, { individuallyRational: false });
  if ('refused' in frontier) throw new Error('refused');
  const table = { agenda: packages.agendaOf(valued.scenario.issues, answers), offers: groundIn(file).offers };
  expect(table.offers).toEqual([
    [1, 3, 1],
    [0, 0, 0],
  ]);
  const { list } = packages.suggestionsFor(scores, table, frontier);
  const page = await (await parley.as('xenia')).get(at('/packages'));
  expect(page.status).toBe(200);
  const shown = tables(page, 'package');
  expect([shown.length, list.length > 1]).toEqual([list.length, true]);
  list.forEach((suggestion, s) => {
    const accounts = packages.accountsOf(scores, table, suggestion.pack);
    const byIssue = scores.sizes.flatMap((_, i) =>
      accounts.map(({ issues }) => `${inPoints(issues[i]!.points)} ${asChange(issues[i]!.change!)}`),
    );
    const totals = accounts.map(({ total, againstOffer }) => `${inPoints(total)} ${asChange(againstOffer!)}`);
    const above = accounts.map(({ aboveReservation }) =>
      aboveReservation === null ? 'not known' : asChange(aboveReservation),
    );
    expect(cells(shown[s]!)).toEqual([...byIssue, ...totals, ...above]);
    for (const { sentence } of suggestion.reasons) expect(page.text).toContain(sentence);
  });
  expect(page.text).toContain('Downstream: an estimate, for which Xenia answers');
  expect(page.text).toContain('Upstream: its own points');
});

test('a package is built by a plain form, and comes with its worth, its trades and a better one', async () => {
  const xenia = await parley.as('xenia');
  const form = await xenia.get(at('/packages/build'));
  expect(form.forms.find(({ action }) => action.includes('/build'))?.method).toBe('get');
  const half = await xenia.get(at('/packages/build?terms.water=10&terms.border=&terms.prisoners='));
  expect(half.text).toContain('give an answer; a package answers every issue.');
  expect(half.body).toContain('value="10"');
  const gone = await xenia.get(at('/packages/build?terms.border=third&terms.water=10&terms.prisoners=all'));
  expect(gone.text).toContain(
    '“third” is not, or no longer, one of its options. Choose one of The old line, The new line.',
  );
  expect((await xenia.get(at('/packages/build?terms.salt=1'))).text).toContain(
    '“salt” is not, or no longer, an issue on the agenda.',
  );
  const built = await xenia.get(at('/packages/build?terms.water=30&terms.border=old&terms.prisoners=some'));
  const { scores, answers } = preferences.scoresOf(valuedIn(fileOf('xenia'))!.scenario);
  const { agenda } = groundIn(fileOf('xenia')).table;
  expect(answers.map(({ size }) => size)).toEqual([2, 4, 2]);
  const pack = [0, 3, 1];
  const found = packages.tradesFrom(scores, pack, 5);
  if ('refused' in found) throw new Error('refused');
  expect(found.count).toBeGreaterThan(0);
  for (const trade of found.best.slice(0, 5))
    expect(built.text).toContain(packages.tradeInWords(scores, agenda, trade).replace(/\s+/g, ' '));
  expect(built.text).toContain('nobody is worse off than in this package');
  const traded = built.links.filter((link) => link.endsWith('#result'));
  expect((await xenia.get(traded[0]!.split('#')[0]!)).text).toContain('What comes of it');
});

test('packages stand side by side by their addresses', async () => {
  const xenia = await parley.as('xenia');
  const ground = groundIn(fileOf('xenia'));
  const { scores } = preferences.scoresOf(ground.valued.scenario);
  const [a, b] = [
    [0, 0, 0],
    [1, 3, 1],
  ];
  const page = await xenia.get(
    at(`/packages/compare?a=${encodeURIComponent(inOneWord(ground, a))}&b=${inOneWord(ground, b)}`),
  );
  const compared = packages.comparePackages(scores, [a, b]);
  if ('refused' in compared) throw new Error('refused');
  expect(page.text).toContain(packages.moveInWords(scores, compared, ['package A', 'package B'], 0, 1));
  expect(cells(tables(page, 'compare')[0]!)).toEqual(
    scores.parties.flatMap((_, p) =>
      compared.packages.map(({ totals, aboveReservation }) => {
        const above = aboveReservation[p]!;
        return `${inPoints(totals[p]!)} ${above === null ? 'not known' : asChange(above)}`;
      }),
    ),
  );
  const five = 'abcde'.split('').map((letter) => `${letter}=${inOneWord(ground, a)}`);
  expect((await xenia.get(at(`/packages/compare?${five.join('&')}`))).text).toContain(
    'You chose 5 packages; four fit side by side.',
  );
  expect((await xenia.get(at('/packages/compare?a=border:third'))).text).toContain('Package A: Border: “third” is not');
});

test('a package becomes a bridging proposal or a sealed question through their own pages', async () => {
  const xenia = await parley.as('xenia');
  const page = await xenia.get(at('/packages'));
  const put = await xenia.get(page.links.find((link) => link.includes('/put-forward?kind=nonPaper'))!);
  const sent = put.forms.find(({ action }) => action.includes('/put-forward'))!.fields;
  expect(sent).toContainEqual(['kind', 'nonPaper']);
  expect(sent).toContainEqual(['to', 'downstream']);
  expect(sent).toContainEqual(['to', 'upstream']);
  expect(sent).toContainEqual(['title', 'A package on several issues']);
  expect(sent.filter(([name, value]) => name.startsWith('terms.') && value !== '')).toHaveLength(3);
  const preview = await xenia.submit(put, { words: 'Between us.' }, 'Preview');
  expect([preview.status, preview.text.includes('The border'), preview.text.includes('Nash')]).toEqual([
    200,
    false,
    false,
  ]);
  const asked = await xenia.get(page.links.find((link) => link.includes('/sealed/ask'))!);
  const asks = asked.forms.find(({ action }) => action.includes('/sealed/ask'))!.fields;
  expect(asks.filter(([name, value]) => name.startsWith('terms.') && value !== '')).toHaveLength(3);
});

test('a delegate reads its own value of each package, and nothing of another side’s points', async () => {
  const ana = await parley.as('ana');
  const own = preferences.scoresOf(valuedIn(fileOf('ana'))!.scenario).scores;
  expect(own.parties).toEqual(['Upstream']);
  const list = await ana.get(at('/packages'));
  const built = await ana.get(at('/packages/build?terms.border=old&terms.water=20&terms.prisoners=all'));
  const worth = packages.valueByIssue(own, [0, 2, 0], 0);
  expect(cells(tables(built, 'package')[0]!).map((cell) => cell.split(' ')[0])).toEqual([
    ...worth.issues.map(inPoints),
    inPoints(worth.total),
    asChange(packages.accountsOf(own, groundIn(fileOf('ana')).table, [0, 2, 0])[0]!.aboveReservation!),
  ]);
  const frontier = await ana.get(at('/packages/frontier'));
  const compared = await ana.get(at('/packages/compare?a=border:old,water:20,prisoners:all'));
  for (const page of [list, built, frontier, compared]) {
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/estimate, for which|parley-frontier|put-forward|sealed\/ask/);
    expect(page.body).not.toContain('data-of="A"');
  }
});

test('a world in which the other side’s points differ looks the same to a delegate', async () => {
  const other = await openParley({ history: pointsStated({ ...downstreams, reservation: 71 }), salt: 'talks' });
  const paths = [
    '/packages',
    '/packages/build?terms.border=old&terms.water=20&terms.prisoners=all',
    '/packages/compare?a=border:old,water:20,prisoners:all',
    '/packages/frontier?point=1',
  ];
  const seen = async (world: TestParley): Promise<readonly string[]> => {
    const ana = await world.as('ana');
    const pages = [];
    for (const path of paths) {
      const { body } = await ana.get(`${world.base}${path}`);
      pages.push(body.replace(/data-person="[^"]*"/, ''));
    }
    return pages;
  };
  expect(await seen(other)).toEqual(await seen(parley));
  const [here, there] = await Promise.all(
    [parley, other].map(async (world) => (await (await world.as('xenia')).get(`${world.base}/packages`)).body),
  );
  expect(here).not.toBe(there);
  await other.close();
});

test('without points the middle ground is said for what it is; readers have no such page', async () => {
  const yusuf = await nobodys.as('yusuf');
  const page = await yusuf.get(`${nobodys.base}/packages`);
  expect(page.text).toContain('Nobody’s points are known to you');
  expect(page.text).toContain('Nothing here says what this is worth to anybody');
  expect((await yusuf.get(`${nobodys.base}/packages/frontier`)).text).toContain(
    'needs the points of at least two sides',
  );
  const ria: Browser = await parley.as('ria');
  const absent = (await ria.get(at('/nothing'))).body;
  for (const path of ['/packages', '/packages/build', '/packages/compare', '/packages/frontier'])
    expect((await ria.get(at(path))).body).toBe(absent);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Page, type TestParley } from '../../../tests/support/app.ts';
import { downstreams, pointsStated, stating } from '../../../tests/support/points.ts';
import { frontiers, packages, preferences, solutions } from '../../analysis/index.ts';
import { valuedIn, type CaseFile } from '../../domain/index.ts';
import { inPoints } from './workings.ts';

let parley: TestParley;
const at = (path: string): string => `${parley.base}${path}`;
const mediatorsFile = ({ played }: TestParley): CaseFile => played.people.find(({ key }) => key === 'xenia')!.file;
const points = (page: Page): readonly string[] => {
  const [table = ''] = /<table class="points-of-frontier">[\s\S]*?<\/table>/.exec(page.body) ?? [];
  return [...table.matchAll(/<td class="number">([^<]*)<\/td>/g)].map(([, cell = '']) => cell);
};

beforeAll(async () => {
  parley = await openParley({ history: pointsStated() });
});
afterAll(() => parley.close());

test('every point of the frontier is the library’s, and choosing one by its address shows its package', async () => {
  const { scores } = preferences.scoresOf(valuedIn(mediatorsFile(parley))!.scenario);
  const frontier = frontiers.frontierOf(scores, { individuallyRational: false });
  if ('refused' in frontier) throw new Error('refused');
  const xenia = await parley.as('xenia');
  const page = await xenia.get(at('/packages/frontier'));
  expect(page.text).toContain(frontiers.frontierSentence(frontier, scores));
  const shown = points(page).slice(0, frontier.size * 2);
  expect(shown).toEqual(
    Array.from({ length: frontier.size }, (_, place) =>
      frontier.totals.map((totals) => inPoints(preferences.utilityOf(scores, totals[place]!))),
    ).flat(),
  );
  expect(page.body.match(/<circle cx/g)?.length).toBeGreaterThanOrEqual(frontier.size);
  const { worst } = packages.endsOf(scores);
  const [nash] = solutions.nash(frontier, solutions.disagreementOf(scores.floors, worst)).places;
  const chosen = await xenia.get(at(`/packages/frontier?point=${nash! + 1}`));
  expect(chosen.text).toContain(`Point ${nash! + 1} of ${frontier.size}`);
  expect(chosen.text).toMatch(/Nash(, [A-Z][^(]*)? \(chosen\)/);
  for (const point of ['0', '1.5', 'x', '99999'])
    expect((await xenia.get(at(`/packages/frontier?point=${point}`))).text).toContain(
      `There is no point “${point}” on this frontier`,
    );
});

test('other weights are tried by a plain form, and what cannot be a weight is said beside its field', async () => {
  const xenia = await parley.as('xenia');
  const page = await xenia.get(at('/packages/frontier'));
  const same = await xenia.submit(page, {}, 'Draw it');
  expect(same.text).not.toContain('These are not the weights that were stated.');
  const tried = await xenia.submit(page, { 'w.upstream.water': '90' }, 'Draw it');
  expect(tried.text).toContain('These are not the weights that were stated.');
  const again = tried.links.find((link) => link.includes('w.upstream.water'));
  expect((await xenia.get(again!.split('#')[0]!)).text).toContain('These are not the weights that were stated.');
  for (const [typed, words] of [
    ['-5', '“-5” cannot be Upstream’s weight on Water.'],
    ['much', '“much” cannot be Upstream’s weight on Water.'],
  ] as const) {
    const wrong = await xenia.submit(page, { 'w.upstream.water': typed }, 'Draw it');
    expect([wrong.text.includes(words), wrong.body.includes(`value="${typed}"`)]).toEqual([true, true]);
  }
  const nothing = await xenia.submit(
    page,
    { 'w.upstream.water': '0', 'w.upstream.border': '0', 'w.upstream.prisoners': '0' },
    'Draw it',
  );
  expect(nothing.text).toContain('All of Upstream’s weights are 0');
  expect((await xenia.get(at('/packages/frontier?w.upstream.gone=3'))).text).toContain(
    '“gone” is not, or no longer, an issue on the agenda.',
  );
  const ana = await parley.as('ana');
  expect((await ana.get(at('/packages/frontier?w.downstream.water=3'))).text).toContain(
    'No points of Downstream are known to you, so there is no weight to change.',
  );
});

test('three sides stand on parallel scales, and a side without points is named as missing', async () => {
  const [three, missing] = await Promise.all([
    openParley({
      parties: ['upstream', 'downstream', 'coast'],
      history: [...pointsStated(), stating('xenia', 5, { ...downstreams, party: 'coast' }, { kind: 'mediation' })],
      salt: 'three',
    }),
    openParley({ parties: ['upstream', 'downstream', 'coast'], history: pointsStated(), salt: 'missing' }),
  ]);
  const xenia = await three.as('xenia');
  const page = await xenia.get(`${three.base}/packages/frontier`);
  expect(page.body.match(/class="upright"/g)).toHaveLength(3);
  expect(page.body).not.toContain('parley-frontier');
  const frontier = frontiers.frontierOf(preferences.scoresOf(valuedIn(mediatorsFile(three))!.scenario).scores, {
    individuallyRational: false,
  });
  if ('refused' in frontier) throw new Error('refused');
  expect(page.body.match(/<tr class="(chosen)?"><th scope="row"><a/g)).toHaveLength(frontier.size);
  const list = await (await missing.as('xenia')).get(`${missing.base}/packages`);
  expect(list.text).toContain('Coast: no points are known to you. Nothing here says what it would accept.');
  await Promise.all([three.close(), missing.close()]);
});

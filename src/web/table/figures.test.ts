import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from '../../../tests/support/app.ts';
import { headway } from '../../analysis/index.ts';
import { entriesOf, statusInWords, talksIn, type CaseScript, type Instant } from '../../domain/index.ts';

type Step = CaseScript['history'][number];

/** Two rounds: upstream comes half way and downstream goes back. */
const history: readonly Step[] = [
  ...(
    [
      ['2031-01-06T10:00:00.000Z', 'ana', 'water', 0],
      ['2031-01-06T10:10:00.000Z', 'ben', 'water', 20],
      ['2031-01-06T10:20:00.000Z', 'ana', 'border', 'old'],
      ['2031-01-06T10:30:00.000Z', 'ben', 'border', 'old'],
    ] as const
  ).map(([at, by, issue, answer]) => position(at, by, issue, answer)),
  {
    at: '2031-01-06T11:00:00.000Z' as Instant,
    by: 'xenia',
    label: 'second',
    act: { kind: 'openRound', name: 'Second round', track: null, venue: null, knownTo: { kind: 'joint' } },
  },
  position('2031-01-06T11:10:00.000Z', 'ana', 'water', 10),
  position('2031-01-06T11:20:00.000Z', 'ben', 'water', 30),
  position('2031-01-06T11:30:00.000Z', 'ben', 'border', 'new'),
];

function position(at: string, by: string, issue: string, answer: string | number): Step {
  const party = by === 'ana' ? 'upstream' : 'downstream';
  const room = { kind: 'caucus', parties: [party] } as const;
  const act = { kind: 'takePosition', party, issue, stance: 'position', answer, words: '', room } as const;
  return { at: at as Instant, by, label: null, act };
}

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley({ history });
});
afterAll(() => parley.close());
const fileOf = (who: string) => {
  const file = parley.played.people.find(({ key }) => key === who)?.file;
  if (file === undefined) throw new Error(`nobody is ${who}`);
  return file;
};
const percent = (share: number): string => `${Math.round(share * 100)} %`;

test('every figure of the table and of the headway is the library’s, on the viewer’s own file', async () => {
  for (const who of ['xenia', 'ana', 'ben']) {
    const { history: known } = talksIn(fileOf(who));
    const browser = await parley.as(who);
    const { text: table, body: tableBody } = await browser.get(`${parley.base}/table`);
    const rounds = (await browser.get(`${parley.base}/headway`)).text;
    const standing = headway.standingIn(known);
    for (const { issue, stands, gap, status } of standing.issues) {
      const row = new RegExp(`<tr id="issue-${issue}">(.*?)</tr>`, 's').exec(tableBody)?.[1] ?? '';
      const matter = known.issues[issue]!;
      expect(row).toContain(matter.name);
      for (const { answer } of stands) expect(row).toContain(headway.answerInWords(matter, answer, 'without unit'));
      expect(row).toContain(gap === null ? '—' : statusInWords[status]);
      expect(row).toContain(gap === null || gap === 0 ? '' : percent(gap));
    }
    for (const gap of [standing.overall.gap].filter((known) => known !== null))
      expect(table).toContain(`Mean gap ${percent(gap)}`);
    for (const round of headway.headwayByRound(known)) {
      expect(rounds).toContain(headway.roundInWords(known, round).replaceAll('*', ''));
      for (const gap of round.gaps.filter((known) => known !== null)) expect(rounds).toContain(percent(gap));
    }
    for (const { sentence } of headway.obstaclesIn(known)) expect(rounds).toContain(sentence.replaceAll('*', ''));
  }
});

test('the mediation sees the set-back of the second round with the entries that show it; a side sees its own answers alone', async () => {
  const [xenia, ana] = [await parley.as('xenia'), await parley.as('ana')];
  const page = await xenia.get(`${parley.base}/headway`);
  expect(page.text).toMatch(/Second round a set-back/);
  expect(page.text).toContain(
    'Downstream answered The new line on Border, where every party had answered The old line.',
  );
  const shown = entriesOf(fileOf('xenia'), 'position').map(({ id }) => id);
  expect(shown.filter((id) => page.body.includes(`#e-${id}`)).length).toBe(shown.length);
  const own = await ana.get(`${parley.base}/headway`);
  expect(own.text).not.toContain('The new line');
  expect(entriesOf(fileOf('ben'), 'position').some(({ id }) => own.body.includes(id))).toBe(false);
});

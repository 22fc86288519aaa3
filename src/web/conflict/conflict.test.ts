import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Browser, type Filling, type Page, type TestParley } from '../../../tests/support/app.ts';
import { conflict } from '../../analysis/index.ts';
import { Form, isProblem } from '../form.ts';
import { readModel } from './read-model.ts';
import { writtenModel } from './written-model.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley({ institutions: { envoy: 'lead', ministry: 'supporting', league: 'observer' }, people });
});
afterAll(() => parley.close());
const at = (path: string): string => `${parley.base}${path}`;

const people = [
  { key: 'xenia', name: 'Xenia', role: { kind: 'mediator', institution: 'envoy' } },
  { key: 'yusuf', name: 'Yusuf', role: { kind: 'mediator', institution: 'ministry' } },
  { key: 'olga', name: 'Olga', role: { kind: 'mediator', institution: 'league' } },
  {
    key: 'ana',
    name: 'Ana',
    role: { kind: 'delegate', party: 'upstream', rank: 'senior', mandate: { kind: 'conclude', issues: [] } },
  },
  { key: 'ria', name: 'Ria', role: { kind: 'reader' } },
] as const;

const prisoners: Readonly<Record<string, string>> = {
  title: 'Two prisoners',
  options: 'One: cooperate\nTwo: cooperate',
  'prefers.One': 's3\ns4\ns1\ns2',
  'prefers.Two': 's2\ns4\ns1\ns3',
};

const elmira: Readonly<Record<string, string>> = {
  title: 'Elmira',
  options: [
    'MoE: Modify (cannot be undone)',
    'Uniroyal: Delay (cannot be taken up again)',
    'Uniroyal: Accept',
    'Uniroyal: Abandon (cannot be undone)',
    'Local Government: Insist',
  ].join('\n'),
  infeasible: 'exactly one of 2, 3, 4',
  'prefers.MoE': 's9\ns3\ns4\ns10\ns7\ns1\ns2\ns8\ns5 = s6 = s11 = s12',
  'prefers.Uniroyal': 's1\ns4\ns10\ns7\ns5, s6, s11, s12\ns2\ns3\ns9\ns8',
  'prefers.Local%20Government': 's9\ns3\ns7\ns1\ns10\ns8\ns4\ns2\ns5 s6 s11 s12',
  basis: 'Kilgour, Hipel, Fang & Peng 2001.',
};

/** Shows the states, says what each prefers, and keeps the model, as a person does. */
async function setUp(mediator: Browser, filling: Readonly<Record<string, string>>, now?: string): Promise<Page> {
  const [first, second]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const [name, typed] of Object.entries(filling)) (name.startsWith('prefers.') ? second : first)[name] = typed;
  const states = await mediator.submit(await mediator.get(at('/conflict/new')), first, 'Show the states');
  expect(states.text).toContain('The states that can be');
  return mediator.submit(states, { ...second, ...(now !== undefined && { now }) }, 'Keep the model');
}

test('the prisoners’ dilemma is read as published: one state by Nash, two by the others, and both could leave the one together', async () => {
  const page = await setUp(await parley.as('xenia'), prisoners, 'NN');
  expect(page.text).toContain('1 state is stable for everybody because nobody has a better move: s1.');
  expect(page.text).toContain(
    '2 states are stable for everybody once answers in the others’ own interest are reckoned with: s1 and s4.',
  );
  expect(page.text).toContain('One and Two could together go from s1 to s4, which each of them prefers.');
  expect(page.text).toContain('Things stand at s1 (nothing is done).');
  expect(page.text).toContain('nothing else that could last can be come to from here');
  expect(page.text).toContain('s4 can be reached from s1 in 2 moves');
  expect(page.text).toContain('In this order: One to s2, Two to s4; or Two to s3, One to s4.');
  expect(page.text).toMatch(/supposed by the mediation: Xenia answers for it/);
  expect(page.text).toContain('Known to the mediation alone');
});

test('Elmira: every figure on the page is the library’s', async () => {
  const xenia = await parley.as('xenia');
  const page = await setUp(xenia, elmira, 'NYNNN');
  const model = kept(elmira);
  const built = conflict.buildConflict(model);
  if (conflict.isConflictRefused(built)) throw new Error(built.words);
  for (const convention of ['legal-sequences', 'each-once', 'one-move'] as const) {
    const stability = conflict.stabilityOf(built, convention);
    const { summary, outcomes } = conflict.reportOn(built, stability, 0);
    const shown = convention === 'legal-sequences' ? page : await xenia.get(`${page.address}?convention=${convention}`);
    for (const sentence of summary) expect(shown.text).toContain(sentence);
    for (const { state, words, ways, reasons, coalitionWords } of outcomes) {
      expect(shown.text).toContain(`${words}Stable for everybody: ${ways.join(' ')}`);
      const nobody = `Nobody would move from s${state + 1}: nobody can reach anything better alone.`;
      for (const sentence of [...(ways.includes('R') ? [nobody] : reasons), ...coalitionWords])
        expect(shown.text).toContain(sentence);
    }
    expect(shown.text).toContain('8 states are stable for everybody who fears any possible answer');
    const rows = rowsOf(shown.body);
    expect(rows).toHaveLength(12);
    for (const [state, cells] of rows.entries()) {
      const ways = (stable: (concept: conflict.Concept) => boolean): string =>
        conflict.concepts.filter(stable).join(' ') || 'not stable';
      const places = built.makers.map((_, m) => {
        const better = new Set(built.liking[m]!.filter((level) => level > built.liking[m]![state]!)).size;
        const stable = ways((concept) => stability.stable[concept][m]![state] === 1);
        return `${better + 1} of ${new Set(built.liking[m]).size} ${stable}`;
      });
      const steps = conflict.evolutionFrom(built, 0, 'moves').steps[state]!;
      const all = ways((concept) => stability.equilibria[concept].includes(state));
      expect(cells.slice(1)).toEqual([...places, all, steps < 0 ? 'none' : String(steps)]);
    }
  }
});

test('an unknown convention is the usual one', async () => {
  const xenia = await parley.as('xenia');
  const page = await setUp(xenia, prisoners);
  const usual = conflict.conventionWords('legal-sequences');
  expect((await xenia.get(`${page.address}?convention=nonsense`)).body).toContain(`<strong>${usual}</strong>`);
});

test('what is typed and what is kept are the same: a revision begins with it, and takes its place', async () => {
  const [xenia, yusuf] = [await parley.as('xenia'), await parley.as('yusuf')];
  const page = await setUp(xenia, { ...prisoners, title: 'Before', 'prefers.One': '-1 & 2\n1 iff 2\n-1' });
  const edit = await yusuf.get(`${page.address}/edit`);
  expect(edit.body).toContain('-1 &amp; 2\n1 iff 2\n-1');
  expect(edit.text).toContain('The best first: s3; s1; s4; s2.');
  const revised = await yusuf.submit(edit, { title: 'After' }, 'Keep the revised model');
  expect(revised.text).toMatch(/Yusuf answers for it/);
  expect((await xenia.get(page.address)).text).toContain('This has been replaced by a newer version.');
  const list = (await xenia.get(at('/conflict'))).text;
  expect([list.includes('After'), list.includes('Before')]).toEqual([true, false]);
  expect((await xenia.submit(edit, { title: 'Late' }, 'Keep the revised model')).status).toBe(409);
});

test('reading what was written gives the same model again', () => {
  const typed: Readonly<Record<string, string>> = {
    ...elmira,
    barred: 'MoE: 1 & -5 -> -1\n2 -> 3 & -2',
    alike: '4 & 5',
    'prefers.MoE': 'all alike',
    'prefers.Uniroyal': '"Delay" | 3\n-(2 & 5)\n3 if 2',
    'prefers.Local%20Government': '3 iff -2',
  };
  const model = readModel(new Form(Object.entries(typed)));
  if (isProblem(model)) throw new Error(model.sentence);
  expect(model.model.barred).toEqual([
    { maker: 'MoE', from: 'Y---N', to: 'N----' },
    { from: '-Y---', to: '-NY--' },
  ]);
  expect(readModel(writtenModel({ kind: 'conflictModel', ...model }))).toEqual(model);
});

test.each([
  ['options', { options: 'One: cooperate\nnothing else' }, 'Line 2: write who decides, a colon'],
  ['options', { options: 'One: cooperate\n\nOne: cooperate\nTwo:' }, 'Line 3: One has two options called “cooperate”.'],
  ['options', { options: 'One: leave (can not be undone)\nTwo: stay' }, 'Line 1: write the mark as'],
  ['options', { options: 'One: cooperate' }, 'A conflict has at least two decision makers; this one has 1.'],
  ['infeasible', { infeasible: '1 & 2\n1 & 7' }, 'Line 2: There is no option 7; they run from 1 to 2'],
  ['infeasible', { infeasible: '1 | 2' }, 'Line 1: “1 | 2” is more than one combination.'],
  ['infeasible', { infeasible: '1\n-1' }, 'The patterns of what cannot be leave no state that can.'],
  ['barred', { barred: '1 & 2' }, 'Line 1: write where the move starts'],
  ['barred', { barred: 'Three: 1 -> -1' }, 'Line 1: “Three” is none of those who decide.'],
  ['barred', { barred: 'One: -1 -> 1\nTwo: 1 -> -1' }, 'Line 2: From Y- to N- an option of somebody else changes'],
  ['prefers.One', { 'prefers.One': '' }, 'Say what One prefers, or write “all alike”.'],
  ['prefers.One', { 'prefers.One': '1 &\n2' }, 'Line 1: In “1 &amp;”, statement 1 of One: it ends where'],
  ['prefers.Two', { 'prefers.Two': 's1\n-1' }, 'Line 2: statements and states do not mix.'],
  ['prefers.Two', { 'prefers.Two': 's1\ns2\ns3' }, 'The ranking of Two misses state 4 (YY).'],
  ['prefers.Two', { 'prefers.Two': 's1\ns2\ns3\ns9' }, 'Line 4: there is no state s9; they run from s1 to s4.'],
  ['prefers.Two', { 'prefers.Two': 's1\ns2\ns3\ns4 s1' }, 'Line 4: The ranking of Two has state 1 (NN) twice.'],
  ['now', { now: 'YYY' }, 'What was chosen is none of the states that can be any more.'],
  ['title', { title: '' }, 'Give it a title.'],
  ['knownTo', { knownTo: 'joint' }, 'Say who may know of it.'],
])('a fault in %s is named with its line, and what was typed stays: %j', async (field, fault, sentence) => {
  const xenia = await parley.as('xenia');
  const filling: Filling = { ...prisoners, knownTo: 'mediation', basis: 'Kept words', asked: ['One', 'Two'], ...fault };
  const page = await xenia.post(at('/conflict/new'), filling);
  expect(page.status).toBe(422);
  expect(page.body).toContain(sentence);
  expect(page.body).toContain(`href="#${field}"`);
  expect(page.body).toContain('Kept words');
  const shown = new Map(page.forms.flatMap(({ fields }) => fields));
  const typed = Object.entries(filling).filter(([name]) => !['knownTo', 'now', 'asked'].includes(name));
  expect(typed.map(([name]) => [name, shown.get(name)])).toEqual(typed);
});

test('a ranking by numbers is not taken over states that have changed since they were shown', async () => {
  const xenia = await parley.as('xenia');
  const states = await xenia.submit(
    await xenia.get(at('/conflict/new')),
    { title: 'T', options: prisoners['options'] ?? '' },
    'Show the states',
  );
  const changed = await xenia.submit(
    states,
    { infeasible: '1 & -2', 'prefers.One': 's1\ns2\ns3', 'prefers.Two': '1' },
    'Keep the model',
  );
  expect([changed.status, changed.text.includes('have changed since they were shown')]).toEqual([422, true]);
  expect((await xenia.submit(changed, {}, 'Keep the model')).text).toContain('3 states that can be');
});

test('a name that is changed loses nothing of what was said of it', async () => {
  const xenia = await parley.as('xenia');
  const page = await setUp(xenia, prisoners);
  const edit = await xenia.get(`${page.address}/edit`);
  const renamed = await xenia.submit(edit, { options: 'Uno: cooperate\nTwo: cooperate' }, 'Keep the revised model');
  expect([renamed.status, renamed.text.includes('Say what Uno prefers')]).toEqual([422, true]);
  expect(renamed.text).toContain('No longer among those who decide.');
  const shown = new Map(renamed.forms.flatMap(({ fields }) => fields));
  expect(shown.get('prefers.One')).toBe(prisoners['prefers.One']);
  const kept = await xenia.submit(renamed, { 'prefers.Uno': 'all alike' }, 'Keep the revised model');
  expect(kept.text).toContain('Uno would not move');
});

test('who does not mediate finds nothing there: the same answer as for what is not there', async () => {
  const xenia = await parley.as('xenia');
  const page = await setUp(xenia, prisoners);
  for (const person of ['ana', 'olga', 'ria']) {
    const browser = await parley.as(person);
    const nothing = await browser.get(at('/nothing-at-all'));
    for (const address of [at('/conflict'), at('/conflict/new'), page.address, `${page.address}/edit`]) {
      const found = await browser.get(address);
      expect([found.status, found.body]).toEqual([404, nothing.body]);
    }
    for (const address of [at('/conflict/new'), `${page.address}/edit`]) {
      const sent = await browser.post(address, { ...prisoners, knownTo: 'mediation' });
      expect([sent.status, sent.body]).toEqual([404, nothing.body]);
    }
    expect((await browser.get(at('/file.json'))).body).not.toContain('conflictModel');
  }
});

test('a model kept within one institution is nothing to the other', async () => {
  const [xenia, yusuf] = [await parley.as('xenia'), await parley.as('yusuf')];
  const page = await setUp(xenia, { ...prisoners, title: 'Ours', knownTo: 'institution' });
  expect(page.text).toContain('The envoy alone');
  expect((await yusuf.get(page.address)).status).toBe(404);
  expect((await yusuf.get(at('/conflict'))).text).not.toContain('Ours');
});

function kept(filling: Readonly<Record<string, string>>): conflict.ConflictModel {
  const model = readModel(new Form(Object.entries(filling)));
  if (isProblem(model)) throw new Error(model.sentence);
  return model.model;
}

/** The cells of each row of the table of states, as they read. */
function rowsOf(body: string): readonly (readonly string[])[] {
  const table = /<table class="conflict-states">.*?<tbody>(.*?)<\/tbody>/s.exec(body)?.[1] ?? '';
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
}

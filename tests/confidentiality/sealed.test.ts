import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryId } from '../../src/domain/index.ts';
import { openParley, uuidOf, type Browser, type TestParley } from '../support/app.ts';

/** What upstream answers before downstream does; null: nothing yet. */
type Answer = 'yes' | 'no' | null;

/** A Parley in which nothing but what upstream answers depends on anything: ids and form keys come from who asks and how often. */
interface World {
  readonly parley: TestParley;
  readonly question: string;
  readonly people: Readonly<Record<'xenia' | 'yusuf' | 'ana' | 'ben' | 'ria', Browser>>;
}

const worlds = new Map<Answer, World>();

async function world(answer: Answer): Promise<World> {
  const shown = new Map<string, number>();
  const tokens: string[] = [];
  const parley = await openParley({
    context: {
      newKey: (token) => {
        if (!tokens.includes(token)) tokens.push(token);
        const nth = (shown.get(token) ?? 0) + 1;
        shown.set(token, nth);
        return uuidOf(String(tokens.indexOf(token)), String(nth));
      },
      newId: (key, nth) => uuidOf(key, String(nth)) as EntryId,
    },
  });
  const [xenia, yusuf, ana, ben, ria] = [
    await parley.as('xenia'),
    await parley.as('yusuf'),
    await parley.as('ana'),
    await parley.as('ben'),
    await parley.as('ria'),
  ];
  // Each has seen a page, in one order, so that the keys of their forms are the same in every world.
  for (const browser of [xenia, ben, ria, ana]) await browser.get(parley.base);
  const form = await xenia.get(`${parley.base}/sealed/ask`);
  const asked = { title: 'The new line', 'terms.border': 'new', closes: '2031-01-20T18:00' };
  const question = await xenia.submit(await xenia.submit(form, asked), {}, 'Ask them');
  const made = { parley, question: question.address, people: { xenia, yusuf, ana, ben, ria } };
  if (answer !== null) await answered(made, 'ana', answer);
  return made;
}

async function answered({ people, question }: World, who: 'ana' | 'ben', answer: string): Promise<void> {
  const page = await people[who].submit(await people[who].get(question), { answer }, 'Seal the answer');
  expect(page.status).toBe(200);
}

/** Everything that a person is answered on the pages that could tell, with headers and bodies, as one text. */
async function seen({ parley, question, people }: World, who: 'xenia' | 'yusuf' | 'ben' | 'ria'): Promise<string> {
  const addresses = ['', '/table', '/sealed', '/ledger', '/rooms', '/agenda', '/obstacles', '/headway', '/file.json'];
  const pages = [question, ...addresses.map((path) => `${parley.base}${path}`), `${question}x`];
  const answers: string[] = [];
  for (const address of pages) {
    const { status, headers, body } = await people[who].fetch(address);
    // A person's account has another id in each world, and the page tells it to that person.
    answers.push(`${address} ${status}\n${[...headers].join('\n')}\n${body.replace(/data-person="[^"]*"/, '')}`);
  }
  return answers.join('\n\n');
}

beforeAll(async () => {
  for (const answer of ['yes', 'no', null] as const) worlds.set(answer, await world(answer));
}, 120_000);
afterAll(async () => {
  for (const { parley } of worlds.values()) await parley.close();
});

const at = (answer: Answer): World => {
  const found = worlds.get(answer);
  if (found === undefined) throw new Error('no such world');
  return found;
};

test('until all have answered, nobody else can tell whether a side has, nor what', async () => {
  for (const who of ['xenia', 'ben', 'ria'] as const) {
    const none = await seen(at(null), who);
    expect(none.includes('The new line')).toBe(who !== 'ria');
    expect(await seen(at('yes'), who)).toBe(none);
    expect(await seen(at('no'), who)).toBe(none);
  }
});

test('whoever says no learns nothing of what the other side said, and neither does the mediation; a commitment is all that differs', async () => {
  for (const answer of ['yes', 'no'] as const) await answered(at(answer), 'ben', 'no');
  const masked = (text: string): string => text.replace(/\b[0-9a-f]{64}\b/g, 'a commitment');
  for (const who of ['xenia', 'ben'] as const) {
    const [yes, no] = [await seen(at('yes'), who), await seen(at('no'), who)];
    expect(yes).toContain('There is no deal');
    expect(masked(no)).toBe(masked(yes));
  }
});

test('a sealed answer that the mediation could read is found by the comparison', async () => {
  const [sound, leaking] = [await world('no'), await world('no')];
  try {
    for (const table of ['entry', 'chain'])
      await leaking.parley.superuser(
        `update parley.${table} set audience = array_prepend(case_id::text || '/mediation', audience)
         where audience = array[case_id::text || '/clerk', case_id::text || '/party:upstream']`,
      );
    expect(await seen(leaking, 'ben')).toBe(await seen(sound, 'ben'));
    // Yusuf has not looked before, so that nothing of an earlier look is kept for him.
    expect(await seen(leaking, 'yusuf')).not.toBe(await seen(sound, 'yusuf'));
  } finally {
    await sound.parley.close();
    await leaking.parley.close();
  }
});

test('a commitment cannot be made good by another answer', async () => {
  const { people, question } = at('no');
  const file = JSON.parse((await people.ana.get(`${at('no').parley.base}/file.json`)).body) as {
    readonly entries: readonly Readonly<Record<string, unknown>>[];
  };
  const own = file.entries.find(({ kind }) => kind === 'sealedAnswer');
  const id = question.split('/').at(-1);
  const hashOf = (word: string): string =>
    createHash('sha256')
      .update(`${id} upstream ${word} ${String(own?.['salt'])}`)
      .digest('hex');
  expect(own?.['commitment']).toBe(hashOf('no'));
  expect(own?.['commitment']).not.toBe(hashOf('yes'));
});

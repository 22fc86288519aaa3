import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../support/stores.ts';
import { sideOf, threeParties, twoParties } from './cast.ts';
import { disclosure } from './disclosures.ts';
import { calm } from './elements.ts';
import { prepareGround, type Ground } from './ground.ts';
import { placed } from './histories.ts';
import type { Perspective } from './perspective.ts';
import type { History } from './steps.ts';
import { observedIn } from './two-worlds.ts';

const perspectives: readonly Perspective[] = [
  { name: 'a delegate', cast: twoParties, observer: 'ben' },
  { name: 'a delegate among three sides', cast: threeParties, observer: 'ben' },
  { name: 'a mediator with whom another institution shares', cast: twoParties, observer: 'yusuf' },
];

/** The same history, in which nothing is carried to the observer. */
const withoutCarrying = (history: History): History =>
  history.map((slot) =>
    slot.kind === 'open' && slot.step.act === 'carry' ? { kind: 'confided', told: [], changed: [], silent: [] } : slot,
  );

describe('where something is carried in one world alone', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await prepareGround(await storeKinds[0].open(), [twoParties, threeParties]);
  });
  afterAll(() => ground.opened.close());

  test.each(perspectives.map((perspective) => [perspective.name, perspective] as const))(
    '%s reads the carried copy, and nothing else is different',
    async (_name, perspective) => {
      let copies = 0;
      const disclosing = disclosure(perspective);
      if (disclosing === null) throw new Error('nothing can be carried here');
      const some = fc.array(calm(perspective), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(some, disclosing, some, async (before, carried, after) => {
          const history = placed([...before, carried, ...after]);
          const shown = documentsIn(await observedIn(ground, perspective, history, 'told'));
          const kept = documentsIn(await observedIn(ground, perspective, withoutCarrying(history), 'told'));
          const { entries, ...rest } = JSON.parse(shown.file) as { readonly entries: readonly Exported[] };
          const [own, other] = [entries.filter((entry) => !isCarried(entry)), entries.filter(isCarried)];
          copies += other.length;
          expect(kept.pages.size).toBeGreaterThan(2);
          expect(`${JSON.stringify({ ...rest, entries: own }, null, 2)}\n`).toBe(kept.file);
          for (const copy of other) expect(copy).toEqual(expectedOf(copy, history, perspective));
          for (const [address, page] of kept.pages)
            expect([address, shown.pages.get(address)]).toEqual([address, page]);
        }),
        { numRuns: 6, seed: 20310107, endOnFailure: true },
      );
      expect(copies).toBeGreaterThan(3);
    },
    120_000,
  );
});

interface Exported {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly by: unknown;
  readonly audience: readonly string[];
}

const isCarried = ({ kind }: Exported): boolean => kind === 'carried';

/** The observer's own file, and the pages that have nothing to do with what was carried, but for the marks of their forms and how many entries there are. */
function documentsIn(observed: readonly string[]): {
  readonly file: string;
  readonly pages: ReadonlyMap<string, string>;
} {
  const answers = observed.map((text) => ({
    address: text.split('\n', 1)[0]?.replace('GET ', '') ?? '',
    body: text.slice(text.indexOf('\n\n') + 2),
  }));
  const file = answers.findLast(({ address }) => address.endsWith('/file.json'))?.body ?? '';
  const unaffected = answers.filter(({ address }) =>
    /\/(agenda|meetings|people|rooms\/(joint|delegation\.\w+))$/.test(address),
  );
  const counted = (body: string): string =>
    body.replace(/ data-seen="\d+"/, '').replace(/(name="(?:seen|key)" value=)"[^"]*"/g, '$1');
  return { file, pages: new Map(unaffected.map(({ address, body }) => [address, counted(body)])) };
}

/** A copy as it must be: the terms that were carried, in the words that the mediator gave them, and nothing else of their source. */
function expectedOf({ id, at }: Exported, history: History, { cast }: Perspective): unknown {
  const [carry] = history.flatMap((slot) => (slot.kind === 'open' && slot.step.act === 'carry' ? [slot.step] : []));
  if (carry === undefined || !('slot' in carry.source) || carry.source.slot === 'here')
    throw new Error('nothing was carried');
  const slot = history[carry.source.slot];
  const source = slot?.kind === 'confided' ? slot.told[0] : undefined;
  if (source?.act !== 'propose') throw new Error('it was carried from nothing');
  const side = sideOf(cast, source.who) ?? '';
  const mediating = (cast.rooms.find(({ key }) => key === source.room)?.audience ?? []).filter(
    (seat) => !seat.startsWith('party:'),
  );
  return {
    id,
    at,
    by: { name: capital(carry.who), as: 'mediation' },
    audience: carry.to === 'mediation' ? ['mediation'] : [...mediating, carry.to],
    kind: 'carried',
    to: carry.to,
    from: carry.attribution === 'attributed' ? { key: side, name: capital(side) } : null,
    verdict: null,
    about: null,
    // In the order of the agenda, in which the side gave them.
    terms: agenda
      .filter((issue) => carry.issues.includes(issue))
      .map((issue) => {
        const answer = source.terms.find((term) => term.issue === issue)?.answer ?? 0;
        return { issue, issueName: capital(issue), ...answers[issue][answer], words: carry.words };
      }),
    covering: carry.covering,
    expires: source.expires ? '2031-01-07T09:01:00.000Z' : null,
  };
}

const agenda = ['border', 'water', 'prisoners'] as const;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The first two answers to each issue, as they are kept and as they read. */
const answers = {
  border: [
    { answer: 'old', answerWords: 'The old line' },
    { answer: 'new', answerWords: 'The new line' },
  ],
  water: [
    { answer: 0, answerWords: '0 percent' },
    { answer: 10, answerWords: '10 percent' },
  ],
  prisoners: [
    { answer: 'all', answerWords: 'All' },
    { answer: 'some', answerWords: 'Some' },
  ],
} as const;

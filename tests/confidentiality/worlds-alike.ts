import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoreKind } from '../support/stores.ts';
import { threeParties, twoParties } from './cast.ts';
import { prepareGround, type Ground } from './ground.ts';
import type { Perspective } from './perspective.ts';
import { compareWorlds, type Tally } from './two-worlds.ts';

/** Everybody from whom something is kept: what each may not know is confided in the histories, and what each is answered is compared. */
const perspectives = {
  ben: { name: 'a delegate, of what the other side confides', cast: twoParties, observer: 'ben' },
  ana: { name: 'a delegate of that side, of what this side confides', cast: twoParties, observer: 'ana' },
  yusuf: {
    name: 'a mediator, of what a side says alone and what another institution hears apart',
    cast: twoParties,
    observer: 'yusuf',
  },
  ria: { name: 'a reader, of the talks', cast: twoParties, observer: 'ria' },
  benAmongThree: {
    name: 'a delegate, of what two other sides confide and are carried',
    cast: threeParties,
    observer: 'ben',
  },
  cleo: { name: 'a delegate of a third side, of the two others', cast: threeParties, observer: 'cleo' },
  xenia: { name: 'a mediator among three sides', cast: threeParties, observer: 'xenia' },
  otto: { name: 'an institution that only observes, of the mediation', cast: threeParties, observer: 'otto' },
} as const satisfies Record<string, Perspective>;

/** More histories than a run of all tests has the time for: as many times as many, from another seed. */
const times = Number(process.env['PARLEY_HISTORIES'] ?? 1);
const seed = Number(process.env['PARLEY_SEED'] ?? 20310107);

/**
 * Compares the worlds of some histories on a store, as many for each perspective as are given. Every kind of thing must have happened in
 * them: both openly and in confidence, or where they are fewer, in one of the two ways.
 */
export function describeWorlds(
  kind: StoreKind,
  histories: Readonly<Record<keyof typeof perspectives, number>>,
  ways: 'both ways' | 'either way',
): void {
  describe.skipIf(!kind.here)(`on ${kind.name}, nothing that is confided changes anything that is answered to`, () => {
    const tally: Tally = new Map();
    let ground: Ground;
    beforeAll(async () => {
      ground = await prepareGround(await kind.open(), [twoParties, threeParties]);
    });
    afterAll(() => ground.opened.close());

    for (const [who, count] of Object.entries(histories)) {
      const perspective = perspectives[who as keyof typeof perspectives];
      test(
        perspective.name,
        async () => {
          const compared = await compareWorlds({ ground, perspective, histories: count * times, seed, tally });
          expect(compared.difference).toBeNull();
          expect(compared.histories).toBe(count * times);
        },
        240_000 * times,
      );
    }

    test('anybody, in histories in which every kind of thing happens', () => {
      const tried = [...tally].map(([what]) => what);
      const done = [...tally].filter(([, { done }]) => done > 0).map(([what]) => what);
      expect(tried).toEqual(expect.arrayContaining(['open forge', 'open reach']));
      const missing = [...open, ...confided].filter((what) => !done.includes(what));
      const another = (what: string): string =>
        what.startsWith('open') ? what.replace('open', 'confided') : what.replace('confided', 'open');
      expect(ways === 'both ways' ? missing : missing.filter((what) => !done.includes(another(what)))).toEqual([]);
    });
  });
}

const both = [
  'say',
  'position',
  'value',
  'keep',
  'propose',
  'revise',
  'withdraw',
  'answer',
  'carry',
  'putForward',
  'withdrawPut',
  'agenda',
  'change',
  'appoint',
  'look',
  'signIn',
];
const open = [...both, 'wander'].map((act) => `open ${act}`);
const confided = [...both, 'elsewhere'].map((act) => `confided ${act}`);

import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { pino } from 'pino';
import type { Replayed } from '../../src/domain/index.ts';
import {
  accountsForDemonstration,
  importCase,
  signInForDemonstration,
  signInLimits,
  type Store,
} from '../../src/store/index.ts';
import { builtAssets, createApp, type Context } from '../../src/web/index.ts';
import { Browser } from './browser.ts';
import { storeKinds } from './stores.ts';
import { talks, type TalksOptions } from './talks.ts';

export { Browser, type Filling, type Page } from './browser.ts';
export { talks, uuidOf, type TalksOptions } from './talks.ts';

/** A Parley for a test: the real application on a real store in memory, with a case in it and a clock that stands still until it is moved. */
export interface TestParley {
  readonly app: Hono;
  readonly store: Store;
  /** Runs SQL past every policy: for tests that plant a fault. */
  readonly superuser: (sql: string) => Promise<unknown>;
  readonly played: Replayed;
  /** The address of the case: `/cases/<id>`. */
  readonly base: string;
  readonly now: () => Date;
  /** Moves the clock on. */
  readonly later: (minutes: number) => void;
  /** A browser in which a person of the case is signed in, by the person's key: `xenia`, `ana`, `ben` … */
  readonly as: (person: string) => Promise<Browser>;
  /** A browser in which nobody is signed in. */
  readonly nobody: () => Browser;
  readonly close: () => Promise<void>;
}

/**
 * Opens a Parley with the talks of `talks(options)` in it (talks.ts says who takes part). Close it at the end.
 *
 *     const parley = await openParley();
 *     const ana = await parley.as('ana');
 *     const room = await ana.get(`${parley.base}/rooms/caucus.upstream`);
 *     const said = await ana.submit(room, { words: 'We could live with 20 percent.' });
 *     expect(said.text).toContain('20 percent');
 */
export async function openParley(
  options: TalksOptions & { readonly context?: Partial<Context> } = {},
): Promise<TestParley> {
  const { store, superuser, close } = await storeKinds[0].open();
  const played = talks(options);
  let time = new Date('2031-01-07T09:00:00Z');
  const seating = await accountsForDemonstration(store, played, time);
  await importCase(store, played, seating);
  const app = createApp({
    store,
    clock: () => time,
    newKey: () => randomUUID(),
    assets: builtAssets(),
    demonstration: false,
    publicUrl: null,
    limits: signInLimits,
    log: pino({ enabled: false }),
    ...options.context,
  });
  return {
    app,
    store,
    superuser,
    played,
    base: `/cases/${played.case}`,
    now: () => time,
    later: (minutes) => {
      time = new Date(time.getTime() + minutes * 60_000);
    },
    as: async (person) => {
      const account = seating.get(person);
      if (account === undefined) throw new Error(`nobody in these talks has the key ${person}`);
      return new Browser(app, { parley: await signInForDemonstration(store, account, 'a test', time) });
    },
    nobody: () => new Browser(app),
    close,
  };
}

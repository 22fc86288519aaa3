import type { Hono } from 'hono';
import type { Store } from '../../src/store/index.ts';
import type { Context } from '../../src/web/index.ts';
import type { Cast } from './cast.ts';
import type { Ground } from './ground.ts';

/** A fault planted around the application, to see that the comparison of worlds finds it. What is given as a function is planted anew in every world. */
export interface Plant {
  readonly name: string;
  /** Replaces pieces of the store. */
  readonly store?: (store: Store) => Store;
  /** Replaces pieces of what the pages have at hand. */
  readonly context?: () => Partial<Context>;
  /** Stands between the application and everybody who asks it. */
  readonly app?: (app: Hono, world: Surroundings) => Hono;
  /** Changes the database, and changes it back. */
  readonly sql?: { readonly plant: string; readonly remove: string };
}

/** What a plant can reach that nobody should. */
export interface Surroundings {
  readonly ground: Ground;
  readonly store: Store;
  readonly cast: Cast;
}

import { join } from 'node:path';
import { isStore, openStore, type Place, type Store } from '../store/index.ts';
import { refused } from './answer.ts';
import type { Exit } from './command.ts';
import type { Io } from './io.ts';

/** Where a command was told that the store is. */
export interface Told {
  readonly data: string;
  readonly json: boolean;
}

/** Where the store is: the PostgreSQL server of DATABASE_URL, or else the folder. Throws `NoAddress`. */
export function placeOf(data: string, env: Io['env']): Place {
  const url = env['DATABASE_URL'] ?? '';
  const ownerUrl = env['DATABASE_OWNER_URL'] ?? '';
  if (url === '') return { dir: data };
  if (!URL.canParse(url)) throw new NoAddress('DATABASE_URL');
  if (ownerUrl !== '' && !URL.canParse(ownerUrl)) throw new NoAddress('DATABASE_OWNER_URL');
  return ownerUrl === '' ? { url } : { url, ownerUrl };
}

/** What the environment gives for an address is none. */
export class NoAddress extends Error {
  override readonly name = 'NoAddress';
  constructor(variable: string) {
    super(`${variable} is no address; it looks like postgres://name@host/database.`);
  }
}

/** Where the demonstration is: a folder of its own inside the folder, so that it never meets anything real. */
export const demonstrationPlace = (data: string): Place => ({ dir: join(data, 'demo') });

/** Works on a store, made if there is none, and closes it whatever comes. */
export async function withStore(told: Told, io: Io, work: (store: Store) => Promise<Exit>): Promise<Exit> {
  const store = await openStore(placeOf(told.data, io.env));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Works on a store that is there already, so that a folder mistyped is refused and not made. */
export async function withExistingStore(told: Told, io: Io, work: (store: Store) => Promise<Exit>): Promise<Exit> {
  const place = placeOf(told.data, io.env);
  if ('dir' in place && !isStore(place.dir))
    return refused(
      io,
      told.json,
      `There is no store in ${place.dir}. Name its folder with --data, or make one with parley serve or parley case new.`,
    );
  return withStore(told, io, work);
}

import { keyFor } from '../cases/keys.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** The key of something new by its name. A name that is there already gives the key that it has, which the domain then refuses as the same thing twice. */
export const keyAmong = (there: readonly Named[], name: string, what: string): string =>
  there.find((one) => one.name.toLowerCase() === name.toLowerCase())?.key ??
  keyFor(
    name,
    what,
    there.map(({ key }) => key),
  );

import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { asAccounts } from './as-viewer.ts';
import { attempt, signInLimits, succeeded } from './attempts.ts';
import { codeStep, useCode } from './codes.ts';
import type { Store } from './database.ts';
import { startSession } from './sessions.ts';
import { tokenHash } from './token.ts';

export interface SignIn {
  readonly name: string;
  readonly password: string;
  readonly code: string;
  /** The network that the request comes from, as text. */
  readonly network: string;
  readonly device: string;
  readonly now: Date;
}

/** The sign-in that was given is wrong, without saying which part; or there were too many wrong ones from here for this name. */
export type SignInRefusal = { readonly refused: 'wrong' } | { readonly refused: 'tooMany'; readonly minutes: number };

// Compared with when there is no such account, so that it takes as long.
const nobody = hash('nobody has this password');

/**
 * Signs in by name, password and, where the account has one, a time-based code. Counts are kept for each name by itself, so that no
 * attempt on one account can be felt by another, not even from the same network; a network that the account has signed in from before
 * is not shut out by attempts made elsewhere.
 */
export async function signIn(
  store: Store,
  { name, password, code, network, device, now }: SignIn,
  limits = signInLimits,
): Promise<{ readonly token: string } | SignInRefusal> {
  const account = tokenHash(foldName(name));
  const { tried, row } = await asAccounts(store.connection, 'write', async (tx) => ({
    tried: await attempt(tx, account, tokenHash(`${account} ${network}`), now, limits),
    row: await tx
      .selectFrom('account')
      .select(['id', 'password', 'totp'])
      .where('sign_in_name', '=', foldName(name))
      .executeTakeFirst(),
  }));
  if (tried === null) return { refused: 'tooMany', minutes: limits.minutes };
  const matches = await verify(row?.password ?? (await nobody), password);
  if (row === undefined || row.password === null || !matches) return { refused: 'wrong' };
  const step = row.totp === null ? null : codeStep(row.totp, code, now);
  return asAccounts(store.connection, 'write', async (tx) => {
    if (row.totp !== null && (step === null || !(await useCode(tx, row.id, step)))) return { refused: 'wrong' };
    await succeeded(tx, tried);
    return { token: await startSession(tx, row.id, device, now) };
  });
}

/** The password as it is kept: argon2id with the library's defaults (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Names are compared without regard to case, width or surrounding space. */
export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** A sign-in name for a person: the name as typed with five characters of chance, so that no choice of a name tells of another's. */
export function newSignInName(displayName: string): string {
  const plain =
    foldName(displayName)
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.+|\.+$/g, '')
      .slice(0, 24) || 'person';
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return `${plain}-${Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')}`;
}

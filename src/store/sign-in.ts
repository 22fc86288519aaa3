import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { asAccounts, type Tx } from './as-viewer.ts';
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

/** How many wrong sign-ins are borne: for one name from one network, and for one name from all networks that it never signed in from. */
export interface SignInLimits {
  readonly perNetwork: number;
  readonly perAccount: number;
  readonly minutes: number;
}
export const signInLimits: SignInLimits = { perNetwork: 8, perAccount: 60, minutes: 15 };

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
  const from = tokenHash(`${account} ${network}`);
  const found = await asAccounts(store.connection, 'read', async (tx) => ({
    tooMany: await tooMany(tx, account, from, now, limits),
    row: await tx
      .selectFrom('account')
      .select(['id', 'password', 'totp', 'totp_used'])
      .where('sign_in_name', '=', foldName(name))
      .executeTakeFirst(),
  }));
  if (found.tooMany) return { refused: 'tooMany', minutes: limits.minutes };
  const { row } = found;
  const matches = await verify(row?.password ?? (await nobody), password);
  const step = row?.totp == null ? 0 : codeStep(row.totp, code, now);
  return asAccounts(store.connection, 'write', async (tx) => {
    const fresh = row?.totp == null || (step !== null && (await useCode(tx, row.id, step)));
    const right = row !== undefined && row.password !== null && matches && fresh;
    await tx.insertInto('attempt').values({ account, network: from, at: now, success: right }).execute();
    await tx
      .deleteFrom('attempt')
      .where('account', '=', account)
      .where('success', '=', false)
      .where('at', '<', minutesBefore(now, 24 * 60))
      .execute();
    return right ? { token: await startSession(tx, row.id, device, now) } : { refused: 'wrong' as const };
  });
}

/** The password as it is kept: argon2id with the library's defaults (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Names are compared without regard to case, width or surrounding space. */
export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** A sign-in name for a person: the name as typed with four characters of chance, so that no choice of a name tells of another's. */
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

/** A fresh secret for time-based codes, in the form that authenticator apps take. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads from a QR code. */
export const totpAddress = (secret: string, signInName: string): string => totpOf(secret, signInName).toString();

/** Turns time-based codes on, once the person has shown a right one; off with null. Whether it was done. */
export async function setTotp(
  store: Store,
  accountId: string,
  secret: string | null,
  code: string,
  now: Date,
): Promise<boolean> {
  if (secret !== null && codeStep(secret, code, now) === null) return false;
  await asAccounts(store.connection, 'write', (tx) =>
    tx.updateTable('account').set({ totp: secret, totp_used: null }).where('id', '=', accountId).execute(),
  );
  return true;
}

/** Changes the password, given the present one; every other session ends. Whether it was done. */
export async function changePassword(store: Store, accountId: string, present: string, next: string): Promise<boolean> {
  const row = await asAccounts(store.connection, 'read', (tx) =>
    tx.selectFrom('account').select('password').where('id', '=', accountId).executeTakeFirst(),
  );
  if (row?.password == null || !(await verify(row.password, present))) return false;
  const password = await hashPassword(next);
  await asAccounts(store.connection, 'write', async (tx) => {
    await tx.updateTable('account').set({ password }).where('id', '=', accountId).execute();
    await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
  });
  return true;
}

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Parley', label, secret: Secret.fromBase32(secret) });

/** The time step of a right code, one step early or late allowed; null for a wrong one. */
function codeStep(secret: string, code: string, now: Date): number | null {
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / totp.period) + delta;
}

/** Uses a code's step up; false when it, or a later one, was used before. */
async function useCode(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ totp_used: step })
    .where('id', '=', accountId)
    .where((where) => where.or([where('totp_used', 'is', null), where('totp_used', '<', String(step))]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function tooMany(tx: Tx, account: string, from: string, now: Date, limits: SignInLimits): Promise<boolean> {
  const attempts = await tx
    .selectFrom('attempt')
    .select(['network', 'success', 'at'])
    .where('account', '=', account)
    .execute();
  const recent = attempts.filter(({ success, at }) => !success && at > minutesBefore(now, limits.minutes));
  if (recent.filter(({ network }) => network === from).length >= limits.perNetwork) return true;
  const known = new Set(attempts.filter(({ success }) => success).map(({ network }) => network));
  return !known.has(from) && recent.filter(({ network }) => !known.has(network)).length >= limits.perAccount;
}

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

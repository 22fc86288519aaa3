import { verify } from '@node-rs/argon2';
import { asAccounts } from './as-viewer.ts';
import { attempt, signInLimits, succeeded } from './attempts.ts';
import { codeStep, useCode } from './codes.ts';
import type { Store } from './database.ts';
import { hashPassword } from './sign-in.ts';
import { tokenHash } from './token.ts';

/**
 * Turns time-based codes on, or off with null, once the person has shown a right one: of the new secret, or of the present one. Whether it
 * was done; wrong ones are counted, so that whoever has a stolen session cannot guess.
 */
export const setTotp = (
  store: Store,
  accountId: string,
  secret: string | null,
  code: string,
  now: Date,
): Promise<boolean> =>
  asAccounts(store.connection, 'write', async (tx) => {
    const tried = await attempt(tx, withinAccount(accountId), '', now, signInLimits);
    const row = await tx.selectFrom('account').select('totp').where('id', '=', accountId).executeTakeFirst();
    // A secret in use is turned off before another can be set.
    if (tried === null || row === undefined || (row.totp === null) === (secret === null)) return false;
    const step = codeStep(secret ?? row.totp ?? '', code, now);
    if (step === null || (secret === null && !(await useCode(tx, accountId, step)))) return false;
    await tx.updateTable('account').set({ totp: secret, totp_used: null }).where('id', '=', accountId).execute();
    await succeeded(tx, tried);
    return true;
  });

/** Changes the password, given the present one; every session of the account ends. Whether it was done; wrong ones are counted. */
export async function changePassword(
  store: Store,
  accountId: string,
  present: string,
  next: string,
  now: Date,
): Promise<boolean> {
  const { tried, row } = await asAccounts(store.connection, 'write', async (tx) => ({
    tried: await attempt(tx, withinAccount(accountId), '', now, signInLimits),
    row: await tx.selectFrom('account').select('password').where('id', '=', accountId).executeTakeFirst(),
  }));
  if (tried === null || row?.password == null || !(await verify(row.password, present))) return false;
  const password = await hashPassword(next);
  await asAccounts(store.connection, 'write', async (tx) => {
    await succeeded(tx, tried);
    await tx.updateTable('account').set({ password }).where('id', '=', accountId).execute();
    await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
  });
  return true;
}

/** Under what guesses within an account are counted, apart from those at its door. */
const withinAccount = (accountId: string): string => tokenHash(`within ${accountId}`);

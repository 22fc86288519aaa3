import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './as-viewer.ts';

/** How many wrong attempts are borne: for one account from one network, and for one account from all networks that it never signed in from. */
export interface SignInLimits {
  readonly perNetwork: number;
  readonly perAccount: number;
  readonly minutes: number;
}
export const signInLimits: SignInLimits = { perNetwork: 8, perAccount: 60, minutes: 15 };

/**
 * Notes an attempt, as a failure until it turns out right, and gives its id; null when there were too many. Attempts on one account are
 * counted in turn, so that many at once are no way around the limit. The transaction must be on accounts.
 */
export async function attempt(
  tx: Tx,
  account: string,
  network: string,
  now: Date,
  limits: SignInLimits,
): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${account}, 0))`.execute(tx);
  const before = await tx
    .selectFrom('attempt')
    .select(['network', 'success', 'at'])
    .where('account', '=', account)
    .execute();
  const recent = before.filter(({ success, at }) => !success && at > minutesBefore(now, limits.minutes));
  const known = new Set(before.filter(({ success }) => success).map((one) => one.network));
  const elsewhere = recent.filter((one) => !known.has(one.network)).length;
  const here = recent.filter((one) => one.network === network).length;
  if (here >= limits.perNetwork || (!known.has(network) && elsewhere >= limits.perAccount)) return null;
  await tx
    .deleteFrom('attempt')
    .where('account', '=', account)
    .where('success', '=', false)
    .where('at', '<', minutesBefore(now, 24 * 60))
    .execute();
  const id = randomUUID();
  await tx.insertInto('attempt').values({ id, account, network, at: now, success: false }).execute();
  return id;
}

/** Notes that an attempt was right. The transaction must be on accounts. */
export const succeeded = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.updateTable('attempt').set({ success: true }).where('id', '=', id).execute());

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

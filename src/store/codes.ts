import { Secret, TOTP } from 'otpauth';
import type { Tx } from './as-viewer.ts';

/** A fresh secret for time-based codes, in the form that authenticator apps take. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads from a QR code. */
export const totpAddress = (secret: string, signInName: string): string => totpOf(secret, signInName).toString();

/** The time step of a right code, one step early or late allowed; null for a wrong one. */
export function codeStep(secret: string, code: string, now: Date): number | null {
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / totp.period) + delta;
}

/** Uses a code's step up; false when it, or a later one, was used before. The transaction must be on accounts. */
export async function useCode(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ totp_used: step })
    .where('id', '=', accountId)
    .where((where) => where.or([where('totp_used', 'is', null), where('totp_used', '<', String(step))]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Parley', label, secret: Secret.fromBase32(secret) });

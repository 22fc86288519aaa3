import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret for a link or a cookie: 256 random bits as text for addresses. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret, so that reading the database does not give it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A case's id from the person and the form that open it, so that a retry finds the same case. */
export function idFrom(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

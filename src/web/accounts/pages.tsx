import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** Signing in, invitations, the account. */
export function accountPages(_app: Hono, _context: Context): void {}

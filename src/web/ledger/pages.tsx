import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** The ledger of disclosures. */
export function ledgerPages(_app: Hono, _context: Context): void {}

import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** The list of cases, and opening a new one. */
export function casesPages(_app: Hono, _context: Context): void {}

import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** The people of a case. */
export function peoplePages(_app: Hono, _context: Context): void {}

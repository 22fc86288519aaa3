import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** Carrying: choose, preview, confirm. */
export function carryingPages(_app: Hono, _context: Context): void {}

import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** Proposals, positions and answers. */
export function proposalPages(_app: Hono, _context: Context): void {}

import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** Meetings. */
export function meetingPages(_app: Hono, _context: Context): void {}

import type { Hono } from 'hono';
import type { Context } from '../context.ts';

/** The agenda of a case. */
export function agendaPages(_app: Hono, _context: Context): void {}

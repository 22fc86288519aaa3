import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { carryForm } from './carry-form.tsx';
import { putForwardForm } from './put-forward.tsx';
import { withdrawCarriedForm } from './withdraw.tsx';

/** Carrying: choose, preview, confirm; the mediation's own proposals; and taking back what was put to a side. */
export function carryingPages(app: Hono, context: Context): void {
  carryForm(app, context);
  putForwardForm(app, context);
  withdrawCarriedForm(app, context);
}

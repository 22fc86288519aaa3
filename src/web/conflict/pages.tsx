import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { conflictForm, reviseConflictForm } from './form.tsx';
import { conflictList } from './list.tsx';
import { reportPage } from './report-page.tsx';

/** Conflicts as graph models, for those who mediate: set up, revised, and read in plain language with the tables under it. */
export function conflictPages(app: Hono, context: Context): void {
  conflictList(app, context);
  conflictForm(app, context);
  reviseConflictForm(app, context);
  reportPage(app, context);
}

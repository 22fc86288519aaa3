import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { divisionPage } from './division-page.tsx';
import { divisionForm, reviseDivisionForm } from './form.tsx';
import { divisionList } from './list.tsx';

/** Items divided between two sides by their points, for those who mediate. */
export function divisionPages(app: Hono, context: Context): void {
  divisionList(app, context);
  divisionForm(app, context);
  reviseDivisionForm(app, context);
  divisionPage(app, context);
}

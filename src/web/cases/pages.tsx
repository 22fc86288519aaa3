import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { caseFromFile } from './from-file.tsx';
import { caseList } from './list.tsx';
import { newCase } from './new-case.tsx';
import { ownFile } from './own-file.ts';

/** The list of cases, opening a new one, and taking one's own file away. */
export function casesPages(app: Hono, context: Context): void {
  caseList(app, context);
  newCase(app, context);
  caseFromFile(app, context);
  ownFile(app, context);
}

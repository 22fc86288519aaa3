import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { accountForm } from './account-form.tsx';
import { obstacleForm, reviseObstacleForm } from './obstacle-form.tsx';
import { obstacleList } from './list.tsx';

/** What stands in the way: detected and entered, with each side's account. */
export function obstaclePages(app: Hono, context: Context): void {
  obstacleList(app, context);
  obstacleForm(app, context);
  reviseObstacleForm(app, context);
  accountForm(app, context);
}

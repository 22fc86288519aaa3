import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { buildPage } from './build-page.tsx';
import { comparePage } from './compare-page.tsx';
import { frontierPage } from './frontier-page.tsx';
import { packageList } from './list-page.tsx';

/** What could be tried: suggested packages, one built by hand, several side by side, and all that is efficient. */
export function packagesPages(app: Hono, context: Context): void {
  packageList(app, context);
  buildPage(app, context);
  comparePage(app, context);
  frontierPage(app, context);
}

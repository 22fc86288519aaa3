import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { preferencesForm } from './form.tsx';
import { preferencesList } from './list.tsx';

/** What each side values, in points: its own words, or estimates of those who mediate. */
export function preferencesPages(app: Hono, context: Context): void {
  preferencesList(app, context);
  preferencesForm(app, context);
}

import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { endPages } from './end.tsx';
import { invitePages } from './invite.tsx';
import { peopleList } from './list.tsx';

/** The people of a case: who takes part, inviting them, and ending an appointment. */
export function peoplePages(app: Hono, context: Context): void {
  peopleList(app, context);
  invitePages(app, context);
  endPages(app, context);
}

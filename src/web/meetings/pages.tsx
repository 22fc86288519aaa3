import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { callForm } from './call-form.tsx';
import { changeForm } from './change-form.tsx';
import { delegationForm } from './delegation-form.tsx';
import { meetingList } from './list.tsx';

/** Meetings and delegations: the list of those one may know of, and the forms of those who call meetings. */
export function meetingPages(app: Hono, context: Context): void {
  for (const pages of [meetingList, callForm, delegationForm, changeForm]) pages(app, context);
}

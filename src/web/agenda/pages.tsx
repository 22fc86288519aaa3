import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { agendaPage } from './agenda-page.tsx';
import { deadlineForm } from './deadline-form.tsx';
import { issueForm } from './issue-form.tsx';
import { placeForm } from './place-form.tsx';
import { reportForm } from './report-form.tsx';
import { closeRoundForm, openRoundForm } from './round-form.tsx';
import { rulesForm } from './rules-form.tsx';

/** The agenda: what the case is about, what is to be settled, by when, where; and the forms of those who keep it. */
export function agendaPages(app: Hono, context: Context): void {
  for (const pages of [
    agendaPage,
    issueForm,
    deadlineForm,
    openRoundForm,
    closeRoundForm,
    placeForm,
    reportForm,
    rulesForm,
  ])
    pages(app, context);
}

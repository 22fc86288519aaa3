import type { Hono } from 'hono';
import { casePage } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { answerForm } from './answer-form.tsx';
import { Proposals } from './list.tsx';
import { positionForm } from './position-form.tsx';
import { proposalForms } from './proposal-form.tsx';
import { proposalPage } from './proposal-page.tsx';
import { withdrawForm } from './withdraw.tsx';

/** Proposals, positions and answers. */
export function proposalPages(app: Hono, context: Context): void {
  casePage(app, context, '/proposals', (view) => <Proposals view={view} />);
  proposalForms(app, context);
  withdrawForm(app, context);
  positionForm(app, context);
  answerForm(app, context);
  casePage(app, context, '/proposals/:id', (view, request) => proposalPage(view, request.req.param('id') ?? ''));
}

import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { answerPage } from './answer-page.tsx';
import { askForm } from './ask-form.tsx';
import { sealedList } from './list.tsx';

/** Proposals that several sides answer in private, opened only when all have. */
export function sealedPages(app: Hono, context: Context): void {
  sealedList(app, context);
  askForm(app, context);
  answerPage(app, context);
}

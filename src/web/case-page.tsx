import { randomUUID } from 'node:crypto';
import type { Context as Request, Hono } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import {
  instant,
  isRefusal,
  staleness,
  type Actor,
  type CaseFile,
  type CaseId,
  type Decision,
  type EntryId,
  type Instant,
  type Making,
} from '../domain/index.ts';
import { act, Trouble, visitCase, type Account, type Done } from '../store/index.ts';
import type { Context } from './context.ts';
import { Form, isProblem, problemOf, problemOfTrouble, readForm, type Problem } from './form.ts';
import { notFound } from './not-found.tsx';
import { sessionToken } from './session.ts';

/** What a page of a case shows from: who looks, as what, all that they may know, and when. */
export interface View {
  readonly account: Account;
  readonly actor: Actor;
  readonly file: CaseFile;
  readonly now: Instant;
  readonly context: Context;
  /** The key under which a form on this page will be recorded once. */
  readonly key: string;
  /** The address of the case: `/cases/<id>`. */
  readonly base: string;
}

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of a case at `/cases/:case` + path. Null where there is nothing: the same answer as for a case that is not there. */
export function casePage(
  app: Hono,
  context: Context,
  path: string,
  page: (view: View, request: Request) => Html | Response | null | Promise<Html | Response | null>,
): void {
  app.get(`/cases/:case${path}`, async (request) => {
    const view = await viewOf(context, request);
    if (view instanceof Response) return view;
    const shown = await page(view, request);
    if (shown === null) return notFound(request);
    return shown instanceof Response ? shown : request.html(shown);
  });
}

/** A form of a case: its page, how what was typed is read, what the domain decides, and where the person goes afterwards. */
export interface CaseForm<Input> {
  readonly path: string;
  /** The page with the form as typed so far, and what is wrong with it. Null where there is nothing to show. */
  readonly page: (
    view: View,
    form: Form,
    problem: Problem | null,
    request: Request,
  ) => Html | null | Promise<Html | null>;
  /** What was typed, read into what the domain takes, or what is wrong with it. */
  readonly read: (form: Form, view: View, request: Request) => Input | Problem;
  /** The entries that the act works on: if any of them changed since the page was opened, nothing is done and the change is shown. */
  readonly about?: (input: Input) => readonly EntryId[];
  /** Whether the form as sent asks only for a preview: it is decided on the viewer's own file, nothing is recorded, and the page is shown again. */
  readonly previews?: (form: Form) => boolean;
  readonly decide: (file: CaseFile, actor: Actor, input: Input, make: Making) => Decision;
  /** Where to go when it is done; or a page to show at once, for what can be shown only once. */
  readonly done: (view: View, input: Input, done: Done, request: Request) => string | Html | Promise<string | Html>;
}

/** Serves a form of a case: its page by GET, and by POST the act, then a redirection. A refusal shows the page again with all that was typed. */
export function caseForm<Input extends object>(app: Hono, context: Context, spec: CaseForm<Input>): void {
  casePage(app, context, spec.path, (view, request) => spec.page(view, new Form(queryOf(request)), null, request));
  app.post(`/cases/:case${spec.path}`, async (request) => {
    const view = await viewOf(context, request);
    if (view instanceof Response) return view;
    const form = await readForm(request);
    const again = async (problem: Problem | null): Promise<Response> => {
      const page = await spec.page(view, form, problem, request);
      return page === null ? notFound(request) : request.html(page, problem?.status ?? 200);
    };
    const input = spec.read(form, view, request);
    if (isProblem(input)) return again(input);
    const about = spec.about?.(input) ?? [];
    const seen = form.text('seen');
    const decide = (file: CaseFile, actor: Actor, make: Making): Decision =>
      staleness(file, seen, about) ?? spec.decide(file, actor, input, make);
    if (spec.previews?.(form) === true) {
      const previewed = decide(view.file, view.actor, throwaway(view));
      return again(isRefusal(previewed) ? problemOf(previewed) : null);
    }
    const outcome = await act(
      context.store,
      {
        token: sessionToken(context, request),
        caseId: view.file.case,
        key: form.text('key') || view.key,
        digest: `${spec.path} ${request.req.path} ${form.digest}`,
        now: context.clock(),
        ...(context.newId && { newId: context.newId }),
      },
      decide,
    ).catch(troubleOf);
    if (outcome instanceof Trouble) {
      context.log.error({ reason: outcome.reason }, outcome.message);
      return again(problemOfTrouble(outcome));
    }
    if (outcome === null) return notFound(request);
    if (isRefusal(outcome)) return again(problemOf(outcome));
    const next = await spec.done(view, input, outcome, request);
    return typeof next === 'string' ? request.redirect(next, 303) : request.html(next);
  });
}

/** What a decision that is only to be looked at is made with: the view's own time, and ids that nothing will have. */
export const throwaway = (view: View): Making => ({ at: view.now, id: () => randomUUID() as EntryId });

/** The view of the request's case, or the answer to give instead: to sign in, or that nothing is there. */
export async function viewOf(context: Context, request: Request): Promise<View | Response> {
  const token = sessionToken(context, request);
  const now = context.clock();
  const id = request.req.param('case') ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return notFound(request);
  const visit = await visitCase(context.store, { token, now }, id as CaseId);
  if (visit === null) return request.redirect(`/sign-in?next=${encodeURIComponent(request.req.path)}`, 303);
  const { account, actor, file } = visit;
  if (actor === null || file === null) return notFound(request);
  return { account, actor, file, now: instant(now), context, key: context.newKey(token), base: `/cases/${id}` };
}

/** The store's trouble as a value, since the page shows it; anything else is a fault and goes on. */
function troubleOf(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  throw error;
}

function queryOf(request: Request): [string, string][] {
  return Object.entries(request.req.queries()).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

import type { Hono } from 'hono';
import { look } from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { FormMarks, ProblemNote } from '../fields.tsx';
import type { Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { AwaitingYou } from './awaiting.tsx';
import { Clock } from './clock.tsx';
import { Next } from './next.tsx';
import { SinceYouLooked } from './since.tsx';
import { WhereTheyStand } from './standing.tsx';

/** The case at a glance: the clock, what awaits me, what came since I looked, where they stand, what comes next. */
export function glancePages(app: Hono, context: Context): void {
  caseForm<Record<string, never>>(app, context, {
    path: '',
    page: (view, _form, problem) => <Glance view={view} problem={problem} />,
    read: () => ({}),
    decide: (file, actor, _input, make) => look(file, actor, make),
    done: (view) => view.base,
  });
}

const Glance = ({ view, problem }: { readonly view: View; readonly problem: Problem | null }) => (
  <CasePage view={view} title="At a glance" here="">
    <h1 class="unseen">The case at a glance</h1>
    <ProblemNote problem={problem} view={view} />
    <Clock view={view} />
    <AwaitingYou view={view} />
    <SinceYouLooked
      view={view}
      mark={
        <form method="post" action={view.base}>
          <FormMarks view={view} />
          <button class="quiet">Mark all as seen</button>
        </form>
      }
    />
    <WhereTheyStand view={view} />
    <Next view={view} />
  </CasePage>
);

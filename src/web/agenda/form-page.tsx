import type { Child, FC } from 'hono/jsx';
import type { View } from '../case-page.tsx';
import { FormMarks, ProblemNote, Send } from '../fields.tsx';
import type { Form, Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';

/** What the page of a form is shown from. */
export interface FormProps {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
}

interface FormPageProps extends FormProps {
  readonly title: string;
  /** Which of the case's pages it belongs to. */
  readonly here: '/agenda' | '/meetings' | '/obstacles' | '/preferences' | '/conflict' | '/division';
  /** Where it is sent, under the case. */
  readonly action: string;
  /** What it is for, before the form. */
  readonly lead: Child;
  readonly readBy: string;
  readonly send: string;
  readonly children?: Child;
}

/** The pages that the table leads to: in the way to the other pages it is the table that is marked. */
const ofTheTable: readonly string[] = ['/obstacles', '/preferences', '/conflict', '/division'];

/** A page that is one form: what it is for, its fields, its button with who will read what is sent, and the way back. */
export const FormPage: FC<FormPageProps> = ({
  view,
  form,
  problem,
  title,
  here,
  action,
  lead,
  readBy,
  send,
  children,
}) => (
  <CasePage view={view} title={title} here={ofTheTable.includes(here) ? '/table' : here}>
    <h1>
      <bdi>{title}</bdi>
    </h1>
    <p>{lead}</p>
    <ProblemNote problem={problem} view={view} />
    <form method="post" action={`${view.base}${action}#problem`}>
      <FormMarks view={view} form={form} />
      {children}
      <Send readBy={readBy}>{send}</Send>
    </form>
    <p>
      <a href={`${view.base}${here}`}>Back, without sending anything</a>
    </p>
  </CasePage>
);

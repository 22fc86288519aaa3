import {
  canonical,
  isRefusal,
  refuse,
  type Decision,
  type Draft,
  type EntryId,
  type Making,
} from '../../domain/index.ts';
import { tokenHash } from '../../store/index.ts';
import { throwaway, type View } from '../case-page.tsx';
import { isProblem, type Form, type Problem } from '../form.ts';

/** What a form of two steps asks for; and the digest of the preview that it confirms, or null where it asks for the preview. */
export interface Stepped<Input> {
  readonly input: Input;
  readonly previewed: string | null;
}

/** What would be recorded, to be looked at before it is, and its digest: the same digest, the same copies, notes and receipts. */
export interface Preview {
  readonly drafts: readonly Draft[];
  readonly digest: string;
}

/** Whether a form of two steps asks for its preview; all but a confirmation do. */
export const asksForPreview = (form: Form): boolean => form.text('step') !== 'confirm';

/** The digest of the preview that a form confirms, or null where it asks for the preview. */
export const previewedIn = (form: Form): string | null => (asksForPreview(form) ? null : form.text('previewed'));

/** Decides, and refuses to record what is not exactly what was previewed. */
export function asPreviewed(previewed: string | null, decide: (make: Making) => Decision, make: Making): Decision {
  const decision = decide(make);
  if (isRefusal(decision) || previewed === null || previewed === digestOf(decide, make)) return decision;
  return refuse('stale', 'what would be sent is not what was previewed');
}

/** What a form would record, on the viewer's own file; null where it would record nothing. */
export function previewOf<Input>(
  view: View,
  asked: Stepped<Input> | Problem,
  decide: (input: Input, make: Making) => Decision,
): Preview | null {
  if (isProblem(asked)) return null;
  const decision = decide(asked.input, throwaway(view));
  return isRefusal(decision)
    ? null
    : { drafts: decision.drafts, digest: digestOf((make) => decide(asked.input, make), throwaway(view)) };
}

/** The digest of everything that a decision would record, but for the ids, which are fresh each time. */
function digestOf(decide: (make: Making) => Decision, { at }: Making): string {
  const decision = decide({ at, id: () => 'previewed' as EntryId });
  return isRefusal(decision) ? '' : tokenHash(canonical(decision.drafts));
}

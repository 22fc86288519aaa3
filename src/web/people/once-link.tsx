import type { Context as Request } from 'hono';
import type { View } from '../case-page.tsx';
import { CasePage } from '../shell.tsx';

interface Props {
  readonly view: View;
  readonly name: string;
  readonly role: string;
  readonly token: string;
  readonly request: Request;
}

/** The one-time link of an invitation, shown this once; only its digest is kept. */
export const OnceLink = ({ view, name, role, token, request }: Props) => {
  const site = view.context.publicUrl ?? new URL(request.req.url);
  return (
    <CasePage view={view} title="A link" here="/people">
      <h1>
        A link for <bdi>{name}</bdi>
      </h1>
      <p>
        <bdi>{name}</bdi> is appointed as <bdi>{role}</bdi>.
      </p>
      <p class="once-link">
        <code>{new URL(`/invitation/${token}`, site.origin).href}</code>
      </p>
      <p>
        <strong>Copy it now: it is shown only this once.</strong> Give it to <bdi>{name}</bdi> by a way that nobody else
        reads, and by no message that passes through the other side. Whoever opens it first takes this place. It works
        once, for seven days; if it is lost, make a new one on the page of the people, which ends this one.
      </p>
      <p>
        <a href={`${view.base}/people`}>I have copied it: back to the people</a>
      </p>
    </CasePage>
  );
};

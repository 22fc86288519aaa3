import type { Hono } from 'hono';
import {
  awaiting,
  deadlinesAfter,
  instant,
  openingOf,
  type Actor,
  type CaseFile,
  type Instant,
} from '../../domain/index.ts';
import { holdingsOf, visitCase } from '../../store/index.ts';
import { signedIn } from '../accounts/signed-in.ts';
import type { Context } from '../context.ts';
import { sessionToken } from '../session.ts';
import { Plain, roleInWords } from '../shell.tsx';
import { Time, timeLeft } from '../times.tsx';

/** The cases that a person takes part in, each from the person's own file of it. */
export function caseList(app: Hono, context: Context): void {
  app.get('/cases', async (request) => {
    const account = await signedIn(context, request);
    if (account instanceof Response) return account;
    const now = context.clock();
    const own: OwnCase[] = [];
    for (const { caseId } of await holdingsOf(context.store, account.id)) {
      const visit = await visitCase(context.store, { token: sessionToken(context, request), now }, caseId);
      if (visit?.file != null && visit.actor !== null) own.push({ file: visit.file, actor: visit.actor });
    }
    own.sort(
      (a, b) => new Intl.Collator('en').compare(nameOf(a.file), nameOf(b.file)) || (a.file.case < b.file.case ? -1 : 1),
    );
    return request.html(
      <Plain title="Cases" account={account} demonstration={context.demonstration}>
        <h1>Your cases</h1>
        {own.length === 0 && (
          <p class="empty">
            The cases that you take part in appear here.{' '}
            {account.mayOpenCases
              ? 'Open one below'
              : 'Whoever mediates a case can invite you to it by a one-time link'}
            ; nobody sees a case by any other way.
          </p>
        )}
        {own.length > 0 && (
          <ul class="cases">
            {own.map((one) => (
              <Line one={one} now={instant(now)} />
            ))}
          </ul>
        )}
        {account.mayOpenCases && (
          <p class="acts">
            <a href="/cases/new">Open a new case</a>
          </p>
        )}
      </Plain>,
    );
  });
}

interface OwnCase {
  readonly file: CaseFile;
  readonly actor: Actor;
}

const nameOf = (file: CaseFile): string => openingOf(file)?.name ?? 'A case';

const Line = ({ one: { file, actor }, now }: { readonly one: OwnCase; readonly now: Instant }) => {
  const [next] = deadlinesAfter(file, now);
  const waiting = awaiting(file, actor, now).length;
  return (
    <li>
      <a href={`/cases/${file.case}`}>
        <bdi>{nameOf(file)}</bdi>
      </a>
      <p class="hint">
        You are <bdi>{roleInWords(file, actor)}</bdi>.
      </p>
      <p>
        {waiting === 0 ? 'Nothing awaits you' : waiting === 1 ? 'One thing awaits you' : `${waiting} things await you`}.{' '}
        {next === undefined ? (
          'No deadline lies ahead.'
        ) : (
          <>
            Next deadline: <bdi>{next.fact.name}</bdi>, <Time at={next.fact.falls} file={file} />, in{' '}
            {timeLeft(now, next.fact.falls)}.
          </>
        )}
      </p>
      <p class="hint">
        All that you may know of it, to keep: <a href={`/cases/${file.case}/file.yaml`}>YAML</a>,{' '}
        <a href={`/cases/${file.case}/file.json`}>JSON</a>
      </p>
    </li>
  );
};

import type { Hono } from 'hono';
import { institutions, openingOf, parties, type CaseFile, type CaseId, type Role } from '../../domain/index.ts';
import { demonstrationPeople, endSession, operatorFile, signInForDemonstration } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { readForm } from '../form.ts';
import { notFound } from '../not-found.tsx';
import { deviceOf, keepSession, sessionToken } from '../session.ts';
import { Plain, mandateInWords, rankInWords } from '../shell.tsx';
import { accountOf } from './signed-in.ts';

/** The people of the example cases, signed in as with one click. Served only in a demonstration: whoever sees this page may be anybody. */
export function demonstrationPages(app: Hono, context: Context): void {
  app.get('/demonstration', async (request) => {
    const people = await demonstrationPeople(context.store);
    const files = await Promise.all(
      [...new Set(people.map(({ caseId }) => caseId))].map((id) => operatorFile(context.store, id)),
    );
    const cases = files.filter((file) => file !== null).map((file) => castOf(file, people));
    cases.sort((a, b) => collator.compare(a.name, b.name));
    return request.html(
      <Plain title="Demonstration" account={await accountOf(context, request)} demonstration>
        <h1>Who do you want to be?</h1>
        <p>
          Sign in as anybody below with one click. To see how little one side learns of another, sign in as one of each
          in two different browsers.
        </p>
        {cases.length === 0 && (
          <p class="empty">
            The example cases appear here. None is loaded: start the demonstration again with an empty data folder.
          </p>
        )}
        {cases.map((cast) => (
          <CastOfCase cast={cast} />
        ))}
      </Plain>,
    );
  });
  app.post('/demonstration/sign-in', async (request) => {
    const id = (await readForm(request)).text('account');
    const person = (await demonstrationPeople(context.store)).find(({ accountId }) => accountId === id);
    if (person === undefined) return notFound(request);
    const token = await signInForDemonstration(context.store, person.accountId, deviceOf(request), context.clock());
    await endSession(context.store, sessionToken(context, request));
    keepSession(context, request, token);
    return request.redirect(`/cases/${person.caseId}`, 303);
  });
}

const collator = new Intl.Collator('en');

interface Cast {
  readonly caseId: CaseId;
  readonly name: string;
  readonly summary: string;
  readonly sides: readonly { readonly name: string; readonly people: readonly Player[] }[];
}

interface Player {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

/** The people of one case by side: the mediating institutions first, then the sides in alphabetical order, then the readers. */
function castOf(file: CaseFile, people: Awaited<ReturnType<typeof demonstrationPeople>>): Cast {
  const here = people
    .filter(({ caseId }) => caseId === file.case)
    .map(({ accountId, name, role }): Player => ({ accountId, name, role: role as Role }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const opening = openingOf(file);
  return {
    caseId: file.case,
    name: opening?.name ?? 'A case',
    summary: opening?.summary ?? '',
    sides: [
      ...institutions(file).map(({ key, name, standing }) => ({
        name: `${name} (mediation, ${standing})`,
        people: here.filter(({ role }) => role.kind === 'mediator' && role.institution === key),
      })),
      ...parties(file).map(({ key, name }) => ({
        name,
        people: here.filter(({ role }) => role.kind === 'delegate' && role.party === key),
      })),
      { name: 'Readers', people: here.filter(({ role }) => role.kind === 'reader') },
    ].filter((side) => side.people.length > 0),
  };
}

const CastOfCase = ({ cast }: { readonly cast: Cast }) => (
  <section aria-labelledby={`case-${cast.caseId}`}>
    <h2 id={`case-${cast.caseId}`}>
      <bdi>{cast.name}</bdi>
    </h2>
    <p dir="auto">{cast.summary}</p>
    {cast.sides.map((side) => (
      <>
        <h3>
          <bdi>{side.name}</bdi>
        </h3>
        <ul class="cast">
          {side.people.map((person) => (
            <li>
              <form method="post" action="/demonstration/sign-in">
                <button name="account" value={person.accountId}>
                  <bdi>{person.name}</bdi>
                </button>{' '}
                <small>{roleAlone(person.role)}</small>
              </form>
            </li>
          ))}
        </ul>
      </>
    ))}
  </section>
);

function roleAlone(role: Role): string {
  switch (role.kind) {
    case 'mediator':
      return 'mediator';
    case 'delegate':
      return `${rankInWords[role.rank]} rank, mandate ${mandateInWords[role.mandate.kind]}`;
    case 'reader':
      return 'reader';
  }
}

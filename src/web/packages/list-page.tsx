import type { Hono } from 'hono';
import { packages } from '../../analysis/index.ts';
import { seesWorkings } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { groundIn } from './ground.ts';
import { BeyondRedLines, MeansFor, Notes, WhyRefuse } from './means-for.tsx';
import { MethodWords } from './method-words.tsx';
import { MiddleGround } from './middle-ground.tsx';
import { letterOf, namesOf } from './names.ts';
import { OnTheTable } from './on-the-table.tsx';
import { PackageLinks } from './package-links.tsx';
import { PackageTable } from './package-table.tsx';
import { Provenance } from './provenance.tsx';
import { CompareBox, WaysOn } from './ways-on.tsx';
import { workingsIn, type Workings } from './workings.ts';

/** What could be tried: suggested packages where the points of two sides or more are known, else what lies on the table and between. */
export function packageList(app: Hono, context: Context): void {
  casePage(app, context, '/packages', (view) => (seesWorkings(view.actor.role) ? <PackageList view={view} /> : null));
}

const PackageList = ({ view }: { readonly view: View }) => {
  const ground = groundIn(view.file);
  const workings = workingsIn(view.file);
  return (
    <CasePage view={view} title="Packages" here="/table">
      <h1>Packages</h1>
      <TableLinks view={view} here="/packages" />
      <PackageLinks view={view} here="/packages" />
      {workings !== null && <Provenance ground={ground} view={view} />}
      {workings !== null && workings.sides.length > 1 ? (
        <Suggested workings={workings} view={view} />
      ) : (
        <>
          {workings === null ? <NoPoints view={view} /> : null}
          <OnTheTable ground={ground} workings={workings} view={view} />
          <MiddleGround ground={ground} workings={workings} view={view} />
        </>
      )}
    </CasePage>
  );
};

const NoPoints = ({ view }: { readonly view: View }) => (
  <p class="empty">
    {view.actor.role.kind === 'delegate'
      ? 'You have given no points yet, so nothing can be said of what a package is worth to you.'
      : 'Nobody’s points are known to you, so nothing can be said of what a package is worth to anybody.'}{' '}
    What follows rests on options and ranges alone. <a href={`${view.base}/preferences`}>Go to the preferences</a>
  </p>
);

const Suggested = ({ workings, view }: { readonly workings: Workings; readonly view: View }) => {
  const { list, notes } = workings.suggestions();
  return (
    <>
      <p>
        A few packages to think about, each here for a different reason. Each is efficient: no other gives one side more
        without giving another less. None is the right one, and nothing is sent from here.
      </p>
      <Notes notes={[...notes, ...workings.notes]} />
      {list.length === 0 && (
        <p class="empty">
          There is nothing to suggest. Look at what each side says it has without an agreement, under{' '}
          <a href={`${view.base}/preferences`}>Preferences</a>, or{' '}
          <a href={`${view.base}/packages/build`}>build a package by hand</a>.
        </p>
      )}
      <form method="get" action={`${view.base}/packages/compare`}>
        {list.map((suggestion, s) => (
          <article class="suggestion" aria-labelledby={`s-${s + 1}`}>
            <h2 id={`s-${s + 1}`}>
              <span class="letter">{letterOf(s).toUpperCase()}</span> {namesOf(suggestion)}
            </h2>
            <BeyondRedLines workings={workings} pack={suggestion.pack} />
            <PackageTable workings={workings} pack={suggestion.pack} view={view} caption={namesOf(suggestion)} />
            {suggestion.reasons.map(({ name, sentence }) =>
              name === 'traded from the middle' ? (
                <details>
                  <summary>The trades that lead here from the middle of the offers</summary>
                  <p>{sentence}</p>
                </details>
              ) : (
                <p>{sentence}</p>
              ),
            )}
            <p class="hint">{packages.alternativesInWords(suggestion.alternatives)}</p>
            <details>
              <summary>What it means for each side</summary>
              <MeansFor workings={workings} pack={suggestion.pack} />
            </details>
            <WhyRefuse workings={workings} pack={suggestion.pack} />
            <WaysOn ground={workings} pack={suggestion.pack} view={view} point={suggestion.place} />
            <CompareBox ground={workings} pack={suggestion.pack} letter={letterOf(s)} />
          </article>
        ))}
        {list.length > 1 && (
          <div class="send">
            <button class="quiet">Compare those ticked</button>
            <p class="read-by">Up to four. Seen by you alone, and not recorded.</p>
          </div>
        )}
      </form>
      <MethodWords method={packages.suggestionsMethod} />
    </>
  );
};

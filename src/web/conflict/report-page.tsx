import type { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { conflict } from '../../analysis/index.ts';
import { audienceInWords, entryOfKind, supersededBy, type Entry, type ModelledConflict } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Words } from '../entries/card.tsx';
import { MethodWords } from '../packages/method-words.tsx';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { Time } from '../times.tsx';
import { analysed, conventionNamed, conventions, type Analysed } from './analysed.ts';
import { Outcomes, conceptMethods } from './outcomes.tsx';
import { readsWorkings, setsUpWorkings } from './reads-workings.ts';
import { RestsOn } from './rests-on.tsx';
import { StatesTable } from './states-table.tsx';
import { StatusQuo } from './status-quo.tsx';
import { Replaced } from './working-lines.tsx';

/** A conflict model as it reads: what could last and why, how it can be come to, then the table of states, then what it rests on. */
export function reportPage(app: Hono, context: Context): void {
  casePage(app, context, '/conflict/:id', (view, request) => {
    const entry = entryOfKind(view.file, 'conflictModel', request.req.param('id') ?? '');
    if (entry === null || !readsWorkings(view)) return null;
    return <Report view={view} entry={entry} convention={conventionNamed(request.req.query('convention') ?? '')} />;
  });
}

const Report = ({
  view,
  entry,
  convention,
}: {
  readonly view: View;
  readonly entry: Entry<ModelledConflict>;
  readonly convention: conflict.Convention;
}) => {
  const analysis = analysed(entry.fact, convention);
  return (
    <CasePage view={view} title={entry.fact.title} here="/table">
      <h1>
        <bdi>{entry.fact.title}</bdi>
      </h1>
      <TableLinks view={view} here="/conflict" />
      <Replaced entry={entry} view={view} />
      <p class="provenance" id={`e-${entry.id}`}>
        What each prefers here is supposed by the mediation: <bdi>{entry.by.name}</bdi> answers for it,{' '}
        <Time at={entry.at} file={view.file} />. No side has said any of it here. Known to{' '}
        {audienceInWords(view.file, entry.audience)}.
      </p>
      {entry.fact.basis !== '' && <Words text={entry.fact.basis} />}
      {setsUpWorkings(view) && supersededBy(view.file, entry.id) === null && (
        <p class="acts">
          <a href={`${view.base}/conflict/${entry.id}/edit`}>Revise the model</a>
        </p>
      )}
      <Outcomes analysis={analysis} />
      <StatusQuo analysis={analysis} />
      <Conventions analysis={analysis} address={`${view.base}/conflict/${entry.id}`} />
      <StatesTable analysis={analysis} />
      <RestsOn analysis={analysis} model={entry.fact.model} />
      <section aria-labelledby="methods">
        <h2 id="methods">What the words mean</h2>
        {[
          ...conceptMethods,
          conflict.coalitionStabilityMethod,
          conflict.statusQuoAnalysisMethod,
          conflict.optionPrioritisingMethod,
        ].map((method) => (
          <MethodWords method={method} />
        ))}
      </section>
    </CasePage>
  );
};

/** The convention in force, and the way to the others. */
const Conventions: FC<{ readonly analysis: Analysed; readonly address: string }> = ({ analysis, address }) => (
  <section aria-labelledby="convention">
    <h2 id="convention">Which answers count</h2>
    {analysis.conflict.makers.length === 2 && (
      <p>With two who decide, all three conventions come to the same. They differ from three on.</p>
    )}
    <ul class="conventions">
      {conventions.map((convention) => (
        <li>
          {convention === analysis.convention ? (
            <strong>{conflict.conventionWords(convention)}</strong>
          ) : (
            <a href={`${address}?convention=${convention}#convention`}>{conflict.conventionWords(convention)}</a>
          )}
          {convention === conflict.usualConvention && <small> The usual convention.</small>}
        </li>
      ))}
    </ul>
  </section>
);

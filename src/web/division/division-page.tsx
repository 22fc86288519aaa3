import type { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { division, solutions } from '../../analysis/index.ts';
import { audienceInWords, entryOfKind, supersededBy, type Division, type Entry } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import { readsWorkings, setsUpWorkings } from '../conflict/reads-workings.ts';
import { Replaced } from '../conflict/working-lines.tsx';
import type { Context } from '../context.ts';
import { Words } from '../entries/card.tsx';
import { MethodWords } from '../packages/method-words.tsx';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { Time } from '../times.tsx';
import { SourcesOf } from './sources-of.tsx';

/** A division as it reads: who gets what, with the exact part of what is split; every step; then the table. */
export function divisionPage(app: Hono, context: Context): void {
  casePage(app, context, '/division/:id', (view, request) => {
    const entry = entryOfKind(view.file, 'division', request.req.param('id') ?? '');
    return entry === null || !readsWorkings(view) ? null : <DivisionPage view={view} entry={entry} />;
  });
}

const DivisionPage = ({ view, entry }: { readonly view: View; readonly entry: Entry<Division> }) => {
  const { title, basis, claims, reading, sources } = entry.fact;
  const divided = division.adjustedWinner(claims, reading);
  const inProportion = division.proportionalAllocation(claims, reading);
  if ('refused' in divided || 'refused' in inProportion)
    throw new Error('a division that was kept cannot be worked out');
  return (
    <CasePage view={view} title={title} here="/table">
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <TableLinks view={view} here="/division" />
      <Replaced entry={entry} view={view} />
      <p class="result">{division.adjustedWinnerInWords(divided)}</p>
      <p class="provenance" id={`e-${entry.id}`}>
        {sources.length === 0
          ? 'The points are supposed by the mediation'
          : 'The points are those named below, as they were taken over, and as they were changed since'}
        : <bdi>{entry.by.name}</bdi> answers for them, <Time at={entry.at} file={view.file} />. Known to{' '}
        {audienceInWords(view.file, entry.audience)}.
      </p>
      <SourcesOf sources={sources} view={view} />
      {basis !== '' && <Words text={basis} />}
      {setsUpWorkings(view) && supersededBy(view.file, entry.id) === null && (
        <p class="acts">
          <a href={`${view.base}/division/${entry.id}/edit`}>Revise the division</a>
        </p>
      )}
      <section aria-labelledby="steps">
        <h2 id="steps">How it comes about</h2>
        <ol>
          {division.adjustedWinnerSteps(divided).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </section>
      <DivisionTable divided={divided} />
      <section aria-labelledby="beside">
        <h2 id="beside">Beside it: in proportion</h2>
        <p>{division.proportionalAllocationInWords(inProportion)}</p>
      </section>
      <section aria-labelledby="methods">
        <h2 id="methods">What the words mean</h2>
        <MethodWords method={division.adjustedWinnerMethod} />
        <MethodWords method={division.proportionalAllocationMethod} />
      </section>
    </CasePage>
  );
};

/** Every item: the points of each side, the part that each gets, and what that is worth to it. */
const DivisionTable: FC<{ readonly divided: division.AdjustedWinner }> = ({ divided }) => {
  const { claims, shares, totals } = divided;
  const parts = shares.map((share) => [share, solutions.minus(solutions.fraction(1n), share)] as const);
  return (
    <section>
      <h2 id="table">Item by item</h2>
      <div class="wide" role="region" aria-labelledby="table" tabindex={0}>
        <table class="division">
          <thead>
            <tr>
              <th scope="col" rowspan={2}>
                Item
              </th>
              {claims.parties.map((party) => (
                <th scope="colgroup" colspan={3}>
                  <bdi>{party}</bdi>
                </th>
              ))}
            </tr>
            <tr>
              {claims.parties.map(() => (
                <>
                  <th scope="col" class="number">
                    Points
                  </th>
                  <th scope="col" class="number">
                    Gets
                  </th>
                  <th scope="col" class="number">
                    Worth
                  </th>
                </>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.items.map((item, i) => (
              <tr class={divided.split?.item === i ? 'split' : undefined}>
                <th scope="row">
                  <bdi>{item}</bdi>
                </th>
                {([0, 1] as const).map((side) => {
                  const [points, part] = [claims.points[side][i], parts[i]?.[side]];
                  return points === undefined || part === undefined ? null : (
                    <>
                      <td class="number">
                        <Points points={points} />
                      </td>
                      <td class="number">{partInWords(part)}</td>
                      <td class="number">
                        <Points points={solutions.times(points, part)} />
                      </td>
                    </>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr class="total">
              <th scope="row">Together</th>
              {totals.map((sum) => (
                <>
                  <td class="number">100</td>
                  <td />
                  <td class="number">
                    <Points points={sum} />
                  </td>
                </>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
};

/** Points as they are said elsewhere, with the decimals under the exact fraction. */
const Points: FC<{ readonly points: solutions.Fraction }> = ({ points }) => {
  const words = division.pointsInWords(points);
  const [, exact = words, decimals] = /^(\S+) (\(.*\))$/.exec(words) ?? [];
  return (
    <>
      {exact}
      {decimals !== undefined && <small> {decimals}</small>}
    </>
  );
};

function partInWords(part: solutions.Fraction): string {
  if (part.numerator === 0n) return 'nothing';
  return part.numerator === part.denominator ? 'all' : division.partInWords(part);
}

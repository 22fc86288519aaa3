import type { FC } from 'hono/jsx';
import { packages, solutions, type Package } from '../../analysis/index.ts';
import type { View } from '../case-page.tsx';
import type { Ground } from './ground.ts';
import { letterOf, namesOf } from './names.ts';
import { MeansFor, Notes, Refusals } from './means-for.tsx';
import { MethodWords } from './method-words.tsx';
import { inOneWord, termsQuery } from './package-query.ts';
import { AnswersTable, PackageTable } from './package-table.tsx';
import { mayPutForward, WaysOn } from './ways-on.tsx';
import { effort, workingsIn, type Workings } from './workings.ts';

interface BuiltProps {
  readonly ground: Ground;
  readonly pack: Package;
  readonly view: View;
}

/** What comes of a package: its worth, whether it is efficient, who might refuse it, what could be traded from it, and how far it lies from the offers. */
export const Built: FC<BuiltProps> = ({ ground, pack, view }) => {
  const workings = workingsIn(view.file);
  return (
    <section id="result" aria-labelledby="result-heading">
      <h2 id="result-heading">What comes of it</h2>
      {workings === null ? (
        <>
          <AnswersTable ground={ground} pack={pack} caption="The package" />
          <p class="hint">Nobody’s points are known to you, so that nothing is said of what it is worth.</p>
        </>
      ) : (
        <>
          <PackageTable workings={workings} pack={pack} view={view} caption="The package" />
          <MeansFor workings={workings} pack={pack} />
          <Notes notes={workings.notes} />
          {workings.sides.length > 1 && <Efficient workings={workings} pack={pack} view={view} />}
          <h3>Why {workings.sides.length === 1 ? 'the side' : 'a side'} might refuse it</h3>
          <Refusals workings={workings} pack={pack} />
          {workings.sides.length > 1 && <TradesFromHere workings={workings} pack={pack} view={view} />}
        </>
      )}
      <FromTheOffers ground={ground} pack={pack} />
      {mayPutForward(view) && (
        <>
          <h3>What to do with it</h3>
          <WaysOn ground={ground} pack={pack} view={view} change={false} />
        </>
      )}
      <CompareWith ground={ground} pack={pack} view={view} />
    </section>
  );
};

/** Whether it is efficient; if not, the point that leaves nobody worse off and whose least gain is largest. */
const Efficient: FC<Omit<BuiltProps, 'ground'> & { readonly workings: Workings }> = ({ workings, pack, view }) => {
  const { scores, table } = workings;
  const found = packages.improvementsOf(scores, table.agenda, pack, effort);
  const better = 'kind' in found && found.kind === 'improvements' ? found.improvements[0] : undefined;
  return (
    <>
      <h3>Is it efficient?</h3>
      <p>
        {better === undefined
          ? packages.postSettlementInWords(scores, table.agenda, found).replace('the deal', 'this package')
          : packages
              .postSettlementInWords(scores, table.agenda, found)
              .replace('than in the deal', 'than in this package')}
      </p>
      {better !== undefined && (
        <p class="acts">
          <a href={`${view.base}/packages/build?${termsQuery(workings, better.pack)}#result`}>
            Go on from the better one
          </a>
        </p>
      )}
    </>
  );
};

const TradesFromHere: FC<Omit<BuiltProps, 'ground'> & { readonly workings: Workings }> = ({ workings, pack, view }) => {
  const { scores, table } = workings;
  const found = packages.tradesFrom(scores, pack, shown);
  if ('refused' in found) return null;
  return (
    <>
      <h3>What could be traded from here</h3>
      {found.count === 0 ? (
        <p>There is no change of one or two answers by which some side gains and none loses.</p>
      ) : (
        <>
          <p>
            {found.count === 1 ? 'One change' : `${found.count} changes`} of one or two answers would leave no side
            worse off and some side better
            {found.count > shown ? `; the best ${Math.min(found.best.length, shown)}:` : ':'}
          </p>
          <ul class="lines">
            {found.best.slice(0, shown).map((trade) => (
              <li>
                {packages.tradeInWords(scores, table.agenda, trade)}{' '}
                <a href={`${view.base}/packages/build?${termsQuery(workings, after(pack, trade))}#result`}>
                  Take this trade
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <MethodWords method={packages.logrollingMethod} />
    </>
  );
};

const shown = 5;

function after(pack: Package, { moves }: packages.Trade): Package {
  return moves.reduce<Package>((changed, { issue, to }) => changed.with(issue, to), pack);
}

const FromTheOffers: FC<Pick<BuiltProps, 'ground' | 'pack'>> = ({ ground, pack }) => {
  const distances = packages.distancesOf(ground.table);
  const far = ground.sides.flatMap(({ name }, p) => {
    const offer = ground.offers[p] ?? [];
    if (offer.every((answer) => answer === null)) return [`${name} has given no answer that it could be measured from`];
    const steps = pack.reduce((sum, answer, i) => sum + (distances.of[p]?.[i]?.[answer] ?? 0), 0);
    const share = steps / (distances.grid * pack.length);
    const differs = pack.filter((answer, i) => offer[i] != null && offer[i] !== answer).length;
    return [
      `${name} would come ${Math.round(share * 1000) / 10}% of the way, with ${differs} of ${pack.length} answers changed`,
    ];
  });
  return (
    <>
      <h3>How far it lies from the offers</h3>
      <p>Across all issues, from the latest answers of each: {solutions.listInWords(far)}.</p>
    </>
  );
};

/** A form that sets this package beside others. */
const CompareWith: FC<BuiltProps> = ({ ground, pack, view }) => {
  const workings = workingsIn(view.file);
  const suggested = workings === null || workings.sides.length < 2 ? [] : workings.suggestions().list;
  const others = suggested.filter((one) => one.pack.join() !== pack.join());
  if (others.length === 0) return null;
  return (
    <form method="get" action={`${view.base}/packages/compare`}>
      <h3>Compare it</h3>
      <input type="hidden" name="a" value={inOneWord(ground, pack)} />
      {others.map((one, s) => (
        <label class="choice">
          <input type="checkbox" name={letterOf(s + 1)} value={inOneWord(ground, one.pack)} checked={s === 0} />
          <span>{namesOf(one)}</span>
        </label>
      ))}
      <div class="send">
        <button class="quiet">Set them side by side</button>
        <p class="read-by">Up to four. Seen by you alone, and not recorded.</p>
      </div>
    </form>
  );
};

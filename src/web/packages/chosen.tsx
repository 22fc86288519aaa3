import type { FC } from 'hono/jsx';
import { packages } from '../../analysis/index.ts';
import type { View } from '../case-page.tsx';
import { MeansFor, WhyRefuse } from './means-for.tsx';
import { termsQuery } from './package-query.ts';
import { PackageTable } from './package-table.tsx';
import { totalsAt } from './picture.ts';
import { WaysOn } from './ways-on.tsx';
import { inPoints, type Workings } from './workings.ts';
import type { Tried } from './weights.ts';

/** The package behind the chosen point: as a sentence, then issue by issue, with what it means for each side. */
export const Chosen: FC<{
  readonly workings: Workings;
  readonly place: number;
  readonly view: View;
  readonly tried: Tried;
  readonly addressOf: (place: number) => string;
}> = ({ workings, place, view, tried, addressOf }) => {
  const { table, sides } = workings;
  const frontier = workings.frontier();
  const behind = packages.alternativesAt(frontier, place, packages.distancesOf(table));
  const pack = behind.packages[0]?.pack ?? frontier.packageAt(place);
  const gives = totalsAt(workings, place).map((total, p) => `${sides[p]?.name ?? ''} ${inPoints(total)}`);
  return (
    <section id="chosen" aria-labelledby="chosen-heading" data-point={place}>
      <h2 id="chosen-heading">
        Point {place + 1} of {frontier.size}
      </h2>
      <p class="chosen-sentence">
        {packages.packageInWords(table.agenda, pack)}. Of 100 points it gives {gives.join(', ')}.
      </p>
      <p class="acts">
        {place > 0 && <a href={addressOf(place - 1)}>The point before</a>}
        {place + 1 < frontier.size && <a href={addressOf(place + 1)}>The next point</a>}
      </p>
      <PackageTable workings={workings} pack={pack} view={view} caption={`The package of point ${place + 1}`} />
      <MeansFor workings={workings} pack={pack} />
      <WhyRefuse workings={workings} pack={pack} />
      <details>
        <summary>{packages.alternativesInWords(behind)}</summary>
        <ul class="lines">
          {behind.packages.map(({ pack: other }) => (
            <li>
              {packages.packageInWords(table.agenda, other)}{' '}
              <a href={`${view.base}/packages/build?${termsQuery(workings, other)}`}>See it</a>
            </li>
          ))}
        </ul>
      </details>
      {tried.changed && <p class="hint">Worked out with the weights that you are trying out, not with those stated.</p>}
      <WaysOn ground={workings} pack={pack} view={view} />
    </section>
  );
};

import type { FC } from 'hono/jsx';
import { packages } from '../../analysis/index.ts';
import { offersOnTable, parties } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import type { Ground } from './ground.ts';
import { MethodWords } from './method-words.tsx';
import { Notes } from './means-for.tsx';
import { AnswersTable, PackageTable } from './package-table.tsx';
import { WaysOn } from './ways-on.tsx';
import type { Workings } from './workings.ts';

/** What lies between the offers on options and ranges alone, said for what it is. */
export const MiddleGround: FC<{ readonly ground: Ground; readonly workings: Workings | null; readonly view: View }> = ({
  ground,
  workings,
  view,
}) => {
  const { offers, remarks } = offersOnTable(view.file, ground.valued.issues, ground.table.agenda, parties(view.file));
  const table = { agenda: ground.table.agenda, offers };
  const known = parties(view.file).filter((_, p) => offers[p]?.some((answer) => answer !== null) === true);
  if (known.length < 2)
    return (
      <section aria-labelledby="middle">
        <h2 id="middle">The middle ground</h2>
        <p class="empty">
          {known.length === 0
            ? 'No side’s answers are known to you yet, so there is nothing to be in the middle of.'
            : `Only the answers of ${known[0]?.name ?? 'one side'} are known to you, so there is no middle to show yet.`}
        </p>
      </section>
    );
  const middle = packages.middleGround(table);
  const [first] = middle.candidates;
  const whole = first?.filter((answer) => answer !== null) ?? [];
  const complete = whole.length === ground.valued.issues.length && whole.length > 0;
  return (
    <section aria-labelledby="middle">
      <h2 id="middle">The middle ground</h2>
      <p>{packages.middleGroundInWords(table, middle)}</p>
      <Notes notes={remarks} />
      {first !== undefined &&
        (complete && workings !== null ? (
          <PackageTable workings={workings} pack={whole} view={view} caption="The middle of the offers" />
        ) : (
          <AnswersTable ground={ground} pack={first} caption="The middle of the offers" />
        ))}
      {complete && <WaysOn ground={ground} pack={whole} view={view} />}
      <MethodWords method={packages.middleGroundMethod} />
    </section>
  );
};

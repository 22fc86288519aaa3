import type { FC } from 'hono/jsx';
import { packages, type Package } from '../../analysis/index.ts';
import { listed } from '../../domain/index.ts';
import { objectionsIn, type Workings } from './workings.ts';

/** What a package means for each side, in a sentence each. */
export const MeansFor: FC<{ readonly workings: Workings; readonly pack: Package }> = ({
  workings: { scores, table },
  pack,
}) => (
  <ul class="means">
    {packages.accountsOf(scores, table, pack).map((account) => (
      <li>{packages.accountInWords(scores, table.agenda, account)}</li>
    ))}
  </ul>
);

/** Why each side might refuse a package, folded away until somebody asks. */
export const WhyRefuse: FC<{ readonly workings: Workings; readonly pack: Package }> = ({ workings, pack }) => (
  <details>
    <summary>Why {workings.sides.length === 1 ? 'the side' : 'each side'} might refuse it</summary>
    <Refusals workings={workings} pack={pack} />
  </details>
);

/** The red lines that a package crosses, in sight; nothing where it crosses none that is known. */
export const BeyondRedLines: FC<{ readonly workings: Workings; readonly pack: Package }> = ({ workings, pack }) => {
  const crossed = objectionsIn(workings, pack).of.flatMap((objections, party) =>
    objections.flatMap((objection) =>
      objection.kind === 'beyond its red line'
        ? [`${workings.sides[party]?.name ?? ''} (${workings.table.agenda[objection.issue]?.issue.name ?? ''})`]
        : [],
    ),
  );
  return crossed.length === 0 ? null : (
    <p class="beyond">
      <strong>Beyond a red line of</strong> <bdi>{listed(crossed)}</bdi>.
    </p>
  );
};

/** What may make each side refuse a package. */
export const Refusals: FC<{ readonly workings: Workings; readonly pack: Package }> = ({ workings, pack }) => {
  const found = objectionsIn(workings, pack);
  return (
    <ul class="refuse">
      {workings.sides.map((_, party) => (
        <li>{packages.objectionsInWords(workings.scores, workings.table, party, found)}</li>
      ))}
    </ul>
  );
};

/** Things that must be told beside figures. */
export const Notes: FC<{ readonly notes: readonly string[] }> = ({ notes }) =>
  notes.length === 0 ? null : (
    <ul class="notes">
      {notes.map((note) => (
        <li>{note}</li>
      ))}
    </ul>
  );

import { talksIn } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { StandingTable } from '../table/standing-table.tsx';

/** Where the sides stand, issue by issue. */
export const WhereTheyStand = ({ view }: { readonly view: View }) => {
  const { issues } = talksIn(view.file).standing();
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">Where they stand</h2>
      {issues.length === 0 ? (
        <p class="empty">No issue is on the agenda yet. Each issue appears here with the latest answer of each side.</p>
      ) : (
        <StandingTable standings={issues} view={view} caption="Where the sides stand on each issue" />
      )}
    </section>
  );
};

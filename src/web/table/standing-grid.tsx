import { headway } from '../../analysis/index.ts';
import { talksIn } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { StandingTable } from './standing-table.tsx';

/** Where the sides stand, with the mean gap; agreed issues are folded away. */
export const StandingGrid = ({ view }: { readonly view: View }) => {
  const { issues, overall } = talksIn(view.file).standing();
  const open = issues.filter(({ status }) => status !== 'agreed');
  const agreed = issues.filter(({ status }) => status === 'agreed');
  if (issues.length === 0)
    return (
      <p class="empty">
        No issue that you know of is on the agenda yet. Each appears here with the latest answer of each side.
      </p>
    );
  return (
    <>
      <p>
        {overall.gap === null
          ? 'No gap is known to you yet: on no issue has every side answered.'
          : `${headway.overallInWords(overall)} A gap is the distance between the answers as a share of the range; between options it is 100 % when they differ.`}
      </p>
      {open.length > 0 && <StandingTable standings={open} view={view} caption="Open issues" />}
      {agreed.length > 0 && (
        <details class="agreed">
          <summary>
            {agreed.length === 1
              ? 'One issue on which the answers are the same'
              : `${agreed.length} issues on which the answers are the same`}
          </summary>
          <StandingTable standings={agreed} view={view} caption="Issues on which the answers are the same" />
        </details>
      )}
    </>
  );
};

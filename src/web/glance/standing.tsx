import { answerInWords, parties, partyLetter, whereTheyStand, type IssueStanding } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { addressOf } from '../entries/line.tsx';
import { Time } from '../times.tsx';

const directionInWords = {
  agreed: 'agreed',
  narrowing: 'narrowing',
  widening: 'widening',
  first: 'both have answered',
} as const;

/** Where the sides stand, issue by issue: the latest answer of each that the viewer knows, the gap, and since when nobody has moved. */
export const WhereTheyStand = ({ view }: { readonly view: View }) => {
  const standings = whereTheyStand(view.file);
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">Where they stand</h2>
      {standings.length === 0 ? (
        <p class="empty">No issue is on the agenda yet. Each issue appears here with the latest answer of each side.</p>
      ) : (
        <div class="wide">
          <table class="standing">
            <thead>
              <tr>
                <th scope="col">Issue</th>
                {parties(view.file).map((party) => (
                  <th scope="col">
                    <span class={`side side-${partyLetter(view.file, party.key).toLowerCase()}`} aria-hidden="true">
                      {partyLetter(view.file, party.key)}
                    </span>{' '}
                    <bdi>{party.name}</bdi>
                  </th>
                ))}
                <th scope="col">Gap</th>
              </tr>
            </thead>
            <tbody>
              {standings.map((standing) => (
                <tr>
                  <th scope="row">
                    <bdi>{standing.issue.name}</bdi>
                  </th>
                  {parties(view.file).map((party) => (
                    <Cell standing={standing} party={party.key} view={view} />
                  ))}
                  <td class={standing.gap === null ? 'no-gap' : 'gap'}>
                    <Gap standing={standing} view={view} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

const Cell = ({
  standing,
  party,
  view,
}: {
  readonly standing: IssueStanding;
  readonly party: string;
  readonly view: View;
}) => {
  const stance = standing.stances.find((known) => known.party === party);
  return stance === undefined ? (
    <td class="unknown">not known to you</td>
  ) : (
    <td>
      <a href={addressOf(view, stance.entry)}>
        <bdi>{answerInWords(standing.issue, stance.answer)}</bdi>
      </a>
    </td>
  );
};

const Gap = ({ standing, view }: { readonly standing: IssueStanding; readonly view: View }) => {
  const { direction, unchangedSince, gap, issue, stances } = standing;
  if (direction === null || gap === null) return <>—</>;
  const numbers = stances.map((stance) => Number(stance.answer));
  const size =
    issue.scale.kind === 'range' && gap > 0
      ? `${answerInWords(issue, Math.max(...numbers) - Math.min(...numbers))}, `
      : '';
  return (
    <>
      {size}
      {directionInWords[direction]}
      {unchangedSince !== null && (
        <small>
          {' '}
          since <Time at={unchangedSince} file={view.file} only="day" />
        </small>
      )}
    </>
  );
};

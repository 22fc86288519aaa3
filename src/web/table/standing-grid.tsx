import { headway } from '../../analysis/index.ts';
import { answerInWords, entryWithId, parties, partyLetter, talksIn, told } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { addressOf } from '../entries/line.tsx';
import { Marked } from '../headway/marked.tsx';

/** Issues by side: the latest answers, the gap between them, which way it went, and for how long it has been so. Agreed issues are folded away. */
export const StandingGrid = ({ view }: { readonly view: View }) => {
  const { issues, overall } = talksIn(view.file).standing();
  const open = issues.filter(({ status }) => status !== 'agreed');
  const agreed = issues.filter(({ status }) => status === 'agreed');
  if (issues.length === 0)
    return <p class="empty">No issue is on the agenda yet. Each appears here with the latest answer of each side.</p>;
  return (
    <>
      <p>
        {overall.gap === null
          ? 'No gap is known to you yet: on no issue has every side answered.'
          : `Mean gap ${percent(overall.gap)}, over ${overall.measured} of ${overall.of} issues. A gap is the distance between the answers as a share of the range; between options it is 100 % when they differ.`}
      </p>
      {open.length > 0 && <Grid standings={open} view={view} caption="Open issues" />}
      {agreed.length > 0 && (
        <details class="agreed">
          <summary>
            {agreed.length === 1
              ? 'One issue on which the answers are the same'
              : `${agreed.length} issues on which the answers are the same`}
          </summary>
          <Grid standings={agreed} view={view} caption="Issues on which the answers are the same" />
        </details>
      )}
    </>
  );
};

/** A share of the range, as it reads. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

const Grid = ({
  standings,
  view,
  caption,
}: {
  readonly standings: readonly headway.IssueStanding[];
  readonly view: View;
  readonly caption: string;
}) => (
  <div class="wide">
    <table class="standing">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Issue</th>
          {parties(view.file).map(({ key, name }) => (
            <th scope="col">
              <span class={`side side-${partyLetter(view.file, key).toLowerCase()}`} aria-hidden="true">
                {partyLetter(view.file, key)}
              </span>{' '}
              <bdi>{name}</bdi>
            </th>
          ))}
          <th scope="col">Gap</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <Row standing={standing} view={view} />
        ))}
      </tbody>
    </table>
  </div>
);

const Row = ({ standing, view }: { readonly standing: headway.IssueStanding; readonly view: View }) => {
  const { history, issues } = talksIn(view.file);
  const issue = issues[standing.issue];
  if (issue === undefined) return null;
  return (
    <tr id={`issue-${standing.issue}`}>
      <th scope="row">
        <bdi>{issue.name}</bdi>
      </th>
      {told(parties(view.file)).map((side) => {
        const stand = standing.stands.find(({ party }) => party === side);
        const shown = stand === undefined ? null : entryWithId(view.file, stand.ref);
        return stand === undefined || shown === null ? (
          <td class="unknown">not known to you</td>
        ) : (
          <td>
            <a href={addressOf(view, shown)}>
              <bdi>{typeof stand.answer === 'object' ? '' : answerInWords(issue, stand.answer)}</bdi>
            </a>
          </td>
        );
      })}
      <td class={standing.gap === null ? 'no-gap' : 'gap'}>
        {standing.gap === null ? (
          '—'
        ) : (
          <>
            {standing.gap > 0 && <>{percent(standing.gap)}, </>}
            <span class={`status status-${standing.status}`}>{statusInWords[standing.status]}</span>
            {standing.roundsUnchanged !== null && standing.roundsUnchanged > 0 && (
              <small> for {standing.roundsUnchanged === 1 ? 'one round' : `${standing.roundsUnchanged} rounds`}</small>
            )}
          </>
        )}
        <span class="unseen">
          <Marked text={headway.standingInWords(history, standing)} />
        </span>
      </td>
    </tr>
  );
};

const statusInWords: Readonly<Record<headway.IssueStanding['status'], string>> = {
  agreed: 'agreed',
  first: 'seen for the first time',
  narrowing: 'narrowing',
  widening: 'widening',
  stuck: 'stuck',
  unknown: 'not known',
};

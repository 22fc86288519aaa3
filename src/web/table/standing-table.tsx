import type { FC } from 'hono/jsx';
import { headway } from '../../analysis/index.ts';
import {
  answerInWords,
  entryWithId,
  instant,
  issueOf,
  parties,
  partyLetter,
  statusInWords,
  talksIn,
  told,
  type Issue,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { addressOf } from '../entries/line.tsx';
import { Time } from '../times.tsx';

/** Issues by side: the latest answer of each that the viewer knows, the gap between them, which way it went, and since when it has been so. */
export const StandingTable: FC<{
  readonly standings: readonly headway.IssueStanding[];
  readonly view: View;
  readonly caption: string;
}> = ({ standings, view, caption }) => (
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

/** A share of a range, as it reads. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

const Row = ({ standing, view }: { readonly standing: headway.IssueStanding; readonly view: View }) => {
  const issue = talksIn(view.file).issues[standing.issue];
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
              <bdi>
                {typeof stand.answer === 'number'
                  ? answerInWords(issue, stand.answer)
                  : headway.answerInWords(issueOf(issue), stand.answer)}
              </bdi>
            </a>
          </td>
        );
      })}
      <td class={standing.gap === null ? 'no-gap' : 'gap'}>
        <Gap standing={standing} issue={issue} view={view} />
      </td>
    </tr>
  );
};

const Gap = ({
  standing: { gap, stands, status, since, roundsUnchanged },
  issue,
  view,
}: {
  readonly standing: headway.IssueStanding;
  readonly issue: Issue;
  readonly view: View;
}) => {
  if (gap === null) return <>—</>;
  const numbers = stands.map(({ answer }) => Number(answer));
  const apart =
    issue.scale.kind === 'range'
      ? `${answerInWords(issue, Math.max(...numbers) - Math.min(...numbers))} (${percent(gap)})`
      : percent(gap);
  return (
    <>
      {gap > 0 && `${apart}, `}
      <span class={`status-${status}`}>{statusInWords[status]}</span>
      {since !== null && ' '}
      {since !== null && (
        <small>
          {roundsUnchanged !== null &&
            roundsUnchanged > 0 &&
            `for ${roundsUnchanged === 1 ? 'one round' : `${roundsUnchanged} rounds`}, `}
          since <Time at={instant(new Date(since.at))} file={view.file} only="day" />
        </small>
      )}
    </>
  );
};

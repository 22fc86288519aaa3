import type { FC } from 'hono/jsx';
import {
  answerInWords,
  audienceInWords,
  issueWithKey,
  preferencesOf,
  type Issue,
  type Worth,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Words } from '../entries/card.tsx';
import { Time } from '../times.tsx';
import { consistency } from './consistency.ts';

/** The points of a side, with where they come from and what in them does not go together. */
export const PointsTable: FC<{ readonly party: string; readonly view: View }> = ({ party, view }) => {
  const entry = preferencesOf(view.file, party);
  if (entry === null) return null;
  const { provenance, issues, reservation, basis } = entry.fact;
  const total = issues.reduce((sum, { weight }) => sum + weight, 0);
  const remarks = consistency(view.file, entry.fact);
  return (
    <>
      <p class="provenance" id={`e-${entry.id}`}>
        {provenance === 'own' ? (
          'The side’s own points'
        ) : (
          <>
            An estimate, for which <bdi>{entry.by.name}</bdi> answers
          </>
        )}
        , <Time at={entry.at} file={view.file} />. Read by {audienceInWords(view.file, entry.audience)}.
      </p>
      <div class="wide">
        <table class="points">
          <thead>
            <tr>
              <th scope="col">Issue</th>
              <th scope="col">Weight</th>
              <th scope="col">Points within the issue</th>
            </tr>
          </thead>
          <tbody>
            {issues.map(({ issue, weight, worth }) => (
              <tr>
                <th scope="row">
                  <bdi>{issueWithKey(view.file, issue)?.name ?? issue}</bdi>
                </th>
                <td class="number">
                  {weight} <small>of {total}</small>
                </td>
                <td>
                  <WorthWords worth={worth} issue={issueWithKey(view.file, issue)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reservation !== null && (
        <p>
          Without an agreement: <strong>{reservation}</strong> of 100.
        </p>
      )}
      {basis !== '' && <Words text={basis} />}
      {remarks.length > 0 && (
        <ul class="remarks">
          {remarks.map((remark) => (
            <li>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const WorthWords = ({ worth, issue }: { readonly worth: Worth; readonly issue: Issue | null }) => (
  <ul class="worth">
    {(worth.kind === 'options'
      ? Object.entries(worth.values).map(([key, value]) => [answerInWords(issue, key), value] as const)
      : worth.points.map(({ at, value }) => [answerInWords(issue, at), value] as const)
    ).map(([answer, value]) => (
      <li>
        <bdi>{answer}</bdi>: <strong>{value}</strong>
      </li>
    ))}
  </ul>
);

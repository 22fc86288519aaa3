import type { FC } from 'hono/jsx';
import { packages, preferences, type Package } from '../../analysis/index.ts';
import { partyLetter } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { PartyMark } from '../entries/card.tsx';
import type { Ground } from './ground.ts';
import { asChange, inPoints, type Workings } from './workings.ts';

/** A package issue by issue: the answer, and for each side whose points are known what it is worth and what that gains or loses against its own latest answer. */
export const PackageTable: FC<{
  readonly workings: Workings;
  readonly pack: Package;
  readonly view: View;
  readonly caption: string;
}> = ({ workings, pack, view, caption }) => {
  const { scores, table, sides, valued } = workings;
  const accounts = packages.accountsOf(scores, table, pack);
  const letterAt = (party: number): string => partyLetter(view.file, sides[party]?.key ?? '');
  return (
    <div class="wide">
      <table class="package">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Issue</th>
            <th scope="col">Answer</th>
            {sides.map(({ key, name }) => (
              <th scope="col" class="number">
                <PartyMark party={key} view={view} />
                <bdi>{name}</bdi>
                <small>points · change</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {valued.issues.map(({ name }, i) => (
            <tr>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <bdi>{answerAt(workings, pack, i)}</bdi>
              </td>
              {accounts.map(({ issues, party }) => {
                const points = issues[i]?.points ?? 0;
                const change = issues[i]?.change ?? null;
                return <Worth points={points} change={change} of={letterAt(party)} />;
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr class="total">
            <th scope="row" colspan={2}>
              In all, of 100
            </th>
            {accounts.map(({ total, againstOffer, party }) => (
              <Worth points={total} change={againstOffer} of={letterAt(party)} />
            ))}
          </tr>
          <tr>
            <th scope="row" colspan={2}>
              Above what it has without an agreement
            </th>
            {accounts.map(({ aboveReservation, party }) => (
              <td class="number" data-of={letterAt(party)}>
                {aboveReservation === null ? 'not known' : asChange(aboveReservation)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p class="hint">Change: what the side gains or loses against its own latest answer.</p>
    </div>
  );
};

const Worth = ({
  points,
  change,
  of,
}: {
  readonly points: number;
  readonly change: number | null;
  /** The side's letter, which stands before the figure where the head of the table has no room. */
  readonly of: string;
}) => (
  <td class="number" data-of={of}>
    {inPoints(points)} <span class="change">{change === null ? 'no offer' : asChange(change)}</span>
  </td>
);

/** A package where nobody's points are known: its answers alone. */
export const AnswersTable: FC<{ readonly ground: Ground; readonly pack: packages.Offer; readonly caption: string }> = ({
  ground,
  pack,
  caption,
}) => (
  <table class="package">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Issue</th>
        <th scope="col">Answer</th>
      </tr>
    </thead>
    <tbody>
      {ground.valued.issues.map(({ name }, i) => (
        <tr>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          <td>
            <bdi>
              {pack[i] == null
                ? 'open'
                : answerAt(
                    ground,
                    pack.map((answer) => answer ?? 0),
                    i,
                  )}
            </bdi>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** One answer of a package in words, with its unit. */
export function answerAt({ table }: Ground, pack: Package, issue: number): string {
  const item = table.agenda[issue];
  return item === undefined ? '' : preferences.answerName(item.answers, pack[issue] ?? 0);
}

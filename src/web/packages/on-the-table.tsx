import type { Child, FC } from 'hono/jsx';
import { packages } from '../../analysis/index.ts';
import {
  answerOf,
  currentOf,
  offersOnTable,
  parties,
  placeOfAnswer,
  type Bridging,
  type Entry,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { PartyMark } from '../entries/card.tsx';
import { addressOf } from '../entries/line.tsx';
import type { Ground } from './ground.ts';
import { answerAt } from './package-table.tsx';
import { WaysOn } from './ways-on.tsx';
import { inPoints, type Workings } from './workings.ts';

/** What has been said and proposed, as far as the viewer knows, each with its worth to the one side whose points are known. */
export const OnTheTable: FC<{ readonly ground: Ground; readonly workings: Workings | null; readonly view: View }> = ({
  ground,
  workings,
  view,
}) => {
  const all = parties(view.file);
  const { offers } = offersOnTable(view.file, ground.valued.issues, ground.table.agenda, all);
  const own = view.actor.role.kind === 'delegate' ? view.actor.role.party : null;
  const put = currentOf(view.file, 'bridging').filter(({ fact }) => fact.terms.length > 0);
  return (
    <section aria-labelledby="on-the-table">
      <h2 id="on-the-table">On the table</h2>
      {all.map(({ key, name }, p) => (
        <Offered
          offer={offers[p] ?? []}
          ground={ground}
          workings={workings}
          view={view}
          title={
            <>
              <PartyMark party={key} view={view} />
              <bdi>{name}</bdi>:{' '}
              {own === null || own === key
                ? 'its latest answers'
                : 'its latest answers, as far as they were carried to you'}
            </>
          }
        />
      ))}
      {put.map((entry) => (
        <Offered
          offer={termsOf(entry, ground)}
          ground={ground}
          workings={workings}
          view={view}
          title={
            <>
              The mediation:{' '}
              <a href={addressOf(view, entry)}>
                <bdi>{entry.fact.title}</bdi>
              </a>
            </>
          }
        />
      ))}
    </section>
  );
};

const Offered: FC<{
  readonly offer: packages.Offer;
  readonly ground: Ground;
  readonly workings: Workings | null;
  readonly view: View;
  readonly title: Child;
}> = ({ offer, ground, workings, view, title }) => {
  const answered = ground.valued.issues.flatMap((issue, i) =>
    offer[i] == null ? [] : [{ issue, i, answer: offer[i] }],
  );
  if (answered.length === 0) return null;
  const pack = ground.valued.issues.map((_, i) => offer[i] ?? 0);
  const worth = workings === null ? null : packages.valueByIssue(workings.scores, pack, 0);
  const whole = answered.length === pack.length;
  return (
    <article class="suggestion">
      <h3>{title}</h3>
      <table class="package">
        <caption class="unseen">Answers{worth === null ? '' : ', and what each is worth'}</caption>
        <thead>
          <tr>
            <th scope="col">Issue</th>
            <th scope="col">Answer</th>
            {worth !== null && (
              <th scope="col" class="number">
                Points to <bdi>{workings?.sides[0]?.name}</bdi>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {answered.map(({ issue, i }) => (
            <tr>
              <th scope="row">
                <bdi>{issue.name}</bdi>
              </th>
              <td>
                <bdi>{answerAt(ground, pack, i)}</bdi>
              </td>
              {worth !== null && <td class="number">{inPoints(worth.issues[i] ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
        {worth !== null && (
          <tfoot>
            <tr class="total">
              <th scope="row" colspan={2}>
                {whole ? 'In all, of 100' : `On these ${answered.length} of ${pack.length} issues`}
              </th>
              <td class="number">
                {inPoints(whole ? worth.total : answered.reduce((sum, { i }) => sum + (worth.issues[i] ?? 0), 0))}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {whole && <WaysOn ground={ground} pack={pack} view={view} />}
    </article>
  );
};

function termsOf({ fact }: Entry<Bridging>, { valued, table }: Ground): packages.Offer {
  return valued.issues.map((issue, i) => {
    const term = fact.terms.find((one) => one.issue === issue.key);
    return term === undefined ? null : (placeOfAnswer(table.agenda[i], answerOf(issue, term.answer))?.place ?? null);
  });
}

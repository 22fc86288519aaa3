import type { Hono } from 'hono';
import {
  accountsOf,
  audienceInWords,
  issueWithKey,
  obstacles,
  partyName,
  type Entry,
  type Obstacle,
} from '../../domain/index.ts';
import { managesCase } from '../agenda/may-manage.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Words } from '../entries/card.tsx';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { Time } from '../times.tsx';
import { sidesFor } from './account-form.tsx';
import { Detected } from './detected.tsx';

/** What stands in the way, as far as the viewer knows: entered by those who mediate, and detected in what the sides said. */
export function obstacleList(app: Hono, context: Context): void {
  casePage(app, context, '/obstacles', (view) => (
    <CasePage view={view} title="Obstacles" here="/table">
      <h1>Obstacles</h1>
      <TableLinks view={view} here="/obstacles" />
      {managesCase(view) && (
        <p class="acts">
          <a class="button" href={`${view.base}/obstacles/enter`}>
            Enter an obstacle
          </a>
        </p>
      )}
      <section aria-labelledby="entered">
        <h2 id="entered">Entered</h2>
        {obstacles(view.file).length === 0 ? (
          <p class="empty">No obstacle has been entered that you know of.</p>
        ) : (
          obstacles(view.file).map((obstacle) => <Item obstacle={obstacle} view={view} />)
        )}
      </section>
      <Detected view={view} />
    </CasePage>
  ));
}

const Item = ({ obstacle, view }: { readonly obstacle: Entry<Obstacle>; readonly view: View }) => {
  const { title, words, issue, raisedBy, remedy, state } = obstacle.fact;
  const accounts = accountsOf(view.file, obstacle);
  return (
    <article class="obstacle" id={`e-${obstacle.id}`}>
      <h3>
        <bdi>{title}</bdi> <small class="state">{stateInWords[state]}</small>
      </h3>
      <p class="meta">
        {issue !== null && (
          <>
            On <bdi>{issueWithKey(view.file, issue)?.name ?? issue}</bdi>.{' '}
          </>
        )}
        {raisedBy !== null && (
          <>
            Raised by <bdi>{partyName(view.file, raisedBy)}</bdi>.{' '}
          </>
        )}
        <Time at={obstacle.at} file={view.file} />. Known to {audienceInWords(view.file, obstacle.audience)}.
      </p>
      {words !== '' && <Words text={words} />}
      {remedy !== '' && (
        <>
          <h4>What would remove it</h4>
          <Words text={remedy} />
        </>
      )}
      {accounts.map((account) => (
        <section class="account" id={`e-${account.id}`}>
          <h4>
            As <bdi>{partyName(view.file, account.fact.party)}</bdi> tells it
            {account.by.as !== `party:${account.fact.party}` && ' (noted by the mediation)'}
          </h4>
          <Words text={account.fact.words} />
          <p class="meta">Read by {audienceInWords(view.file, account.audience)}.</p>
        </section>
      ))}
      <p class="acts">
        {sidesFor(view).length > 0 && <a href={`${view.base}/obstacles/${obstacle.id}/account`}>Give an account</a>}{' '}
        {managesCase(view) && <a href={`${view.base}/obstacles/${obstacle.id}`}>Revise</a>}
      </p>
    </article>
  );
};

/** How an obstacle stands, as it reads. */
export const stateInWords: Readonly<Record<Obstacle['state'], string>> = {
  standing: 'standing',
  eased: 'eased',
  removed: 'removed',
};

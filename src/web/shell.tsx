import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import {
  institutionName,
  openingOf,
  partyName,
  standingOf,
  type Actor,
  type CaseFile,
  type Seat,
} from '../domain/index.ts';
import type { Account } from '../store/index.ts';
import { builtAssets, type Assets } from './assets.ts';
import { Band, ownRoom } from './band.tsx';
import type { View } from './case-page.tsx';

let assets: Assets | null = null;
const addresses = (): Assets => (assets ??= builtAssets());

interface DocumentProps {
  readonly title: string;
  readonly account?: Account | null;
  readonly children?: Child;
}

/** The HTML document around a page. For somebody signed in it grows livelier with a script; it works without. */
const Document: FC<DocumentProps> = ({ title, account, children }) => (
  <>
    {html`<!doctype html>`}
    <html lang="en" dir={account?.direction ?? 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title} · Parley</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={addresses().style} />
        {account != null && <script type="module" src={addresses().script} />}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        {children}
        {account != null && <parley-draft data-person={account.id} />}
      </body>
    </html>
  </>
);

/** A page outside any case, for somebody signed in or nobody. */
export const Plain: FC<{
  readonly title: string;
  readonly account?: Account | null;
  readonly demonstration?: boolean;
  readonly children?: Child;
}> = ({ title, account, demonstration, children }) => (
  <Document title={title} account={account ?? null}>
    <SiteHeader account={account ?? null} demonstration={demonstration === true} />
    <main id="main">{children}</main>
  </Document>
);

/** A page of a case: the band that says in whose room one is and who hears it, the case's name, the way to the other pages, then the page itself. */
export const CasePage: FC<{
  readonly view: View;
  readonly title: string;
  readonly here: string;
  readonly band?: string;
  readonly audience?: readonly Seat[];
  readonly children?: Child;
}> = ({ view, title, here, band, audience, children }) => {
  const name = openingOf(view.file)?.name ?? 'A case';
  const room = {
    ...ownRoom(view),
    ...(band !== undefined && { name: band }),
    ...(audience !== undefined && { audience }),
  };
  return (
    <Document title={`${title} · ${name}`} account={view.account}>
      <Band view={view} room={room} own={band === undefined} as={roleInWords(view.file, view.actor)} />
      <SiteHeader account={view.account} demonstration={view.context.demonstration} />
      <nav class="case" aria-label="Case">
        <a class="case-name" href={view.base}>
          <bdi>{name}</bdi>
        </a>
        <ul>
          {links(view).map(([address, label]) => (
            <li>
              <a href={`${view.base}${address}`} aria-current={here === address ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main">
        <parley-fresh
          class="fresh"
          data-source={`${view.base}/events`}
          data-seen={String(view.file.entries.length)}
          role="status"
        />
        {children}
      </main>
      <footer class="sheet-mark">
        <bdi>{name}</bdi> · <bdi>{room.name}</bdi> · for <bdi>{view.actor.name}</bdi>
      </footer>
    </Document>
  );
};

const SiteHeader: FC<{ readonly account: Account | null; readonly demonstration: boolean }> = ({
  account,
  demonstration,
}) => (
  <header>
    <div class="site">
      <a class="brand" href="/">
        Parley
      </a>
      {account !== null && (
        <nav aria-label="You">
          <ul>
            <li>
              <a href="/account">
                <bdi>{account.name}</bdi>
              </a>
            </li>
            <li>
              <form method="post" action="/sign-out">
                <button class="link">Sign out</button>
              </form>
            </li>
          </ul>
        </nav>
      )}
    </div>
    {demonstration && (
      <p class="demonstration">
        <strong>Demonstration.</strong> Anybody at this computer can sign in as anybody here. Put nothing real into it.{' '}
        <a href="/demonstration">Change who you are</a>
      </p>
    )}
  </header>
);

/** The pages of a case that a person's role has a use for. */
function links({ actor, file }: View): readonly (readonly [string, string])[] {
  const mediates = actor.role.kind === 'mediator' && standingOf(file, actor) !== 'observer';
  return [
    ['', 'At a glance'],
    ['/rooms', 'Rooms'],
    ['/proposals', 'Proposals'],
    ['/table', 'Table'],
    ...(mediates ? ([['/ledger', 'Ledger']] as const) : []),
    ['/meetings', 'Meetings'],
    ['/agenda', 'Agenda'],
    ['/people', 'People'],
  ];
}

/** What somebody is in a case, in words. */
export function roleInWords(file: CaseFile, actor: Pick<Actor, 'name' | 'role'>): string {
  const { name, role } = actor;
  switch (role.kind) {
    case 'mediator':
      return `${name}, ${institutionName(file, role.institution)}`;
    case 'delegate':
      return `${name}, ${rankInWords[role.rank]}, ${partyName(file, role.party)}`;
    case 'reader':
      return `${name}, reader`;
  }
}

/** The ranks as they read. */
export const rankInWords = {
  principal: 'principal',
  ministerial: 'ministerial',
  senior: 'senior',
  midLevel: 'mid-level',
  technical: 'technical',
} as const;

/** The mandates as they read. */
export const mandateInWords = {
  explore: 'to explore',
  negotiate: 'to negotiate',
  adReferendum: 'to conclude ad referendum',
  conclude: 'to conclude',
} as const;

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { Trouble } from '../store/index.ts';
import { accountPages } from './accounts/pages.tsx';
import { agendaPages } from './agenda/pages.tsx';
import { carryingPages } from './carrying/pages.tsx';
import { casesPages } from './cases/pages.tsx';
import { conflictPages } from './conflict/pages.tsx';
import type { Context } from './context.ts';
import { divisionPages } from './division/pages.tsx';
import { events } from './events.ts';
import { glancePages } from './glance/pages.tsx';
import { ledgerPages } from './ledger/pages.tsx';
import { meetingPages } from './meetings/pages.tsx';
import { notFound } from './not-found.tsx';
import { peoplePages } from './people/pages.tsx';
import { proposalPages } from './proposals/pages.tsx';
import { roomPages } from './rooms/pages.tsx';
import { headwayPages } from './headway/pages.tsx';
import { obstaclePages } from './obstacles/pages.tsx';
import { packagesPages } from './packages/pages.tsx';
import { preferencesPages } from './preferences/pages.tsx';
import { sealedPages } from './sealed/pages.tsx';
import { tablePages } from './table/pages.tsx';
import { answerHeaders, ownHost } from './guard.ts';
import { Plain } from './shell.tsx';

/** The largest body that is read: a case file in YAML with room to spare. */
const largestBody = 4 * 1024 * 1024;

/** The whole web application: the same in the server and in tests. */
export function createApp(context: Context): Hono {
  const app = new Hono();
  app.use(answerHeaders(context), ownHost(context));
  app.post('*', csrf(), bodyLimit({ maxSize: largestBody, onError: (request) => request.html(<TooLarge />, 413) }));
  app.get('/assets/:name', (request) => {
    const asset = context.assets.file(request.req.param('name'));
    if (asset === null) return notFound(request);
    return request.body(asset.bytes, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('/health', async (request) => {
    await context.store.check();
    return request.text('ok\n');
  });
  accountPages(app, context);
  casesPages(app, context);
  for (const pages of [
    glancePages,
    roomPages,
    proposalPages,
    carryingPages,
    ledgerPages,
    meetingPages,
    agendaPages,
    peoplePages,
    tablePages,
    headwayPages,
    obstaclePages,
    preferencesPages,
    packagesPages,
    sealedPages,
    conflictPages,
    divisionPages,
  ])
    pages(app, context);
  events(app, context);
  app.notFound(notFound);
  app.onError((error, request) => {
    // A form that another site sent.
    if (error instanceof HTTPException) return request.text('This form was not sent from here.\n', error.status);
    if (error instanceof Trouble) {
      context.log.error({ reason: error.reason }, error.message);
      return request.html(<Unavailable sentence={error.message} />, 503, { 'retry-after': '30' });
    }
    context.log.error(
      { error: error instanceof Error ? error.stack : String(error), path: request.req.routePath },
      'a fault of the program',
    );
    return request.html(<Fault />, 500);
  });
  return app;
}

const TooLarge = () => (
  <Plain title="Too large">
    <h1>Too large</h1>
    <p>
      What you sent is larger than {largestBody / 1024 / 1024} MB. Nothing was recorded. Go back: your browser still has
      what you typed.
    </p>
  </Plain>
);

const Unavailable = ({ sentence }: { readonly sentence: string }) => (
  <Plain title="Not now">
    <h1>Not now</h1>
    <p>{sentence}</p>
    <p>Go back: your browser still has what you typed.</p>
  </Plain>
);

const Fault = () => (
  <Plain title="Something went wrong">
    <h1>Something went wrong</h1>
    <p>
      This is a fault of the program, and it was noted. Nothing of what you just sent was recorded. Go back: your
      browser still has what you typed.
    </p>
  </Plain>
);

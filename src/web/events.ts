import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { visitCase } from '../store/index.ts';
import { viewOf } from './case-page.tsx';
import type { Context } from './context.ts';
import { sessionToken } from './session.ts';

const heartbeat = 25_000;

/**
 * Word to an open page that the reader's own file has grown, with how many entries it has now. When something is recorded in the case,
 * each reader's own file is read again, and only a reader whose file grew is told; so nobody can feel what they may not know.
 */
export function events(app: Hono, context: Context): void {
  app.get('/cases/:case/events', async (request) => {
    const view = await viewOf(context, request);
    if (view instanceof Response) return view;
    const token = sessionToken(context, request);
    let seen = view.file.entries.length;
    return streamSSE(request, async (stream) => {
      let looking: Promise<void> = Promise.resolve();
      const look = async (): Promise<void> => {
        const visit = await visitCase(context.store, { token, now: context.clock() }, view.file.case);
        const file = visit?.file ?? null;
        if (file === null) return stream.abort();
        if (file.entries.length === seen) return;
        seen = file.entries.length;
        await stream.writeSSE({ event: 'fresh', data: String(seen) });
      };
      const stop = context.store.wake.listen(view.file.case, () => {
        looking = looking.then(look).catch(() => stream.abort());
      });
      stream.onAbort(stop);
      await stream.writeSSE({ event: 'fresh', data: String(seen) });
      while (!stream.aborted) {
        await stream.sleep(heartbeat);
        if (!stream.aborted) await stream.write(': still here\n\n');
      }
    });
  });
}

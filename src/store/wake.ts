import { EventEmitter } from 'node:events';
import pg from 'pg';

/** Word that something was recorded in a case. It says nothing of what or for whom: each listener looks again at its own file. */
export interface Wake {
  readonly ring: (caseId: string) => void;
  readonly listen: (caseId: string, wakened: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Wakes listeners in this process: the embedded store has no others. */
export function localWake(): Wake {
  const bell = new EventEmitter().setMaxListeners(0);
  return {
    ring: (caseId) => void bell.emit(caseId),
    listen: (caseId, wakened) => {
      bell.on(caseId, wakened);
      return () => void bell.off(caseId, wakened);
    },
    close: async () => void bell.removeAllListeners(),
  };
}

/** Wakes listeners in every process on the same PostgreSQL server; when the connection breaks it is made again, and all are wakened once. */
export async function postgresWake(url: string): Promise<Wake> {
  const local = localWake();
  const cases = new Map<string, number>();
  let closed = false;
  let client = await connect();
  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: url, application_name: 'parley wake' });
    fresh.on('notification', (note) => local.ring(note.payload ?? ''));
    fresh.on('error', () => {});
    fresh.on('end', () => void retry());
    await fresh.connect();
    await fresh.query('listen parley_wake');
    return fresh;
  }
  async function retry(): Promise<void> {
    while (!closed) {
      await new Promise((resolve) => setTimeout(resolve, 1000).unref());
      try {
        client = await connect();
        for (const caseId of cases.keys()) local.ring(caseId);
        return;
      } catch {
        // The server is still away; the next attempt follows.
      }
    }
  }
  return {
    ring: (caseId) =>
      void client.query('select pg_notify($1, $2)', ['parley_wake', caseId]).catch(() => local.ring(caseId)),
    listen: (caseId, wakened) => {
      cases.set(caseId, (cases.get(caseId) ?? 0) + 1);
      const stop = local.listen(caseId, wakened);
      return () => {
        stop();
        const left = (cases.get(caseId) ?? 1) - 1;
        if (left === 0) cases.delete(caseId);
        else cases.set(caseId, left);
      };
    },
    close: async () => {
      closed = true;
      await client.end().catch(() => {});
    },
  };
}

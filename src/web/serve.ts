import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import { signInLimits, type Store } from '../store/index.ts';
import { builtAssets } from './assets.ts';
import { createApp } from './server.tsx';

/** A server that is listening: its address, and how to stop it. */
export interface Serving {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface ServeOptions {
  readonly store: Store;
  readonly host: string;
  readonly port: number;
  readonly demonstration: boolean;
  readonly publicUrl: URL | null;
  readonly log: Logger;
}

/** Serves the application. Rejects with the system's own error when the port is taken. */
export async function serve({ store, host, port, demonstration, publicUrl, log }: ServeOptions): Promise<Serving> {
  const hosts = hostsOf(host, publicUrl);
  const app = createApp({
    ...(hosts && { hosts }),
    store,
    clock: () => new Date(),
    newKey: () => randomUUID(),
    assets: builtAssets(),
    demonstration,
    publicUrl,
    limits: signInLimits,
    log,
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: publicUrl?.href ?? `http://${shown}:${address.port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if (!('closeAllConnections' in server)) return;
        server.closeIdleConnections();
        // What is being answered may finish; a page that only listens would not.
        setTimeout(() => server.closeAllConnections(), grace).unref();
      }),
  };
}

const grace = 1_000;
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The names that lead here: those of this computer, and that of the public address; unknown where it listens to a network without one. */
function hostsOf(host: string, publicUrl: URL | null): ReadonlySet<string> | undefined {
  if (publicUrl !== null) return new Set([...loopback, publicUrl.hostname]);
  return ['localhost', '127.0.0.1', '::1'].includes(host) ? new Set(loopback) : undefined;
}

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
  const app = createApp({ store, clock: () => new Date(), newKey: () => randomUUID(), assets: builtAssets(), demonstration, publicUrl, limits: signInLimits, log });
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
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built style sheet and scripts: their addresses, and their bytes. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** The script of the frontier, loaded on its page alone. */
  readonly frontier: string;
  /** The script of the thread that works out the frontier’s pictures. */
  readonly frontierWorker: string;
  readonly file: (name: string) => { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | null;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  svg: 'image/svg+xml',
};

/** The assets as they were built into `dist/assets`. Their names hold a hash of their contents, so they may be kept for ever. */
export function builtAssets(): Assets {
  const folder = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
  const manifest = readManifest(join(folder, 'manifest.json'));
  const files = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>();
  return {
    style: `/assets/${manifest['src/web/styles/index.css']?.file ?? 'index.css'}`,
    script: `/assets/${manifest['src/web/browser/index.ts']?.file ?? 'index.js'}`,
    frontier: `/assets/${manifest['src/web/browser/frontier/index.ts']?.file ?? 'frontier.js'}`,
    frontierWorker: `/assets/${manifest['src/web/browser/frontier/worker.ts']?.file ?? 'worker.js'}`,
    file: (name) => {
      if (!/^[\w.-]+$/.test(name) || name === 'manifest.json') return null;
      const known = files.get(name);
      if (known !== undefined) return known;
      const type = types[name.split('.').pop() ?? ''];
      if (type === undefined || !existsSync(join(folder, name))) return null;
      const found = { bytes: new Uint8Array(readFileSync(join(folder, name))), type };
      files.set(name, found);
      return found;
    },
  };
}

function readManifest(path: string): Readonly<Record<string, { readonly file: string } | undefined>> {
  if (!existsSync(path)) return {};
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, { readonly file: string }>;
}

import fs from 'node:fs';
import { defineConfig } from 'vite';

const entries = [
  'src/web/browser/index.ts',
  'src/web/browser/frontier/index.ts',
  'src/web/browser/frontier/worker.ts',
  'src/web/styles/index.css',
];

/** Builds the browser's assets only: pages are made by the server, which finds the hashed names in the manifest. */
export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    // The content security policy allows no data: addresses, and a font is better cached by itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { input: entries.filter((entry) => fs.existsSync(entry)) },
  },
});

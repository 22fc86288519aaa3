// npm run dev: the demo, compiled and restarted as files change.
import fs from 'node:fs';
import { built, carryOver, hasAssets } from './bootstrap/build.mjs';
import { inside } from './bootstrap/place.mjs';
import { ready } from './bootstrap/ready.mjs';
import { run } from './bootstrap/run.mjs';
import { tool } from './bootstrap/tool.mjs';

const node = await ready({ build: true });
fs.watch(inside('src'), { recursive: true }, (_event, file) => {
  if (file?.endsWith('.sql')) carryOver();
});
const compiler = run(node, [tool('typescript', 'tsc'), '-b', '--watch', '--preserveWatchOutput']);
if (hasAssets()) void run(node, [tool('vite'), 'build', '--watch', '--logLevel', 'warn']);
const server = run(node, [
  '--watch',
  '--watch-preserve-output',
  '--enable-source-maps',
  inside(built.cli),
  'serve',
  '--demo',
  ...process.argv.slice(2),
]);
process.exit(await Promise.race([compiler, server]));

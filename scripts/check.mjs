// npm run check: types, lint, format, tests. All of them run, and any failure is one at the end.
import { inside } from './bootstrap/place.mjs';
import { ready } from './bootstrap/ready.mjs';
import { run, say } from './bootstrap/run.mjs';
import { tool } from './bootstrap/tool.mjs';

const node = await ready();
const parts = {
  types: [tool('typescript', 'tsc'), '-b', 'tsconfig.json', 'tests'],
  lint: [inside('scripts/lint.mjs')],
  format: [inside('scripts/format.mjs'), '--check'],
  tests: [inside('scripts/test.mjs'), ...process.argv.slice(2)],
};
const failed = [];
for (const [name, args] of Object.entries(parts)) {
  say(name);
  if ((await run(node, args)) !== 0) failed.push(name);
}
if (failed.length > 0) say(`failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);

// npm run bench [-- NAME …]: runs the measured comparisons in bench/, all of them or those whose names contain one of the words.
import { filesUnder } from './bootstrap/fingerprint.mjs';
import { inside } from './bootstrap/place.mjs';
import { ready } from './bootstrap/ready.mjs';
import { run, say } from './bootstrap/run.mjs';

const node = await ready({ build: true });
const words = process.argv.slice(2);
const benches = filesUnder('bench').filter(
  (f) => f.endsWith('.bench.ts') && (words.length === 0 || words.some((w) => f.includes(w))),
);
if (benches.length === 0) say('nothing in bench/ has such a name');
let worst = 0;
for (const file of benches) {
  say(file);
  worst = Math.max(worst, await run(node, [inside(file)]));
}
process.exit(worst);

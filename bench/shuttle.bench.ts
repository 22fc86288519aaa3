// The shuttle's speed and size: plain page, the case at a glance with 5,000 entries, an append, a start, memory. On PGlite, and on
// PostgreSQL where BENCH_DATABASE_URL and BENCH_DATABASE_OWNER_URL are set. Medians of three runs; bench/README.md keeps the figures.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { instant, say } from '../src/domain/index.ts';
import {
  accountsForDemonstration,
  act,
  importCase,
  openStore,
  signInForDemonstration,
  type Place,
} from '../src/store/index.ts';
import { crowdedCase } from './crowded-case.ts';
import { startServer } from '../tests/support/running-server.ts';

const entries = 5_000;
const seconds = 5;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const rows: (readonly [string, string, string, string])[] = [];

await measure('PGlite', { dir: mkdtempSync(join(tmpdir(), 'parley-bench-')) });
const { BENCH_DATABASE_URL: url, BENCH_DATABASE_OWNER_URL: ownerUrl } = process.env;
if (url !== undefined && ownerUrl !== undefined) await measure('PostgreSQL', { url, ownerUrl });
console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
console.log('| What | Store | Measured | Asked |\n|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

async function measure(name: string, place: Exclude<Place, { readonly memory: true }>): Promise<void> {
  const { caseId, token } = await fill(name, place);
  const env = 'url' in place ? { DATABASE_URL: place.url } : {};
  const args = 'dir' in place ? ['--data', place.dir] : [];
  const starts: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const server = await startServer(args, env);
    starts.push(server.startedIn);
    await server.stop();
  }
  rows.push(['Start on an existing folder', name, `${median(starts).toFixed(0)} ms`, 'under 2,000 ms']);
  const server = await startServer(args, env);
  try {
    const plain = await load(`${server.url}sign-in`, 10, {});
    rows.push(['Plain page (sign in)', name, `${plain.rate.toFixed(0)} a second`, 'at least 10,000']);
    const glance = `${server.url}cases/${caseId}`;
    await load(glance, 1, { cookie: `parley=${token}` }, 1);
    const busy = await load(glance, 10, { cookie: `parley=${token}` });
    rows.push([`Case at a glance, ${entries} entries, warm`, name, `${busy.rate.toFixed(0)} a second`, 'at least 300']);
    const alone = await load(glance, 1, { cookie: `parley=${token}` });
    rows.push(['The same, one reader, 97.5th percentile', name, `${alone.late} ms`, '25 ms at the 95th']);
    rows.push(['Memory of the server after this', name, `${server.memory().toFixed(0)} MB`, 'under 450 MB']);
  } finally {
    await server.stop();
    if ('dir' in place) rmSync(place.dir, { recursive: true, force: true });
  }
}

/** Fills the store with a crowded case, and measures appends to it. */
async function fill(name: string, place: Place): Promise<{ readonly caseId: string; readonly token: string }> {
  const store = await openStore(place);
  try {
    const played = crowdedCase(entries);
    const now = new Date();
    const accounts = await accountsForDemonstration(store, played, now);
    await importCase(store, played, accounts);
    const token = await signInForDemonstration(store, accounts.get('mara') ?? '', 'bench', now);
    const [times, appends]: [number[], number[]] = [[], []];
    for (let i = 0; i < 400; i += 1) {
      const began = performance.now();
      let decided = began;
      await act(
        store,
        { token, caseId: played.case, key: `bench ${i}`, digest: '', now: new Date() },
        (file, actor, make) => {
          const words = `Said at ${instant(new Date())}.`;
          const decision = say(file, actor, { kind: 'caucus', parties: ['north'] }, words, make);
          decided = performance.now();
          return decision;
        },
      );
      const done = performance.now();
      times.push(done - began);
      appends.push(done - decided);
    }
    const late = (ms: readonly number[]): string => `${median(ms.slice(50)).toFixed(2)} ms`;
    rows.push(['An append, from the decision until it is on disk, median', name, late(appends), 'at most 3 ms']);
    rows.push(['The whole act with it: session, turn, file, decision, append', name, late(times), '']);
    return { caseId: played.case, token };
  } finally {
    await store.close();
  }
}

async function load(
  url: string,
  connections: number,
  headers: Record<string, string>,
  duration = seconds,
): Promise<{ readonly rate: number; readonly late: number }> {
  const rates: number[] = [];
  const late: number[] = [];
  for (let i = 0; i < (duration === seconds ? 3 : 1); i += 1) {
    const result = await autocannon({ url, connections, duration, headers });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${url}: ${result.non2xx} answers that were no page, ${result.errors} errors`);
    rates.push(result.requests.average);
    late.push(result.latency.p97_5);
  }
  return { rate: median(rates), late: median(late) };
}

// The mediator's table with 5,000 entries, 12 issues and 3 sides: server time of every page, with something newly said now and then, so that
// the first look after it is in the figures. In one process, on PGlite in memory; bench/README.md keeps the figures.
import { cpus } from 'node:os';
import { pino } from 'pino';
import { say, statePreferences } from '../src/domain/index.ts';
import {
  accountsForDemonstration,
  act,
  importCase,
  openStore,
  signInForDemonstration,
  signInLimits,
} from '../src/store/index.ts';
import { builtAssets, createApp } from '../dist/web/index.js';
import { crowdedCase } from './crowded-case.ts';

const looks = 40;
const sides = ['north', 'south', 'west'] as const;
const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;

const store = await openStore({ memory: true });
const played = crowdedCase(5_000);
const now = new Date();
const accounts = await accountsForDemonstration(store, played, now);
await importCase(store, played, accounts);
const tokens = new Map<string, string>();
for (const who of ['mara', ...sides.map((side) => `${side}-1`)])
  tokens.set(who, await signInForDemonstration(store, accounts.get(who) ?? '', 'bench', now));
const app = createApp({
  store: store as never,
  clock: () => new Date(),
  newKey: () => crypto.randomUUID(),
  assets: builtAssets(),
  demonstration: false,
  publicUrl: null,
  limits: signInLimits,
  log: pino({ enabled: false }),
});
let acts = 0;
const asking = (who: string) => ({
  token: tokens.get(who) ?? '',
  caseId: played.case,
  key: `bench ${(acts += 1)}`,
  digest: '',
  now: new Date(),
});
for (const [s, party] of sides.entries())
  await act(store, asking(`${party}-1`), (file, actor, make) =>
    statePreferences(
      file,
      actor,
      {
        party,
        room: { kind: 'caucus', parties: [party] },
        issues: Array.from({ length: 12 }, (_, i) => {
          const [low, high] = (i + s) % 3 === 0 ? [100, 0] : [0, 100];
          const points = [0, 40, 100].map((at) => ({ at, value: at === 40 ? 55 : at === 0 ? low : high }));
          return { issue: `issue-${i + 1}`, weight: 1 + ((i * (s + 2) * 7) % 11), worth: { kind: 'range', points } };
        }),
        reservation: 30,
        basis: '',
      },
      make,
    ),
  );

console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
console.log('| Page | Who | Median | 95th percentile |\n|---|---|---|---|');
const pages = ['', '/table', '/headway', '/obstacles', '/preferences', '/packages', '/packages/frontier', '/sealed'];
for (const who of ['mara', 'north-1'])
  for (const page of [...pages, ...(who === 'mara' ? ['/conflict', '/division'] : [])]) {
    const times: number[] = [];
    for (let i = 0; i < looks + 5; i += 1) {
      if (i % 10 === 0)
        await act(store, asking('mara'), (file, actor, make) =>
          say(file, actor, { kind: 'caucus', parties: ['north'] }, `Said before look ${i}.`, make),
        );
      const began = performance.now();
      const answer = await app.request(`/cases/${played.case}${page}`, {
        headers: { cookie: `parley=${tokens.get(who)}` },
      });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
      if (i >= 5) times.push(performance.now() - began);
    }
    console.log(
      `| ${page === '' ? '(glance)' : page} | ${who === 'mara' ? 'mediator' : 'delegate'} | ${quantile(times, 0.5).toFixed(1)} ms | ${quantile(times, 0.95).toFixed(1)} ms |`,
    );
  }
await store.close();

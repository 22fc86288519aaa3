import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { crowdedCase } from '../../bench/crowded-case.ts';
import { openPglite } from '../../src/store/pglite/open.ts';
import {
  accountsForDemonstration,
  importCase,
  openStore,
  signInForDemonstration,
  verifyLedger,
} from '../../src/store/index.ts';
import { startServer } from '../support/running-server.ts';

const kills = Number(process.env['PARLEY_KILLS'] ?? 200);
const writers = ['mara', 'north-1', 'south-1'] as const;

/** What one writer asked for, in order: its words are its form's key, so that each can be found again. */
interface Asked {
  readonly words: string;
  readonly address: string;
  readonly token: string;
  acknowledged: boolean;
}

it(
  `loses, tears and doubles nothing in ${kills} kills of the server while it writes`,
  { timeout: 3_600_000 },
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'parley-kills-'));
    const { caseId, tokens } = await fill(dir);
    const asked: Asked[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const server = await startServer(['--data', dir]);
      let running = true;
      const write = async (writer: string): Promise<void> => {
        const room = writer === 'mara' ? 'mediation' : `caucus.${writer.slice(0, -2)}`;
        for (let i = 0; running; i += 1) {
          const words = `kill ${kill}, ${writer}, ${i}`;
          const ask: Asked = {
            words,
            address: `cases/${caseId}/rooms/${room}`,
            token: tokens.get(writer) ?? '',
            acknowledged: false,
          };
          asked.push(ask);
          ask.acknowledged = await post(server.url, ask);
        }
      };
      const since = asked.length;
      const writing = writers.map(write);
      // The kill comes at a random moment after the first acknowledgement, however slow the machine is.
      while (!asked.slice(since).some((ask) => ask.acknowledged)) await sleep(5);
      await sleep(Math.random() * 400);
      running = false;
      await server.stop('SIGKILL');
      await Promise.all(writing);
    }
    const acknowledged = asked.filter((ask) => ask.acknowledged);
    const before = await recorded(dir);
    const lost = acknowledged.filter(({ words }) => !before.has(words));
    // Everything that was not acknowledged is sent again: what was recorded all the same must not be recorded twice.
    const server = await startServer(['--data', dir]);
    const unsure = asked.filter((ask) => !ask.acknowledged);
    for (const ask of unsure) expect(await post(server.url, ask)).toBe(true);
    await server.stop();
    const after = await recorded(dir);
    const doubled = [...after].filter(([, times]) => times > 1);
    console.info(
      `${kills} kills, ${acknowledged.length} acknowledged, ${unsure.length} not, of which ${unsure.filter(({ words }) => before.has(words)).length} were recorded; lost ${lost.length}, doubled ${doubled.length}`,
    );
    expect({ lost, doubled, missing: asked.filter(({ words }) => !after.has(words)) }).toEqual({
      lost: [],
      doubled: [],
      missing: [],
    });
    expect(await torn(dir)).toBe(0);
    const store = await openStore({ dir });
    expect((await verifyLedger(store, caseId))?.faults).toEqual([]);
    await store.close();
    rmSync(dir, { recursive: true, force: true });
    expect(acknowledged.length).toBeGreaterThan(kills);
  },
);

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function fill(dir: string) {
  const store = await openStore({ dir });
  const played = crowdedCase(60);
  const now = new Date();
  const accounts = await accountsForDemonstration(store, played, now);
  await importCase(store, played, accounts);
  const tokens = new Map<string, string>();
  for (const writer of writers)
    tokens.set(writer, await signInForDemonstration(store, accounts.get(writer) ?? '', 'test', now));
  await store.close();
  return { caseId: played.case, tokens };
}

/** Sends a form; whether it was acknowledged. A server that dies meanwhile acknowledges nothing. */
async function post(url: string, { address, words, token }: Asked): Promise<boolean> {
  try {
    const answer = await fetch(`${url}${address}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: `parley=${token}`,
        origin: url.slice(0, -1),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ key: words, seen: '', words }),
    });
    return answer.status === 303;
  } catch {
    return false;
  }
}

/** How often each message is recorded. */
async function recorded(dir: string): Promise<ReadonlyMap<string, number>> {
  const rows = await look<{ words: string; times: number }>(
    dir,
    `select fact->>'words' as words, count(*)::int as times from parley.entry where fact->>'kind' = 'message' group by 1`,
  );
  return new Map(rows.map(({ words, times }) => [words, times]));
}

/** How many acts are recorded in part: an entry named by an act and not there. */
async function torn(dir: string): Promise<number> {
  const [row] = await look<{ torn: number }>(
    dir,
    `select count(*)::int as torn from parley.done d, unnest(d.entries) e
     where not exists (select from parley.entry where case_id = d.case_id and id = e)`,
  );
  return row?.torn ?? -1;
}

async function look<Row>(dir: string, sql: string): Promise<readonly Row[]> {
  const { pglite, close } = await openPglite({ dir });
  const { rows } = await pglite.query<Row>(sql);
  await close();
  return rows;
}

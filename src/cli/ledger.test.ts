import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere, smallCase } from '../../tests/cli/captured.ts';
import { readyMade } from '../../tests/cli/ready-made.ts';
import { openPglite } from '../store/pglite/open.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-cli-'));
const whole = join(dir, 'whole');
const heads = join(dir, 'heads.json');

beforeAll(async () => {
  await readyMade(whole);
  const file = join(dir, 'small.yaml');
  writeFileSync(file, smallCase);
  await runHere(['case', 'new', file, '--data', whole]);
  await runHere(['ledger', 'head', 'the small talks', '--out', heads, '--data', whole]);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Verified {
  readonly ok: boolean;
  readonly cases: readonly {
    readonly faults: readonly {
      readonly audience: readonly string[];
      readonly link: number;
      readonly fault: string;
      readonly says: string;
    }[];
  }[];
}

/** What a verification says of a copy of the store in which somebody changed rows past Parley. */
async function verifiedAfter(
  change: string,
  against = false,
): Promise<{ readonly code: number; readonly verified: Verified; readonly err: string }> {
  const data = mkdtempSync(join(dir, 'tampered-'));
  cpSync(join(whole, 'pg'), join(data, 'pg'), { recursive: true });
  const { pglite, close } = await openPglite({ dir: data });
  await pglite.exec(change);
  await close();
  const { code, out, err } = await runHere([
    'ledger',
    'verify',
    '--json',
    '--data',
    data,
    ...(against ? ['--against', heads] : []),
  ]);
  return { code, verified: JSON.parse(out) as Verified, err };
}

const caucus = `audience::text like '%party:north%' and audience::text not like '%party:south%' and audience::text not like '%person:%' and audience::text like '%mediation%'`;
const faultsOf = ({ verified }: { readonly verified: Verified }) =>
  verified.cases.flatMap(({ faults }) => faults.map(({ audience, link, fault }) => [audience.join(' '), link, fault]));

test('a whole ledger verifies, also against the heads of an earlier day', async () => {
  const { code, out } = await runHere(['ledger', 'verify', 'the small talks', '--against', heads, '--data', whole]);
  expect([code, out]).toEqual([0, expect.stringMatching(/no fault\nAll chains are whole\.$/)]);
  const kept = JSON.parse(readFileSync(heads, 'utf8')) as {
    readonly heads: readonly { readonly length: number; readonly hash: string }[];
  };
  expect(kept.heads.every(({ length, hash }) => length > 0 && /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

test('an edit is found, and named by audience and link', async () => {
  const found = await verifiedAfter(
    `update parley.entry set fact = jsonb_set(fact, '{words}', '"We will never open it."') where fact->>'words' = 'We could open it.'`,
  );
  expect([found.code, found.verified.ok, faultsOf(found)]).toEqual([
    1,
    false,
    [['mediation party:north', 1, 'edited']],
  ]);
  expect(found.verified.cases[0]?.faults[0]?.says).toBe(
    'Entry 1 of the chain of mediation, party:north is not what was recorded: it was edited or moved.',
  );
  expect(found.err).toBe('parley: 1 fault found. What is stored is not what was recorded.');
});

test('a deletion is found', async () => {
  const found = await verifiedAfter(`delete from parley.entry where fact->>'words' = 'We could open it.'`);
  expect(faultsOf(found)).toEqual([
    ['mediation party:north', 1, 'missing'],
    ['mediation party:north', 2, 'edited'],
  ]);
});

test('a tail that was cut off with its head is found only against an exported head', async () => {
  const cut = `delete from parley.entry where fact->>'words' = 'On Sundays.'; update parley.chain set length = 1, hash = (select hash from parley.entry where fact->>'words' = 'We could open it.') where ${caucus}`;
  expect((await verifiedAfter(cut)).code).toBe(0);
  const found = await verifiedAfter(cut, true);
  expect([found.code, faultsOf(found)]).toEqual([1, [['mediation party:north', 2, 'cutOff']]]);
});

test('a case that is gone is found against its heads, and heads that are none are refused', async () => {
  const found = await verifiedAfter(
    'delete from parley.entry; delete from parley.chain; delete from parley.file',
    true,
  );
  expect([found.code, faultsOf(found)]).toEqual([1, [['', 0, 'gone']]]);
  writeFileSync(join(dir, 'other.json'), '{"heads": []}');
  const none = await runHere(['ledger', 'verify', '--against', join(dir, 'other.json'), '--data', whole]);
  expect([none.code, none.err]).toEqual([
    1,
    expect.stringContaining('holds no heads such as parley ledger head writes'),
  ]);
});

import type { CaseId, Fault } from '../../domain/index.ts';
import { caseIds, verifyLedger, type Store } from '../../store/index.ts';
import { answered, refused } from '../answer.ts';
import { withCase } from '../case-named.ts';
import { command, storeArgs, type Exit, type Given } from '../command.ts';
import { readHeads, type HeadsDocument } from '../heads.ts';
import type { Io } from '../io.ts';
import { withExistingStore } from '../place.ts';
import { textAt } from '../text-at.ts';

const args = {
  case: {
    type: 'positional',
    description: 'The case: its id, the beginning of its id, or its name. Left out: every case.',
  },
  against: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Heads that parley ledger head exported before: they also show a tail cut off, or a case gone.',
  },
  ...storeArgs,
} as const;

/** Recomputes the chains and names each fault. */
export const ledgerVerifyCommand = command({
  name: 'ledger verify',
  does: 'Recomputes the chains of a case, or of all, and names each fault: an entry edited, deleted, moved or added past Parley.',
  more: 'The exit code is 0 when there is no fault, and 1 when there is one.',
  args,
  examples: [
    ['parley ledger verify', 'Every case.'],
    ['parley ledger verify veyra-id --against veyra-heads.json', 'One case, against the heads of an earlier day.'],
  ],
  run: (given, io) => {
    const text = given.against === undefined ? null : textAt(given.against);
    const against = typeof text === 'string' ? readHeads(text) : null;
    if (against === null && given.against !== undefined)
      return Promise.resolve(
        refused(io, given.json, `${given.against} holds no heads such as parley ledger head writes.`),
      );
    return withExistingStore(given, io, async (store) => {
      if (given.case === undefined)
        return verify(
          store,
          [...new Set([...(await caseIds(store)), ...(against === null ? [] : [against.case])])],
          against,
          given,
          io,
        );
      return withCase(store, given.case, given, io, async ({ id }) =>
        against !== null && against.case !== id
          ? refused(io, given.json, `${given.against ?? ''} holds the heads of another case, ${against.case}.`)
          : verify(store, [id], against, given, io),
      );
    });
  },
});

async function verify(
  store: Store,
  ids: readonly CaseId[],
  against: HeadsDocument | null,
  { json }: Given<typeof args>,
  io: Io,
): Promise<Exit> {
  const results: Result[] = [];
  for (const id of ids) results.push(await verifyOne(store, id, against));
  const faults = results.flatMap(({ faults: found }) => found);
  const lines = results.map(
    (result) => `${result.case}: ${result.entries} entries in ${result.chains} chains, ${count(result.faults.length)}`,
  );
  const document = { ok: faults.length === 0, cases: results };
  if (faults.length === 0)
    return answered(io, json, document, [
      ...lines,
      results.length === 0 ? 'There is no case yet.' : 'All chains are whole.',
    ]);
  if (!json)
    io.out([...lines, ...results.flatMap((result) => result.faults.map(({ says }) => `  ${says}`))].join('\n'));
  return refused(io, json, `${count(faults.length)} found. What is stored is not what was recorded.`, { document });
}

interface Result {
  readonly case: CaseId;
  readonly entries: number;
  readonly chains: number;
  readonly faults: readonly FaultFound[];
}

interface FaultFound {
  readonly audience: readonly string[];
  readonly link: number;
  readonly fault: Fault['fault'] | 'gone';
  readonly says: string;
}

async function verifyOne(store: Store, id: CaseId, against: HeadsDocument | null): Promise<Result> {
  const found = await verifyLedger(store, id, against?.case === id ? against.heads : []);
  if (found === null)
    return {
      case: id,
      entries: 0,
      chains: 0,
      faults: [
        {
          audience: [],
          link: 0,
          fault: 'gone',
          says: `Case ${id} is gone: there are heads of it, and it is not in the store.`,
        },
      ],
    };
  const faults = found.faults.map((fault) => ({ ...fault, says: faultInWords(fault) }));
  return { case: id, entries: found.entries, chains: found.heads.length, faults };
}

function faultInWords({ audience, link, fault }: Fault): string {
  const chain = `the chain of ${audience.join(', ')}`;
  switch (fault) {
    case 'edited':
      return `Entry ${link} of ${chain} is not what was recorded: it was edited or moved.`;
    case 'missing':
      return `Entry ${link} of ${chain} is missing: it was deleted or moved.`;
    case 'cutOff':
      return `Entry ${link} of ${chain} was its last, and is missing: the tail was cut off.`;
    case 'unlinked':
      return `Entry ${link} of ${chain} stands outside it: it was added past Parley.`;
  }
}

const count = (faults: number): string => (faults === 0 ? 'no fault' : faults === 1 ? '1 fault' : `${faults} faults`);

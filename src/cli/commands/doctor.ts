import { statfsSync, statSync } from 'node:fs';
import { caseIds, isStore, openStore, safetyOf, verifyLedger, type Store } from '../../store/index.ts';
import { answered, refused } from '../answer.ts';
import { command, storeArgs } from '../command.ts';
import { placeOf } from '../place.ts';
import { inASentence } from '../trouble.ts';
import { version } from '../version.ts';
import { wrapped } from '../wrapped.ts';

/** One thing looked at: what, whether it is well, and a sentence. */
interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly says: string;
}

/** Looks at everything that Parley rests on. */
export const doctorCommand = command({
  name: 'doctor',
  does: 'Looks at what Parley rests on here: Node, the folder and its lock, disk space, the database’s roles and policies, every chain.',
  more: 'The exit code is 0 when all is well. It changes nothing but a schema that is behind, as any start does.',
  args: storeArgs,
  examples: [
    ['parley doctor', 'The store in ./data.'],
    [
      'DATABASE_URL=postgres://parley@db/parley parley doctor --json',
      'The store on a PostgreSQL server, for another program.',
    ],
  ],
  run: async (args, io) => {
    const place = placeOf(args.data, io.env);
    const checks: Check[] = [node(), { check: 'Parley', ok: true, says: `Version ${version()}.` }];
    if ('dir' in place) checks.push(...folder(place.dir));
    if (checks.every(({ ok }) => ok)) checks.push(...(await opened(() => openStore(place))));
    const width = Math.max(...checks.map(({ check }) => check.length));
    const lines = checks.flatMap(({ check, ok, says }) => {
      const [first = '', ...rest] = wrapped(says, 80 - width - 8);
      return [
        `${ok ? 'well ' : 'FAULT'}  ${check.padEnd(width)} ${first}`,
        ...rest.map((line) => `${' '.repeat(width + 8)}${line}`),
      ];
    });
    const document = { ok: checks.every(({ ok }) => ok), checks };
    if (document.ok) return answered(io, args.json, document, lines);
    if (!args.json) io.out(lines.join('\n'));
    return refused(
      io,
      args.json,
      checks
        .filter(({ ok }) => !ok)
        .map(({ says }) => says)
        .join(' '),
      { document },
    );
  },
});

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 22 || (major === 22 && minor >= 22);
  return { check: 'Node', ok, says: `Version ${process.versions.node}${ok ? '' : '; Parley needs 22.22 or later'}.` };
}

function folder(dir: string): readonly Check[] {
  if (!isStore(dir))
    return [
      {
        check: 'Folder',
        ok: false,
        says: `There is no store in ${dir}. Name its folder with --data, or make one with parley serve.`,
      },
    ];
  const open = (statSync(dir).mode & 0o077) !== 0 && process.platform !== 'win32';
  const { bavail, bsize } = statfsSync(dir);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  return [
    {
      check: 'Folder',
      ok: !open,
      says: open
        ? `Other users of this computer may look into ${dir}. Run: chmod 700 ${dir}`
        : `${dir}, for its owner alone.`,
    },
    {
      check: 'Disk space',
      ok: free >= 256,
      says: `${free} MB free${free >= 256 ? '' : '; less than 256 MB is too little to go on for long'}.`,
    },
  ];
}

async function opened(open: () => Promise<Store>): Promise<readonly Check[]> {
  try {
    const store = await open();
    try {
      return [
        {
          check: 'Lock',
          ok: true,
          says:
            store.kind === 'embedded'
              ? 'Nobody else has the folder open.'
              : 'The server keeps order among those who use it.',
        },
        ...(await database(store)),
        await chains(store),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    const says = inASentence(error);
    if (says === null) throw error;
    return [{ check: 'Store', ok: false, says }];
  }
}

async function database(store: Store): Promise<readonly Check[]> {
  const { version: server, missing, faults, loginIsBound } = await safetyOf(store);
  const login =
    store.kind === 'embedded'
      ? 'The store is embedded: only this program reaches it, and it takes a bound role for every transaction.'
      : 'The login role is bound by row-level security.';
  return [
    { check: 'Database', ok: true, says: `PostgreSQL ${server}${store.kind === 'embedded' ? ', embedded' : ''}.` },
    {
      check: 'Schema',
      ok: missing.length === 0,
      says: missing.length === 0 ? 'Up to date.' : `It lacks ${missing.join(', ')}.`,
    },
    {
      check: 'Login role',
      ok: store.kind === 'embedded' || loginIsBound,
      says: store.kind === 'embedded' || loginIsBound ? login : 'The login role is not bound by row-level security.',
    },
    {
      check: 'Walls',
      ok: faults.length === 0,
      says:
        faults.length === 0
          ? 'Row-level security is forced on every table that a viewer reaches, with the one policy.'
          : faults.join(' '),
    },
  ];
}

async function chains(store: Store): Promise<Check> {
  const ids = await caseIds(store);
  let entries = 0;
  let faults = 0;
  for (const id of ids) {
    const found = await verifyLedger(store, id);
    entries += found?.entries ?? 0;
    faults += found?.faults.length ?? 0;
  }
  const counted = `${entries} entries in ${ids.length} ${ids.length === 1 ? 'case' : 'cases'}`;
  return {
    check: 'Chains',
    ok: faults === 0,
    says:
      faults === 0
        ? `${counted}, every chain whole.`
        : `${counted}; ${faults} faults, which parley ledger verify names.`,
  };
}

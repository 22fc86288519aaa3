import type { Exit, Io } from '../../src/cli/index.ts';
import { run } from '../../src/cli/index.ts';

/** What a command line did: its exit code and what it wrote. */
export interface Ran {
  readonly code: Exit;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, with a clock that stands still, and gives what it wrote. */
export async function runHere(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const heard = listening(env);
  const code = await run(argv, heard.io);
  return { code, out: heard.out(), err: heard.err() };
}

/** An `Io` that keeps what is written, and that can be asked to end. */
export function listening(env: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const asked = Promise.withResolvers<void>();
  const waiting: (() => void)[] = [];
  const io: Io = {
    out: (text) => {
      out.push(text);
      for (const wake of waiting.splice(0)) wake();
    },
    err: (text) => void err.push(text),
    colours: false,
    env,
    now: () => new Date('2031-01-07T09:00:00Z'),
    asked: () => asked.promise,
  };
  return {
    io,
    out: () => out.join('\n'),
    err: () => err.join('\n'),
    end: () => asked.resolve(),
    /** Resolves at the next line of the answer. */
    nextLine: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
}

/** A small case as a file, opened in 2031 by Mara; Nora and Sol speak for the two sides. */
export const smallCase = `parley: 1
name: The small talks
summary: Two sides, one gate.
provenance: Invented for a test.
time-zone: UTC
opens: 2031-01-01 09:00
parties:
  north: { name: North }
  south: { name: South }
institutions:
  office: { name: The Office, standing: lead }
people:
  mara: { name: Mara, mediator: office }
  nora: { name: Nora, delegate: north, rank: senior, mandate: conclude }
  sol: { name: Sol, delegate: south, rank: senior, mandate: conclude }
issues:
  gate: { name: The gate, options: { open: Open, shut: Shut } }
history:
  - at: 2031-01-02 09:00
    by: nora
    say: { in: { caucus: north }, words: We could open it. }
  - at: 2031-01-02 10:00
    by: nora
    say: { in: { caucus: north }, words: On Sundays. }
  - at: 2031-01-03 09:00
    by: mara
    say: { in: joint, words: Welcome to all. }
`;

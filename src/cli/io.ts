import process from 'node:process';

/** What a command has of the world: where it writes, the environment, the clock, and word that it should stop. */
export interface Io {
  /** Writes lines of the answer. */
  readonly out: (text: string) => void;
  /** Writes lines about the answer: what went wrong, what to do. */
  readonly err: (text: string) => void;
  /** Draws a line over the one before it, and wipes it with an empty one; only where somebody is watching a terminal. */
  readonly over?: (text: string) => void;
  /** Whether the answer may be coloured. */
  readonly colours: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Resolves when somebody asks the program to end. */
  readonly asked: () => Promise<void>;
}

/** The terminal that the program runs in. */
export function terminal(): Io {
  // A reader such as `head` may leave before the end; what is left then has nobody to go to.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    ...(process.stderr.isTTY ? { over: drawnOver } : {}),
    colours: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    env: process.env,
    now: () => new Date(),
    asked: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      }),
  };
}

/** Carriage return, the line, and whatever is left of the last one erased; no longer than the terminal is wide, or it would not be drawn over. */
const drawnOver = (text: string): void =>
  void process.stderr.write(`\r${text.slice(0, (process.stderr.columns || 80) - 1)}\u001b[K`);

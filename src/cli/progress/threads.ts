import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { Io } from '../io.ts';
import { barOn, type Bar } from './bar.ts';
import { jobs, type JobName, type Jobs } from './jobs.ts';
import type { Doing, Tell } from './progress.ts';
import type { Task } from './worker.ts';

type Given<Name extends JobName> = Parameters<Jobs[Name]>[0];
type Found<Name extends JobName> = ReturnType<Jobs[Name]>;

/** Threads that jobs are done in, as many side by side as the machine has processors. */
export interface Threads {
  /** Does one job; the bar shows what it says that it is doing. */
  readonly one: <Name extends JobName>(job: Name, given: Given<Name>) => Promise<Found<Name>>;
  /** Does a job for each of many, side by side, and gives what was found in their order; the bar shows how many are done. */
  readonly each: <Name extends JobName>(
    job: Name,
    given: readonly Given<Name>[],
    doing: string,
  ) => Promise<readonly Found<Name>[]>;
}

/**
 * Does long work in threads, with a bar after two seconds where somebody is watching. Null if it was asked to end first: the threads are
 * ended in the middle of whatever they do.
 */
export async function inThreads<T>(io: Io, work: (threads: Threads) => Promise<T>): Promise<T | null> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina<Task, unknown>({
    // The worker stands beside this file, compiled or not.
    filename: new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href,
    name: 'work',
    minThreads: 0,
    maxThreads: availableParallelism(),
    // A thread that has nothing to do now will have something at the next step; all of them end below.
    idleTimeout: 60_000,
  });
  const bar = barOn(io);
  const run = async <Name extends JobName>(job: Name, given: Given<Name>, port: Task['port'] = null) =>
    (await pool.run({ job, given, port }, { transferList: port === null ? [] : [port] })) as Found<Name>;
  const threads: Threads = {
    one: async (job, given) => {
      const { port1: here, port2: there } = new MessageChannel();
      here.on('message', (doing: Doing) => bar.tell(doing));
      try {
        return await run(job, given, there);
      } finally {
        here.close();
      }
    },
    each: (job, given, doing) => {
      const finish = counting(bar, given.length, doing);
      return Promise.all(given.map((one) => run(job, one).finally(finish)));
    },
  };
  try {
    return await Promise.race([work(threads), io.asked().then(() => null)]);
  } finally {
    bar.end();
    await pool.destroy();
  }
}

/** What is a moment’s work is done here and now, without a thread; the rest in threads. */
export const workedOut = <T>(io: Io, isSmall: boolean, work: (threads: Threads) => Promise<T>): Promise<T | null> =>
  isSmall ? work(here) : inThreads(io, work);

/** No thread but this one. */
const here: Threads = {
  one: async (job, given) => doneHere(job, given),
  each: async (job, given) => given.map((one) => doneHere(job, one)),
};

function doneHere<Name extends JobName>(job: Name, given: Given<Name>): Found<Name> {
  const done = jobs[job] as (given: Given<Name>, tell: Tell) => Found<Name>;
  return done(given, () => undefined);
}

/** Says on the bar how many of so many pieces are done, each time one is; what they took so far tells how long the rest will. */
function counting(bar: Bar, all: number, doing: string): () => void {
  const begun = performance.now();
  let done = 0;
  const tell = (): void => {
    const spent = performance.now() - begun;
    const expected = done === 0 ? null : (spent / done) * all;
    bar.tell({ doing: `${doing}, ${done} of ${all} done`, expected, spent });
  };
  tell();
  return () => {
    done += 1;
    tell();
  };
}

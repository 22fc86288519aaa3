import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Io } from '../io.ts';
import { barOn } from './bar.ts';
import type { JobName, Jobs } from './jobs.ts';
import type { Said, Task } from './worker.ts';

/**
 * Does a piece of work in a thread of its own, with a bar after two seconds where somebody is watching. Null if it was asked to end
 * first: the thread is ended in the middle of whatever it does.
 */
export async function aside<Name extends JobName>(
  job: Name,
  given: Parameters<Jobs[Name]>[0],
  io: Io,
): Promise<ReturnType<Jobs[Name]> | null> {
  // The worker stands beside this file, compiled or not.
  const url = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);
  const task: Task = { job, given };
  const worker = new Worker(url, { workerData: task });
  const bar = barOn(io);
  try {
    const found = new Promise<ReturnType<Jobs[Name]>>((resolve, reject) => {
      worker.on('message', (said: Said) => {
        if (said.kind === 'doing') bar.tell(said.doing);
        else resolve(said.found as ReturnType<Jobs[Name]>);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the worker thread ended before its work')));
    });
    return await Promise.race([found, io.asked().then(() => null)]);
  } finally {
    bar.end();
    await worker.terminate();
  }
}

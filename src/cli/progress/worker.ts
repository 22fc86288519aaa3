import { parentPort, workerData } from 'node:worker_threads';
import { jobs, type JobName } from './jobs.ts';
import type { Doing } from './progress.ts';

/** What a worker is given, and what it says: what it is doing, and in the end what it found. */
export interface Task {
  readonly job: JobName;
  readonly given: unknown;
}
export type Said =
  | { readonly kind: 'doing'; readonly doing: Doing }
  | { readonly kind: 'found'; readonly found: unknown };

const { job, given } = workerData as Task;
const say = (said: Said): void => {
  // A port has no origin to name; the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(said);
};
const work = jobs[job] as (given: unknown, tell: (doing: Doing) => void) => unknown;
say({ kind: 'found', found: work(given, (doing) => say({ kind: 'doing', doing })) });

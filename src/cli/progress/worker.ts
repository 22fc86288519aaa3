import type { MessagePort } from 'node:worker_threads';
import { jobs, type JobName } from './jobs.ts';
import type { Doing } from './progress.ts';

/** What a thread is given: a job by its name with what it needs, and where it says what it is doing, if anybody wants to know. */
export interface Task {
  readonly job: JobName;
  readonly given: unknown;
  readonly port: MessagePort | null;
}

/** Does one job in this thread. */
export function work({ job, given, port }: Task): unknown {
  const done = jobs[job] as (given: unknown, tell: (doing: Doing) => void) => unknown;
  // A port has no origin to name; the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  return done(given, (doing) => port?.postMessage(doing));
}

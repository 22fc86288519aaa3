export type { Exit } from './command.ts';
export type { Io } from './io.ts';
export { run } from './run.ts';

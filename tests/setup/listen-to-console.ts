import { format } from 'node:util';

type Loud = Pick<Console, 'error' | 'warn'>;

/** Notes what is written to a console as an error or a warning, which it still writes. Gives a function that tells what was noted since it was last asked. */
export function listenTo(console: Loud): () => readonly string[] {
  let lines: string[] = [];
  for (const kind of ['error', 'warn'] as const) {
    const write = console[kind].bind(console);
    console[kind] = (...args: unknown[]) => {
      lines.push(format(...args));
      write(...args);
    };
  }
  return () => {
    const heard = lines;
    lines = [];
    return heard;
  };
}

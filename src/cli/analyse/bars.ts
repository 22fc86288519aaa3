import type { Analysis } from './analysis.ts';
import { markOf } from './marks.ts';
import { brief } from './plot.ts';

const width = 10;

/** The solutions as rows and the parties as columns, each with a bar for where it stands between its worst package and its best: for more than two parties. */
export function barsOf({ parties, solutions }: Analysis): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const rows = solutions.flatMap(({ method, chosen }, s) =>
    chosen
      .slice(0, 1)
      .map(({ utilities }) => [
        `${markOf(s)} ${method.name}`,
        ...parties.map(
          ({ least, most }, p) =>
            `${bar(((utilities[p] ?? 0) - least) / (most - least || 1))} ${brief(utilities[p] ?? 0)}`,
        ),
      ]),
  );
  return { head: ['Solution', ...parties.map(({ name }) => name)], rows };
}

function bar(share: number): string {
  const full = Math.round(Math.min(Math.max(share, 0), 1) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** What a long piece of work is doing; how many milliseconds that should take, where it can be told, and how many it has taken already. */
export interface Doing {
  readonly doing: string;
  readonly expected: number | null;
  readonly spent?: number;
}

/** Hears what a piece of work is doing. */
export type Tell = (doing: Doing) => void;

/** So many milliseconds lie between two words on one piece of work. */
const beat = 100;

/** Turns the share that is done into the time that all of it will take. */
export function sharesTold(doing: string, tell: Tell): (share: number) => void {
  const begun = performance.now();
  let last = begun;
  tell({ doing, expected: null });
  return (share) => {
    const now = performance.now();
    if (now - last < beat) return;
    last = now;
    const spent = now - begun;
    tell({ doing, expected: share > 0 ? spent / share : null, spent });
  };
}

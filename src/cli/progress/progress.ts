/** What a long piece of work is doing; how many milliseconds that should take, where it can be told, and how many it has taken already. */
export interface Doing {
  readonly doing: string;
  readonly expected: number | null;
  readonly spent?: number;
}

/** Hears what a piece of work is doing. */
export type Tell = (doing: Doing) => void;

/** What a long piece of work is doing, and how many milliseconds that should take where it can be told. */
export interface Doing {
  readonly doing: string;
  readonly expected: number | null;
}

/** Hears what a piece of work is doing. */
export type Tell = (doing: Doing) => void;

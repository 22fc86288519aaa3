import type { FileFault, Note } from './read-scenario.ts';

/** Where something stands in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/** What has been found in one file: faults, and notes on how it was read. */
export interface Findings {
  readonly file: string;
  readonly faults: readonly FileFault[];
  readonly notes: readonly Note[];
  readonly fault: (place: Place, message: string) => void;
  /** Whether there are so many faults already that more would not be told. */
  readonly isFull: () => boolean;
  readonly note: (line: number | null, message: string) => void;
}

/** Beyond so many of either, more would not help. */
const most = 50;

/** Where a file begins. */
export const start: Place = { line: 1, column: 1, path: '' };

/** An empty list of findings for one file. */
export function findingsIn(file: string): Findings {
  const faults: FileFault[] = [];
  const notes: Note[] = [];
  return {
    file,
    faults,
    notes,
    fault({ line, column, path }, message) {
      if (faults.length < most) faults.push({ file, line, column, path, message });
    },
    isFull: () => faults.length >= most,
    note(line, message) {
      if (notes.length < most) notes.push({ file, line, message });
    },
  };
}

/** The faults of several files, by file and line. */
export function faultsOf(all: readonly Findings[]): readonly FileFault[] {
  return all.flatMap(({ faults }) => [...faults].sort((a, b) => a.line - b.line || a.column - b.column)).slice(0, most);
}

/** The notes of several files, by file. */
export const notesOf = (all: readonly Findings[]): readonly Note[] => all.flatMap(({ notes }) => notes);

/** One fault as a line of text: `file:line:column: message`. */
export const faultInWords = ({ file, line, column, message }: FileFault): string =>
  `${file}:${line}:${column}: ${message}`;

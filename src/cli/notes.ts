import type { ReadScenario } from '../formats/index.ts';
import type { Io } from './io.ts';
import { item } from './lines.ts';
import { strong } from './table.ts';

/** What a reader should know, as a document has it: of how the files were read, with the place, and of the answer. */
export const noteEntries = ({ notes }: Pick<ReadScenario, 'notes'>, about: readonly string[]) => [
  ...notes.map(({ file, line, message }) => ({ file, line, message })),
  ...about.map((message) => ({ file: null, line: null, message })),
];

/** The same in lines; none where there is nothing to note. */
export function noteLines(read: Pick<ReadScenario, 'notes'>, about: readonly string[], io: Io): readonly string[] {
  const all = noteEntries(read, about).map(({ file, line, message }) =>
    file === null ? message : `${file}${line === null ? '' : `:${line}`}: ${message}`,
  );
  return all.length === 0 ? [] : ['', strong('Notes', io), ...all.flatMap(item)];
}

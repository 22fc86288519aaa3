import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  mostBytes,
  readFile,
  readFolder,
  type FileFault,
  type NamedFile,
  type Read,
  type Reading,
  type ReadScenario,
} from '../formats/index.ts';
import { refused } from './answer.ts';
import type { Exit } from './command.ts';
import type { Io } from './io.ts';
import { plain } from './wrapped.ts';

/** A scenario that a command was told to read, with the path as it was told. */
export interface Named {
  readonly path: string;
  readonly json: boolean;
}

/** Works on the scenario in a file or a folder; or refuses, naming each fault by file and line, as `work` can, too. */
export async function withScenario(
  { path, json }: Named,
  reading: Partial<Reading>,
  io: Io,
  work: (read: ReadScenario, faulty: (faults: readonly FileFault[]) => Exit) => Promise<Exit> | Exit,
): Promise<Exit> {
  const at = statSync(path, { throwIfNoEntry: false });
  if (at === undefined) return refused(io, json, `${plain(path)} does not exist.`);
  if (!at.isDirectory() && !at.isFile()) return refused(io, json, `${plain(path)} is neither a file nor a folder.`);
  const folder = at.isDirectory() ? path : dirname(path);
  const read = at.isDirectory() ? folderAt(path, reading) : fileAt(path, at, reading);
  if ('tooMany' in read)
    return refused(
      io,
      json,
      `${plain(path)} holds ${read.tooMany} files; a scenario has at most ${mostFiles}. Name the file to read.`,
    );
  const faulty = (errors: readonly FileFault[]): Exit => {
    const faults = errors.map((fault) => ({ ...fault, file: join(folder, fault.file) }));
    return refused(io, json, `${countOf(faults)}; nothing was worked out.`, {
      lines: faults.map(faultLine),
      document: { faults },
    });
  };
  return 'errors' in read ? faulty(read.errors) : work(read, faulty);
}

/** A fault with its place, as editors and people find it. */
const faultLine = ({ file, line, column, message }: FileFault): string =>
  plain(`${file}:${line}:${column}: ${message}`);

const countOf = (faults: readonly FileFault[]): string =>
  faults.length === 1 ? 'There is a fault' : `There are ${faults.length} faults`;

/** A folder with more files than this is no scenario. */
const mostFiles = 200;

function folderAt(path: string, reading: Partial<Reading>): Read<ReadScenario> | { readonly tooMany: number } {
  const files = readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const at = entry.isSymbolicLink() ? linked(join(path, entry.name)) : statSync(join(path, entry.name));
    return at?.isFile() === true && !entry.name.startsWith('.') ? [{ name: entry.name, size: at.size }] : [];
  });
  if (files.length > mostFiles) return { tooMany: files.length };
  const large = files.filter(({ size }) => size > mostBytes);
  if (large.length > 0) return { errors: large.map(({ name }) => tooLarge(name)) };
  return readFolder(
    files.map(({ name }) => named(path, name)),
    reading,
  );
}

/** What a link leads to; nothing where it leads nowhere, or round in a circle. */
function linked(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function fileAt(path: string, { size }: Stats, reading: Partial<Reading>): Read<ReadScenario> {
  const name = basename(path);
  if (size > mostBytes) return { errors: [tooLarge(name)] };
  const file = named(dirname(path), name);
  return readFile(name, [file, ...besides(dirname(path), file)], reading);
}

/** The file beside this one that it takes its issues from, if it does and there is one. */
function besides(folder: string, { content }: ReturnType<typeof named>): readonly NamedFile[] {
  const text = content.toString('utf8');
  const [, double, single, bare] =
    /^[ \t]*issues-of[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n#]*))/m.exec(text) ??
    /"issues-of"[ \t\r\n]*:[ \t\r\n]*"([^"\n]*)"/.exec(text) ??
    [];
  const other = double ?? single ?? bare?.trim();
  if (other === undefined || other === '' || other !== basename(other)) return [];
  const at = statSync(join(folder, other), { throwIfNoEntry: false });
  return at?.isFile() === true && at.size <= mostBytes ? [named(folder, other)] : [];
}

const named = (folder: string, name: string) => ({ name, content: readFileSync(join(folder, name)) });

const tooLarge = (file: string): FileFault => ({
  file,
  line: 1,
  column: 1,
  path: '',
  message: 'This file is larger than 16 MB, which is more than a scenario needs.',
});

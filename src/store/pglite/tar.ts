import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/**
 * Writes the files and directories of an uncompressed tar archive below `directory`, readable by this
 * user alone. Throws when a name leads out of it or an entry is neither file nor directory.
 */
export function unpackTar(archive: Uint8Array, directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  for (const { name, kind, content } of entries(archive)) {
    const path = join(directory, name);
    if (kind === 'directory') {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    } else {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, content, { mode: 0o600 });
    }
  }
}

/** The archive's entries in order: POSIX ustar, blocks of 512 bytes, an empty name ends it. */
function* entries(archive: Uint8Array): Generator<Entry> {
  let at = 0;
  while (at + 512 <= archive.length && archive[at] !== 0) {
    const header = Buffer.from(archive.buffer, archive.byteOffset + at, 512);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const content = archive.subarray(at + 512, at + 512 + size);
    if (content.length !== size) throw new Error('The archive ends in the middle of a file.');
    yield { name: entryName(header), kind: kindOf(text(header, 156, 1)), content };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function entryName(header: Buffer): string {
  const name = normalize(join('.', text(header, 345, 155), text(header, 0, 100)));
  if (name === '..' || name.startsWith(`..${sep}`))
    throw new Error(`The archive holds a name that leads out of it: ${name}`);
  return name;
}

function kindOf(flag: string): Entry['kind'] {
  if (flag === '' || flag === '0') return 'file';
  if (flag === '5') return 'directory';
  throw new Error(`The archive holds an entry of kind ${flag}, which is neither file nor directory.`);
}

function text(header: Buffer, start: number, length: number): string {
  return (
    header
      .toString('utf8', start, start + length)
      .split('\0', 1)[0]
      ?.trim() ?? ''
  );
}

type Entry = { readonly name: string; readonly kind: 'file' | 'directory'; readonly content: Uint8Array };

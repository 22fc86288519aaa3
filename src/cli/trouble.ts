import { FolderInUse, Trouble, UnsafeDatabase } from '../store/index.ts';
import { NoAddress } from './place.ts';

/** A failure that somebody at the terminal can mend, as a clear sentence; null for a fault of the program. */
export function inASentence(error: unknown): string | null {
  if (
    error instanceof NoAddress ||
    error instanceof FolderInUse ||
    error instanceof UnsafeDatabase ||
    error instanceof Trouble
  )
    return error.message;
  if (!(error instanceof Error)) return null;
  const { code, path, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Choose another with --port.`;
    case 'EADDRNOTAVAIL':
      return 'This computer has no such address. Give one of its own with --host.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return path === undefined
        ? `Port ${port} may not be used by this user. Choose one above 1023 with --port.`
        : `${path} cannot be used: this user is not allowed to.`;
    case 'ENOENT':
      return path === undefined ? null : `${path} does not exist.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path ?? 'The folder'} is no folder.`;
    case 'ELOOP':
      return `${path ?? 'The file'} leads through links that go round in a circle.`;
    case 'ENAMETOOLONG':
      return 'That name is longer than a file’s name can be.';
    case 'EISDIR':
      return 'A file was expected, and a folder given.';
    case '28P01':
    case '28000':
    case '3D000':
    case '42501':
      return `The database refuses: ${error.message}.`;
    default:
      return null;
  }
}

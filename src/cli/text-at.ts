import { readFileSync, statSync } from 'node:fs';
import { mostBytes } from '../formats/index.ts';

/** The text of a file that somebody named, or why it is none. Throws what the system says where there is no such file. */
export function textAt(path: string): string | { readonly refused: string } {
  const at = statSync(path);
  if (!at.isFile()) return { refused: 'is no file' };
  if (at.size > mostBytes) return { refused: 'is larger than 16 MB' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return { refused: 'is not text in UTF-8' };
    throw error;
  }
}

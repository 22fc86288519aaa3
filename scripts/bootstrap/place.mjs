import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout, wherever the command was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside this checkout. */
export const inside = (...parts) => path.join(root, ...parts);

/** The text of a file of this checkout, or '' when there is none. */
export function read(...parts) {
  try {
    return fs.readFileSync(inside(...parts), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

/** Puts a file in its place whole, so that a reader or a kill in between never meets half of it. */
export function write(name, text) {
  const draft = `${inside(name)}.${process.pid}`;
  fs.mkdirSync(path.dirname(draft), { recursive: true });
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, inside(name));
}

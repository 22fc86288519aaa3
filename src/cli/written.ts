import { writeFileSync } from 'node:fs';

/** Whether a text was written to a new file, which its owner alone may read; one that is there already is left as it is. */
export function written(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

import path from 'node:path';
import { inside, read } from './place.mjs';

/** The script that a package installs as a command, to be run by the Node of our choice rather than by the one on the PATH. */
export function tool(name, command = name) {
  const { bin } = JSON.parse(read('node_modules', name, 'package.json'));
  return inside('node_modules', name, path.normalize(typeof bin === 'string' ? bin : bin[command]));
}

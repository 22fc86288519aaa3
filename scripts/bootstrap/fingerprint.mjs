import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { inside } from './place.mjs';

/**
 * What a set of files looked like: `{ files: { path: [mtime, size, hash] } }`. A file whose time and size are as in the earlier
 * fingerprint is not read again.
 */
export function fingerprint(paths, earlier) {
  const files = {};
  for (const path of paths) {
    const at = fs.statSync(inside(path), { throwIfNoEntry: false });
    if (!at) continue;
    const known = earlier?.files[path];
    const same = known && known[0] === at.mtimeMs && known[1] === at.size;
    files[path] = [at.mtimeMs, at.size, same ? known[2] : hash(inside(path))];
  }
  return { files };
}

/** Whether two fingerprints are of the same contents, whatever the times. */
export const isSame = (a, b) => listed(a) === listed(b);

/** Whether a file that an earlier fingerprint had is gone, so that what was made from it must go too. */
export const hasLost = (earlier, now) => Object.keys(earlier.files).some((path) => !(path in now.files));

/** All files under a folder of this checkout, as slash-separated paths; none when there is no such folder. */
export function filesUnder(folder) {
  if (!fs.existsSync(inside(folder))) return [];
  return fs
    .readdirSync(inside(folder), { withFileTypes: true })
    .flatMap((e) => (e.isDirectory() ? filesUnder(`${folder}/${e.name}`) : [`${folder}/${e.name}`]));
}

const listed = ({ files }) =>
  Object.keys(files)
    .sort()
    .map((path) => `${path} ${files[path][2]}`)
    .join('\n');

const hash = (path) => createHash('sha256').update(fs.readFileSync(path)).digest('base64url');

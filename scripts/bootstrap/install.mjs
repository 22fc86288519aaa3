import { createHash } from 'node:crypto';
import { alone } from './alone.mjs';
import { npm } from './npm.mjs';
import { read, write } from './place.mjs';
import { say } from './run.mjs';

const stamp = 'node_modules/.parley-lock';

/** Brings `node_modules` to what the lock file says, if it is not there yet. No install script of a package is ever run. */
export async function install() {
  if (isInstalled()) return;
  await alone('install', async () => {
    if (isInstalled()) return;
    say('installing the packages that package-lock.json names');
    await npm('npm ci', ['ci', '--ignore-scripts']);
    write(stamp, lockHash());
  });
}

const isInstalled = () => read(stamp) === lockHash();
const lockHash = () => createHash('sha256').update(read('package-lock.json')).digest('hex');

import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inside, root } from './place.mjs';
import { say } from './run.mjs';

const beat = 2_000;
const silence = 120_000;

/**
 * Does some work while no other process does any in this checkout. The lock is a folder, because making one is atomic. It is taken
 * over when the process named in it has died, or has given no sign of life for two minutes (process numbers are used again, and
 * mean nothing across containers that share a folder).
 */
export async function alone(what, work, { home = inside('.parley'), pause = 200 } = {}) {
  const lock = `${home}/lock`;
  fs.mkdirSync(home, { recursive: true });
  for (let told = false; !take(lock); await sleep(pause)) {
    if (isLeft(lock) && takeOver(lock)) continue;
    if (!told) say(`waiting for process ${owner(lock) ?? '?'}, which is at work in ${root}, before I can ${what}`);
    told = true;
  }
  const alive = setInterval(() => touch(lock), beat).unref();
  const release = () => fs.rmSync(lock, { recursive: true, force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    process.off('exit', release);
    release();
  }
}

function take(lock) {
  try {
    fs.mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  fs.writeFileSync(`${lock}/pid`, String(process.pid));
  return true;
}

function isLeft(lock) {
  const seen = fs.statSync(lock, { throwIfNoEntry: false });
  if (!seen) return false;
  const pid = owner(lock);
  const quietFor = Date.now() - seen.mtimeMs;
  return pid === undefined ? quietFor > 3 * beat : quietFor > silence || pid === process.pid || !isAlive(pid);
}

// Only one process at a time may judge and remove a lock that was left, or a second would remove the first one's new lock.
function takeOver(lock) {
  const judge = `${lock}-judge`;
  const before = fs.statSync(judge, { throwIfNoEntry: false });
  if (before && Date.now() - before.mtimeMs > silence) fs.rmSync(judge, { recursive: true, force: true });
  try {
    fs.mkdirSync(judge);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  if (isLeft(lock)) fs.rmSync(lock, { recursive: true, force: true });
  fs.rmSync(judge, { recursive: true, force: true });
  return true;
}

function owner(lock) {
  try {
    return Number(fs.readFileSync(`${lock}/pid`, 'utf8')) || undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

function touch(lock) {
  const now = new Date();
  fs.utimes(lock, now, now, () => undefined);
}

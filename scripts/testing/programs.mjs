import fs from 'node:fs';
import path from 'node:path';
import { run, say } from '../bootstrap/run.mjs';

/** The path of a Chromium: named by CHROMIUM, found where systems keep it, or installed where that can be done; else undefined. */
export async function findChromium() {
  return chromium() ?? ((await installed('chromium')) ? chromium() : undefined);
}

/** The folder with PostgreSQL's server programs (`initdb`, `postgres`), found or installed likewise; else undefined. */
export async function findPostgres() {
  return postgresHere() ?? ((await installed('postgresql')) ? postgresHere() : undefined);
}

/** The same folder, if there is one already. */
export function postgresHere() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return [...versions.map((version) => `${debian}/${version}/bin`), ...onPath].find((folder) =>
    ['initdb', 'postgres'].every((name) => fs.existsSync(path.join(folder, name))),
  );
}

const chromium = () =>
  [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((file) => file && fs.existsSync(file));

// Debian's own package, and only as root: nobody is asked for a password by a test.
async function installed(name) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false;
  say(`installing Debian's ${name}`);
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...args) => run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], options);
  await apt('update');
  const code = await apt('install', '-y', '--no-install-recommends', name);
  if (code !== 0) say(`apt-get could not install ${name} (exit code ${code})`);
  return code === 0;
}

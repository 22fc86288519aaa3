import fs from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { filesUnder, fingerprint, hasLost, isSame } from './fingerprint.mjs';
import { inside, read, write } from './place.mjs';
import { say, step } from './run.mjs';
import { tool } from './tool.mjs';

const stamp = 'dist/.parley-build.json';
const seed = 'dist/store/pglite/seed.tar.gz';
const bundling = 'vite.program.config.ts';
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'vite.config.ts', bundling];
const isTest = /\.test\.tsx?$/;
const isNotCarried = /\.(tsx?|css|md)$|\/tsconfig\.json$|^src\/web\/(browser|styles)\//;

/** Where the build puts things, inside the checkout: the command line as it was compiled, the same in a few files, and the browser's assets. */
export const built = { cli: 'dist/cli/parley.js', program: 'dist/program/parley.js', assets: 'dist/assets' };

/** Compiles the rooms and the browser's assets into `dist`, when something they are made from has changed since the last time. */
export async function build(node) {
  if (isBuilt()) return;
  await alone('build', async () => {
    const before = earlier();
    const now = fingerprint(sources(), before);
    if (before && !before.isUnfinished && isSame(before, now)) return write(stamp, JSON.stringify(now));
    say('building');
    if (!before || hasLost(before, now)) fs.rmSync(inside('dist'), { recursive: true, force: true });
    // A build that fails leaves this, so that going back to the sources before it does not pass for built.
    write(stamp, JSON.stringify({ ...now, isUnfinished: true }));
    await step('the compiler', node, [tool('typescript', 'tsc'), '-b']);
    carryOver();
    // An empty database, made once, from which each first start of a folder begins in less than a second.
    if (!fs.existsSync(inside(seed)))
      await step('the seed of the embedded database', node, [inside('dist/store/pglite/keep-seed.js')]);
    await step('the bundling', node, [tool('vite'), 'build', '--config', bundling, '--logLevel', 'warn']);
    if (hasAssets()) await step('the build of the browser assets', node, [tool('vite'), 'build', '--logLevel', 'warn']);
    write(stamp, JSON.stringify(now));
  });
}

/** Copies what the compiler leaves alone, such as the SQL of the migrations, to the same place under `dist`. */
export function carryOver() {
  for (const file of filesUnder('src').filter((f) => !isNotCarried.test(f))) {
    const to = inside(file.replace(/^src/, 'dist'));
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(inside(file), to);
  }
}

/** Whether there is anything for Vite to build yet. */
export const hasAssets = () =>
  fs.existsSync(inside('src/web/browser/index.ts')) || fs.existsSync(inside('src/web/styles/index.css'));

function isBuilt() {
  const before = earlier();
  return before !== undefined && JSON.stringify(fingerprint(sources(), before)) === JSON.stringify(before);
}

const sources = () => [...settings, ...filesUnder('src').filter((f) => !isTest.test(f) && !f.endsWith('.md'))].sort();

function earlier() {
  const text = read(stamp);
  return text === '' ? undefined : JSON.parse(text);
}

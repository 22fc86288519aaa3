import fs from 'node:fs';
import { step } from './run.mjs';

const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-update-notifier'];

/** Runs npm as a named step: the npm that called us, if one did, or else the one on the PATH. Only its errors are shown. */
export async function npm(name, args, { cwd } = {}) {
  const options = { stdio: ['ignore', 'ignore', 2], ...(cwd && { cwd }) };
  const caller = process.env.npm_execpath;
  // Yarn and pnpm set the same variable.
  const isNpm = caller?.endsWith('npm-cli.js') && fs.existsSync(caller);
  if (isNpm) return step(name, process.execPath, [caller, ...args, ...quiet], options);
  return step(name, 'npm', [...args, ...quiet], { shell: process.platform === 'win32', ...options });
}

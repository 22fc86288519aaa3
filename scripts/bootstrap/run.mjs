import { spawn } from 'node:child_process';
import os from 'node:os';
import { root } from './place.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();

/** One plain line of progress. Standard output stays with the program that is being started. */
export const say = (line) => process.stderr.write(`parley: ${line}\n`);

/** Runs a program and gives its exit code, or 128 + the number of the signal that ended it. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, windowsHide: true, ...options });
    running.add(child);
    if (running.size === 1) for (const signal of signals) process.on(signal, pass);
    const ended = () => {
      running.delete(child);
      if (running.size === 0) for (const signal of signals) process.off(signal, pass);
    };
    child.once('error', (error) => (ended(), reject(error)));
    child.once('close', (code, signal) => (ended(), resolve(code ?? 128 + (os.constants.signals[signal] ?? 0))));
  });
}

/** Runs a step of the setting up, its output on standard error; if it fails, everything ends with its message and exit code. */
export async function step(name, command, args, options = {}) {
  const code = await run(command, args, { stdio: ['ignore', 2, 2], ...options }).catch((error) => {
    say(`${name} could not start: ${error.message}`);
    process.exit(1);
  });
  if (code === 0) return;
  say(`${name} failed (exit code ${code})`);
  process.exit(code);
}

// A terminal hands Ctrl-C to the child as well, so it is passed on only when it came from elsewhere.
function pass(signal) {
  if (signal === 'SIGINT' && [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)) return;
  for (const child of running) child.kill(signal);
}

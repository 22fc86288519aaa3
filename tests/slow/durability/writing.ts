import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * A process that writes to the folder `dir` (writer.ts): `acknowledged` tells how many transactions it has had
 * acknowledged, `ready` settles when it has opened the folder or ended, `ended` when it has ended.
 */
export function startWriter(dir: string, run: string, { seed = '', guarded = true } = {}) {
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('./writer.ts', import.meta.url)),
    dir,
    run,
    seed,
    guarded ? 'guarded' : 'as shipped',
  ]);
  let acknowledged = 0;
  let rest = '';
  let errors = '';
  let told = () => {};
  const ready = new Promise<void>((settle) => (told = settle));
  const ended = once(child, 'exit').then(told);
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === 'READY') told();
      if (line.startsWith('ACK ')) acknowledged = Number(line.slice(4));
    }
  });
  return { child, ready, ended, acknowledged: () => acknowledged, errors: () => errors };
}

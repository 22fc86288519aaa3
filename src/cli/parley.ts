import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// What was compiled once is kept, where that can be written: the second start takes half the time.
enableCompileCache(fileURLToPath(new URL('../../.parley/compiled', import.meta.url)));
const [{ terminal }, { run }] = await Promise.all([import('./io.ts'), import('./run.ts')]);

const code = await run(process.argv.slice(2), terminal());
// What was written reaches its reader before the program ends; connections that a refused start has left open do not hold it up.
for (const stream of [process.stdout, process.stderr])
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
process.exit(code);

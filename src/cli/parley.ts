import process from 'node:process';
import { terminal } from './io.ts';
import { run } from './run.ts';

const code = await run(process.argv.slice(2), terminal());
// What was written reaches its reader before the program ends; connections that a refused start has left open do not hold it up.
for (const stream of [process.stdout, process.stderr])
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
process.exit(code);

// node print-seed.ts: writes an empty seed (seed.ts) to standard output.
import { makeSeed } from './seed.ts';

process.stdout.write(new Uint8Array(await (await makeSeed()).arrayBuffer()));

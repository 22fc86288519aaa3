// node keep-seed.js: makes an empty seed (seed.ts) and keeps it beside this file, where first starts look for it. For the build.
import { keptSeed, makeSeed, writeSeed } from './seed.ts';

await writeSeed(keptSeed, await makeSeed());

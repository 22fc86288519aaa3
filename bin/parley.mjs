#!/usr/bin/env node
// Plain JavaScript that Node 18 or later can run: it makes Parley ready, silently when there is nothing to do, and runs it.
import { built } from '../scripts/bootstrap/build.mjs';
import { inside } from '../scripts/bootstrap/place.mjs';
import { ready } from '../scripts/bootstrap/ready.mjs';
import { run } from '../scripts/bootstrap/run.mjs';

const node = await ready({ build: true });
process.exit(
  await run(node, ['--enable-source-maps', inside(built.program), ...process.argv.slice(2)], { cwd: process.cwd() }),
);

// npm run format [-- --check]
import { ready } from './bootstrap/ready.mjs';
import { run } from './bootstrap/run.mjs';
import { tool } from './bootstrap/tool.mjs';

const node = await ready();
process.exit(await run(node, [tool('oxfmt'), ...process.argv.slice(2)]));

import { build } from './build.mjs';
import { install } from './install.mjs';
import { newEnoughNode } from './node.mjs';

/** Makes the checkout ready to run (a Node, the packages and, if asked, the build) and gives the path of the Node to run it with. */
export async function ready({ build: alsoBuild = false } = {}) {
  const node = await newEnoughNode();
  await install();
  if (alsoBuild) await build(node);
  return node;
}

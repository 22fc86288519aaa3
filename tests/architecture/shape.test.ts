import { expect, test } from 'vitest';
import { roomNames } from './rooms.ts';
import { type Source, source, sourcesUnder } from './sources.ts';

const sources = sourcesUnder('src');

test('no file is longer than 300 lines', () => {
  expect(tooLong(sources)).toEqual([]);
  expect(tooLong([source('src/web/a.ts', 'x;\n'.repeat(301)), source('src/web/b.ts', 'x;\n'.repeat(300))])).toEqual([
    'src/web/a.ts: 301 lines',
  ]);
});

test('nothing is kept in a drawer', () => {
  expect(drawers(sourcesUnder('src', 'tests', 'scripts', 'bench', 'bin'))).toEqual([]);
  const names = [
    'src/web/utils/date.ts',
    'src/web/date-utils.ts',
    'src/domain/types.ts',
    'src/store/lock-manager.ts',
    'src/web/helper.tsx',
    'src/cli/common.ts',
  ];
  expect(drawers(names.map((name) => source(name, '')))).toEqual(names);
  expect(drawers([source('src/domain/common-ground.ts', ''), source('src/domain/types-of-entry.ts', '')])).toEqual([]);
});

test('every room has a door and says what it is for', () => {
  expect(unfurnished(sources)).toEqual([]);
  expect(unfurnished([source('src/store/append.ts', '')])).toEqual([
    'src/store has no index.ts',
    'src/store has no README.md',
  ]);
  expect(unfurnished([source('src/web/browser/index.ts', '')])).toEqual(['src/web/browser has no README.md']);
});

test('every file under src stands in a room', () => {
  const homeless = (files: readonly Source[]): readonly string[] =>
    files.filter((s) => s.room === undefined).map((s) => s.path);
  expect(homeless(sources)).toEqual([]);
  expect(homeless([source('src/shared/date.ts', ''), source('src/web/date.ts', '')])).toEqual(['src/shared/date.ts']);
});

function tooLong(files: readonly Source[]): readonly string[] {
  const lines = (text: string): number => text.replace(/\n$/, '').split('\n').length;
  return files
    .filter((file) => /\.(tsx?|css|sql)$/.test(file.path) && lines(file.text) > 300)
    .map((file) => `${file.path}: ${lines(file.text)} lines`);
}

function drawers(files: readonly Source[]): readonly string[] {
  const isDrawer = (part: string): boolean =>
    /^(.*-)?(utils?|helpers?|managers?)(\.|$)|^(common|types)(\.|$)/i.test(part);
  return files.map((file) => file.path).filter((path) => path.split('/').some(isDrawer));
}

function unfurnished(files: readonly Source[]): readonly string[] {
  const inUse = roomNames.filter((room) => files.some((file) => file.room === room && /\.tsx?$/.test(file.path)));
  const missing =
    (room: string) =>
    (name: string): boolean =>
      !files.some((file) => file.path === `src/${room}/${name}`);
  return inUse.flatMap((room) =>
    ['index.ts', 'README.md'].filter(missing(room)).map((name) => `src/${room} has no ${name}`),
  );
}

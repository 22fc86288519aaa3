import path from 'node:path';
import { expect, test } from 'vitest';
import { database, roomOf, rooms } from './rooms.ts';
import { type Import, type Source, source, sourcesUnder } from './sources.ts';

const sources = sourcesUnder('src').filter((s) => !s.isTest);
const doorOf = (room: string): string => `src/${room}/index.ts`;

test('a room is entered through its door', () => {
  expect(sideEntrances(sources)).toEqual([]);
  const planted = source('src/web/gaps/page.tsx', `import { gap } from '../../analysis/gap.ts';`);
  expect(sideEntrances([planted])).toEqual([
    'src/web/gaps/page.tsx imports src/analysis/gap.ts past the door of analysis',
  ]);
  expect(
    sideEntrances([source('src/web/shell.tsx', `export * from '../analysis/index.ts'; import './session.ts';`)]),
  ).toEqual([]);
});

test('a room imports only the packages that are its business', () => {
  expect(foreignPackages(sources)).toEqual([]);
  const planted = [
    source('src/analysis/nash.ts', `import fs from 'node:fs';`),
    source('src/domain/entry.ts', `import { createHash } from 'node:crypto'; import type { Kysely } from 'kysely';`),
    source('src/web/server.ts', `import { Hono } from 'hono/tiny'; const pg = await import('pg');`),
    source('src/cli/parley.ts', `import { PGlite } from '@electric-sql/pglite/vector'; import { Hono } from 'hono';`),
  ];
  expect(foreignPackages(planted)).toEqual([
    'src/analysis/nash.ts imports node:fs',
    'src/domain/entry.ts imports kysely',
    'src/web/server.ts imports pg',
    'src/cli/parley.ts imports @electric-sql/pglite/vector',
    'src/cli/parley.ts imports hono',
  ]);
});

test('files do not import each other in a circle, but for types', () => {
  expect(circles(sources)).toEqual([]);
  const planted = [
    source('src/domain/a.ts', `import { b } from './b.ts';`),
    source('src/domain/b.ts', `export { c } from './c.ts';`),
    source('src/domain/c.ts', `import './a.ts';`),
    source('src/domain/d.ts', `import './a.ts';`),
    source('src/domain/e.ts', `import type { F } from './f.ts';`),
    source('src/domain/f.ts', `import './e.ts';`),
  ];
  expect(circles(planted)).toEqual(['src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts']);
});

test('the parser sees the imports of every file', () => {
  expect(sources.filter((s) => (s.syntax?.errors.length ?? 0) > 0).map((s) => s.path)).toEqual([]);
});

function sideEntrances(files: readonly Source[]): readonly string[] {
  return files.flatMap((file) =>
    file.imports.filter(isRelative).flatMap((imported) => {
      const target = targetOf(file, imported);
      const room = roomOf(target);
      if (room === undefined || room === file.room || target === doorOf(room)) return [];
      return [`${file.path} imports ${target} past the door of ${room}`];
    }),
  );
}

function foreignPackages(files: readonly Source[]): readonly string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((imported) => !isRelative(imported) && !mayImport(file, imported))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

function mayImport({ room }: Source, { specifier }: Import): boolean {
  const allowed = room === undefined ? 'any but the database' : rooms[room].packages;
  const isOf = (packages: readonly string[]): boolean =>
    packages.some((p) => specifier === p || specifier.startsWith(`${p}/`));
  if (allowed === 'any') return !isOf(['hono']);
  if (allowed === 'any but the database')
    return !isOf(database) && !(room === 'cli' && isOf(['hono', '@hono/node-server']));
  return isOf(allowed);
}

function circles(files: readonly Source[]): readonly string[] {
  const next = (file: Source): readonly string[] =>
    file.imports.filter((i) => isRelative(i) && !i.isErased).map((i) => targetOf(file, i));
  const graph = new Map(files.map((file) => [file.path, next(file)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) return void found.push([...way.slice(start), file].join(' → '));
    if (done.has(file)) return;
    for (const other of graph.get(file) ?? []) visit(other, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

function isRelative({ specifier }: Import): boolean {
  return specifier.startsWith('.');
}

function targetOf(file: Source, { specifier }: Import): string {
  return path.posix.join(path.posix.dirname(file.path), specifier);
}

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { missingFrom } from '../../scripts/lock-complete.mjs';
import { root } from './sources.ts';

const locks = ['package-lock.json', 'scripts/bootstrap/node-runtime/package-lock.json'];
const parsed = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

test.each(locks)('%s holds the packages of every platform', (file) => {
  expect(missingFrom(parsed(file))).toEqual([]);
});

test.each(locks)('%s names what it wants by content, not by where it came from', (file) => {
  const packages = Object.entries<Record<string, unknown>>(parsed(file).packages).filter(([folder]) => folder !== '');
  expect(
    packages.filter(([, p]) => p['resolved'] !== undefined || p['integrity'] === undefined).map(([folder]) => folder),
  ).toEqual([]);
});

test('a package that the registry lacked is missed', () => {
  const packages = {
    '': { optionalDependencies: { seen: '1' } },
    'node_modules/seen': { version: '1.0.0' },
    'node_modules/tool': {
      version: '1.0.0',
      optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0', seen: '1' },
    },
    'node_modules/tool/node_modules/@tool/linux': { version: '1.0.0' },
    'node_modules/other/node_modules/@tool/mac': { version: '1.0.0' },
  };
  expect(missingFrom({ packages })).toEqual(['tool 1.0.0 wants @tool/mac']);
});

test('every version is pinned', () => {
  const { dependencies, devDependencies } = parsed('package.json');
  expect(
    Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    ),
  ).toEqual([]);
});

test('what ships is under a licence that lets it', () => {
  const free = /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0|OFL-1\.1)$/;
  const shipped = Object.entries<Record<string, unknown>>(parsed('package-lock.json').packages).filter(
    ([folder, p]) => folder !== '' && !p['dev'],
  );
  expect(
    shipped
      .filter(([, p]) => !free.test(String(p['license'])))
      .map(([folder, p]) => `${folder}: ${String(p['license'])}`),
  ).toEqual([]);
});

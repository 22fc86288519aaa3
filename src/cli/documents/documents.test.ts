import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHere } from '../../../tests/cli/captured.ts';
import { jsonFile } from '../../../tests/support/json-file.ts';
import { documents, documentsJsonSchema } from './documents.ts';

const docs = new URL('../../../docs/', import.meta.url);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const guide = readFileSync(new URL('analyse.md', docs), 'utf8');

test('the JSON Schema is published as the commands have it', async () => {
  await expect(await jsonFile(documentsJsonSchema())).toMatchFileSnapshot(
    new URL('analyse.schema.json', docs).pathname,
  );
});

test.each(
  [...guide.matchAll(/```console\n\$ parley (.*)\n```\n\n```json\n([^`]*)```/g)].map(([, line, json]) => [
    line ?? '',
    json ?? '',
  ]),
)('the guide shows what parley %s answers', async (line, json) => {
  const { code, out } = await runHere(line.replace('examples/', `${root}examples/`).split(' '));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject(JSON.parse(json) as object);
});

test('the guide names every key that analyse answers with', () => {
  const named = [...guide.matchAll(/`([\w.]+)`/g)].flatMap(([, words]) => (words ?? '').split('.'));
  const keys = [...Object.keys(documents.analyse.shape), ...Object.keys(documents.analyse.shape.agreementZone.shape)];
  expect(keys.filter((key) => !named.includes(key) && !guide.includes(`"${key}"`))).toEqual([]);
});

import { expect, test } from 'vitest';
import { type Node, type Source, at, nodes, source, sourcesUnder } from './sources.ts';

const sources = sourcesUnder('src').filter((s) => !s.isTest);

test('the analysis does not know the word for what is being mediated', () => {
  expect(sayingCase(sources)).toEqual([]);
  const planted = `switch (x) {\n  case 1:\n    // in this case\n    f('Case');\n}\nconst worstCase = caseOf(showcase);`;
  expect(sayingCase([source('src/analysis/gap.ts', planted)])).toEqual([
    'src/analysis/gap.ts:3',
    'src/analysis/gap.ts:4',
  ]);
  expect(sayingCase([source('src/domain/case-file.ts', '// a case')])).toEqual([]);
});

test('neither the analysis nor the domain looks at a clock or throws dice', () => {
  expect(impurities(sources)).toEqual([]);
  const planted = `const a = Date.now();\nnew Date();\nMath.random();\nperformance.now();\nprocess.env;\nfetch('/');\ncrypto.randomUUID();\nimport { randomUUID as id, createHash } from 'node:crypto';\nsetTimeout(f);\nconsole.log(1);`;
  expect(impurities([source('src/domain/entry.ts', planted)])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => `src/domain/entry.ts:${line}`),
  );
  const fine = `new Date(iso).getTime(); const process = (date: Date) => date; rules.process(1); Math.max(1, 2); file.fetch;`;
  expect(impurities([source('src/domain/entry.ts', fine), source('src/web/server.ts', planted)])).toEqual([]);
});

test('SQL is written only in the store', () => {
  expect(sql(sources)).toEqual([]);
  const planted =
    "f('select id, name from entry where id = $1');\nf(`INSERT INTO entry values (1)`);\nf(`\n  update entry set a = ${b}`);\nf('set local role x');\nf('create table a ()');";
  expect(sql([source('src/web/server.ts', planted)])).toEqual(
    [1, 2, 3, 5, 6].map((line) => `src/web/server.ts:${line}`),
  );
  const fine = `f('Select a party from the list'); f('Update the mandate'); f('Delete from here'); const x = <p>select a from b;</p>;`;
  expect(sql([source('src/web/page.tsx', fine), source('src/store/rows.ts', planted)])).toEqual([]);
  expect(sql([source('src/domain/entry.sql', '')])).toEqual(['src/domain/entry.sql:1']);
});

test('every answer of the web is made by its request, so that it has the headers of every answer', () => {
  expect(ownResponses(sources)).toEqual([]);
  const planted = "return new Response('x');\nconst a = Response.json({});\nconst b = x instanceof Response;";
  expect(ownResponses([source('src/web/page.ts', planted)])).toEqual(['src/web/page.ts:1', 'src/web/page.ts:2']);
});

function ownResponses(files: readonly Source[]): readonly string[] {
  return files
    .filter((file) => file.room === 'web')
    .flatMap((file) =>
      [...file.text.matchAll(/new Response\b|\bResponse\.\w+\(/g)].map(({ index }) => at(file, index)),
    );
}

function sayingCase(files: readonly Source[]): readonly string[] {
  return files
    .filter((file) => file.room === 'analysis' && file.syntax !== undefined)
    .flatMap((file) => {
      const keywords = new Set(nodes(file, (node) => node.type === 'SwitchCase').map((node) => node.start));
      const said = [...file.text.matchAll(/\bcase\b/gi)].map((match) => match.index);
      return said.filter((offset) => !keywords.has(offset)).map((offset) => at(file, offset));
    });
}

function impurities(files: readonly Source[]): readonly string[] {
  return files
    .filter((file) => file.room === 'analysis' || file.room === 'domain')
    .flatMap((file) => nodes(file, isImpure).map((node) => at(file, node.start)));
}

function isImpure(node: Node): boolean {
  const [object, property] = [nameOf(node['object']), nameOf(node['property'])];
  switch (node.type) {
    case 'MemberExpression':
      return worlds.includes(object) || clocksAndDice.includes(`${object}.${property}`);
    case 'NewExpression':
      return nameOf(node['callee']) === 'Date' && Array.isArray(node['arguments']) && node['arguments'].length === 0;
    case 'CallExpression':
      return doings.includes(nameOf(node['callee']));
    case 'ImportSpecifier':
      return /^(random|generateKey|getRandom|webcrypto)/.test(nameOf(node['imported']));
    default:
      return false;
  }
}

const worlds: readonly string[] = ['process', 'performance', 'crypto', 'console', 'globalThis'];
const clocksAndDice: readonly string[] = ['Math.random', 'Date.now'];
const doings: readonly string[] = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require'];

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

const statement =
  /^\s*(select\b[^;]*\bfrom\s+[\w."]+\s*($|;|\b(where|order|group|join|limit|left|inner|as)\b)|insert\s+into\s+\w|update\s+[\w."]+\s+set\b|delete\s+from\s+[\w."]+\s*($|;|where\b)|(create|alter|drop)\s+(or\s+replace\s+)?(table|role|policy|index|schema|view|function|database|extension|type)\s+\w|(grant|revoke)\s+\w+\s+(on|to|from)\b|set\s+(local|session|role)\b|with\s+\w+\s+as\s*\()/i;

function sql(files: readonly Source[]): readonly string[] {
  return files
    .filter((file) => file.room !== 'store')
    .flatMap((file) => {
      if (file.path.endsWith('.sql')) return [at(file, 0)];
      const isText = (node: Node): boolean =>
        node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');
      return nodes(file, (node) => isText(node) && isSql(file.text.slice(node.start + 1, node.end - 1))).map((node) =>
        at(file, node.start),
      );
    });
}

// A sentence for a reader begins with one capital letter; SQL with none or all.
function isSql(text: string): boolean {
  return statement.test(text) && !/^\s*[A-Z][a-z]/.test(text);
}

import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../analysis/index.ts';
import { readFolder } from './folder.ts';
import { writeGenius } from './genius/write.ts';
import { writeGeniusweb } from './geniusweb/write.ts';
import { writeNegmas } from './negmas/write.ts';
import type { NamedFile } from './read-scenario.ts';

const scenario: Scenario = {
  issues: [
    { kind: 'options', name: 'Road', options: ['yes', 'no'] },
    { kind: 'range', name: 'Price', from: 0, to: 5, step: 1 },
  ],
  profiles: ['hill', 'vale'].map((party, p) => ({
    party,
    provenance: { kind: 'own' },
    weights: [0.5, 0.5],
    values: [
      { kind: 'table', values: [1, p] },
      {
        kind: 'piecewise',
        points: [
          { at: 0, value: p },
          { at: 5, value: 1 - p },
        ],
      },
    ],
    interactions: [],
    reservation: { kind: 'utility', utility: 0.25 },
  })),
  constraints: [],
};

const written = [writeGenius, writeNegmas, writeGeniusweb].map((write) => {
  const files = write({
    name: 'road',
    scenario,
    discounts: [null, null],
    ceilings: [null, null],
    uncertain: [null, null],
  });
  return 'files' in files ? files.files.map(({ name, text }): NamedFile => ({ name, content: text })) : [];
});
const examples = new URL('../../../examples/', import.meta.url);
const parley = ['elmira', 'nash-1950', 'river'].map((folder) =>
  readdirSync(new URL(`${folder}/`, examples)).map((name): NamedFile => ({
    name,
    content: readFileSync(new URL(`${folder}/${name}`, examples), 'utf8'),
  })),
);
const csv: NamedFile = { name: 'p.csv', content: 'issue,option,A,B\nx,"a",1,2\nx,b,2,1\nx,,1,1\n,reservation,1,\n' };
const folders = [...written, ...parley, [csv]];

/** Reads, and holds the reader to its word: a scenario, or faults that each name a file, a place and what is wrong. */
function expectSound(files: readonly NamedFile[]): void {
  const read = readFolder(files);
  const names = files.map(({ name }) => name);
  const faults = 'errors' in read ? read.errors : [];
  const unfit = faults.filter(
    ({ file, line, column, message }) =>
      !(names.includes(file) || names.length === 0) ||
      ![line, column].every((number) => Number.isInteger(number) && number >= 1) ||
      message.trim() === '',
  );
  expect(unfit).toEqual([]);
  expect('errors' in read).toBe(faults.length > 0);
  const scenario = 'errors' in read ? null : read.scenario;
  const sizes = (scenario?.profiles ?? []).flatMap(({ weights, values }) => [weights.length, values.length]);
  expect(sizes.filter((size) => size !== scenario?.issues.length)).toEqual([]);
  const uncertain = 'errors' in read ? [] : read.uncertain;
  expect(uncertain).toEqual((scenario?.profiles ?? []).map(() => null));
}

describe('whatever comes, a reader gives a scenario or faults', () => {
  it('for bytes by chance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string({ minLength: 1 }), content: fc.uint8Array({ maxLength: 300 }) }), {
          maxLength: 3,
        }),
        expectSound,
      ),
      { numRuns: 200 },
    );
  });

  it('for text by chance that begins like one of the formats', () => {
    const beginnings = [
      '<utility_space>',
      '{"issueWeights":',
      '{"issues": [',
      '{"LinearAdditiveUtilitySpace": ',
      'parley-scenario: 1\n',
      'issues:\n- ',
      'type: LinearAdditiveUtilityFunction\n',
      'issue,option,a,b\n',
      '{"type": "TableUFun", ',
    ];
    const text = fc.tuple(
      fc.constantFrom(...beginnings),
      fc.string({ unit: fc.constantFrom(...'ab01 .,:;-"\'{}[]<>/=&#\n\t!*|'.split('')), maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, ([head, rest]) => expectSound([{ name: 'x', content: head + rest }])),
      { numRuns: 300 },
    );
  });

  it.for(folders.map((files, i) => [files[0]?.name ?? '', i] as const))(
    'for %s (%i) cut off, with letters changed, or with a line twice',
    ([, i]) => {
      const files = folders[i] ?? [];
      const change = fc.tuple(
        fc.nat({ max: files.length - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('cut', 'drop', 'twice', ...'"\'<>{}[]:-,&!*0N\n\u0000\ud800'.split('')),
      );
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
          const broken = files.map((file, f) => {
            const own = changes.filter(([which]) => which === f);
            return {
              ...file,
              content: own.reduce(
                (text, [, where, how]) => damaged(text, Math.floor(where * text.length), how),
                String(file.content),
              ),
            };
          });
          expectSound(broken);
        }),
        { numRuns: 40 },
      );
    },
  );
});

function damaged(text: string, at: number, how: string): string {
  if (how === 'cut') return text.slice(0, at);
  if (how === 'drop') return text.slice(0, at) + text.slice(at + 1);
  if (how === 'twice') {
    const end = text.indexOf('\n', at) + 1 || text.length;
    return text.slice(0, end) + text.slice(text.lastIndexOf('\n', at) + 1, end) + text.slice(end);
  }
  return text.slice(0, at) + how + text.slice(at + 1);
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultInWords } from './findings.ts';
import { readFile, readFolder } from './folder.ts';
import type { NamedFile, Read, ReadScenario } from './read-scenario.ts';
import { mostBytes } from './text-of.ts';

const genius = (party: string, worth: readonly [number, number]) => ({
  name: `${party}.xml`,
  content: `<utility_space><objective><issue name="Gate" index="1" type="discrete"><item index="1" value="open" evaluation="${worth[0]}"/><item index="2" value="shut" evaluation="${worth[1]}"/></issue><weight index="1" value="1"/></objective></utility_space>`,
});
const negolog = (party: string, worth: readonly [number, number]) => ({
  name: `${party}.json`,
  content: JSON.stringify({ issueWeights: { Gate: 1 }, issues: { Gate: { open: worth[0], shut: worth[1] } } }),
});
const csv = (name: string) => ({ name, content: 'issue,option,A,B\nGate,open,1,0\nGate,shut,0,1\n' });
const parley = (name: string) => ({
  name,
  content:
    'parley-scenario: 1\nname: x\nprovenance: x\nitems: { a: A }\nprofiles: { m: { provenance: own, points: { a: 1 } }, n: { provenance: own, points: { a: 2 } } }\n',
});

const told = (read: Read<ReadScenario>) => ('errors' in read ? read.errors.map(faultInWords) : []);
const formatOf = (read: Read<ReadScenario>) => ('errors' in read ? told(read) : read.format);

describe('a folder', () => {
  it('is recognised by what is in it, whatever the names', () => {
    const renamed = (files: readonly NamedFile[]) => files.map((file, i) => ({ ...file, name: `${i}.dat` }));
    const two = [
      [1, 2],
      [2, 1],
    ] as const;
    expect(formatOf(readFolder(renamed([genius('a', two[0]), genius('b', two[1])])))).toBe('genius-xml');
    expect(formatOf(readFolder(renamed([negolog('a', two[0]), negolog('b', two[1])])))).toBe('negolog-json');
    expect(formatOf(readFolder(renamed([csv('a')])))).toBe('csv');
    expect(formatOf(readFolder(renamed([parley('a')])))).toBe('parley');
  });

  it('may hold other things, which are noted but for what nearly every folder has', () => {
    const others: readonly NamedFile[] = [
      { name: 'README.md', content: '# About\n' },
      { name: 'LICENCE', content: 'Free.\n' },
      { name: 'readmeless.txt', content: 'Not about it.\n' },
      { name: 'map.png', content: new Uint8Array([0x89, 0x50, 0, 0, 1, 2]) },
      { name: 'old.txt', content: new Uint8Array([0x63, 0x61, 0x66, 0xe9]) },
      { name: 'page.html', content: '<html><p>unclosed</html>' },
      { name: 'numbers.json', content: '{"size": 3}' },
    ];
    const read = readFolder([...others, csv('z.csv')]);
    expect('notes' in read && read.notes.map(({ file }) => file)).toEqual([
      'map.png',
      'numbers.json',
      'old.txt',
      'page.html',
      'readmeless.txt',
    ]);
  });

  it('with several scenarios is refused by naming two of them', () => {
    expect(told(readFolder([csv('b.csv'), genius('a', [1, 2]), genius('c', [1, 2])]))).toEqual([
      'b.csv:1:1: This is a table of points, and a.xml is GENIUS XML; a folder holds one scenario. Name the file to read, or put them apart.',
    ]);
    expect(told(readFolder([csv('b.csv'), csv('a.csv')]))).toEqual([
      'b.csv:1:1: This is a second scenario beside a.csv. Name the file to read.',
    ]);
    expect(formatOf(readFile('b.csv', [csv('b.csv'), csv('a.csv')]))).toBe('csv');
  });

  it('without a scenario is refused', () => {
    for (const files of [[], [{ name: 'README.md', content: '# About\n' }]])
      expect(told(readFolder(files)).join()).toContain('Here is no scenario.');
    expect(told(readFile('README.md', [{ name: 'README.md', content: '' }])).join()).toContain('Here is no scenario.');
  });

  it('with a file above 16 MB is refused before anything is parsed', () => {
    const large = { name: 'large.xml', content: new Uint8Array(mostBytes + 1).fill(0x3c) };
    expect(told(readFolder([large]))).toEqual([
      'large.xml:1:1: This file is larger than 16 MB, which is more than a scenario needs.',
    ]);
  });

  it('holds text in the encoding that it names', () => {
    const latin = (file: NamedFile) => ({
      ...file,
      content: Uint8Array.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?>${String(file.content).replaceAll('Gate', 'Tür')}`,
        (letter) => letter.charCodeAt(0),
      ),
    });
    const read = readFolder([latin(genius('a', [1, 2])), latin(genius('b', [2, 1]))]);
    expect('scenario' in read && read.scenario?.issues[0]?.name).toBe('Tür');
    const odd = latin(genius('a', [1, 2]));
    expect(told(readFolder([{ ...odd, content: odd.content.slice(43) }])).join()).toContain(
      'This file is not text in UTF-8',
    );
  });

  it('is the same in any order of its files', () => {
    const files = [genius('a', [1, 2]), genius('b', [5, 2]), genius('c', [3, 3]), { name: 'note.txt', content: 'x' }];
    const once = readFolder(files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(readFolder(shuffled)).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readYaml } from './document.ts';

/** The faults of a text, as `line:column path message`. */
const faults = (text: string): readonly string[] => {
  const read = readYaml(text);
  if (!('faults' in read)) return [];
  return read.faults.map(({ line, column, path, message }) =>
    [`${line}:${column}`, path, message].filter(Boolean).join(' '),
  );
};
const odd = 'a character that no text has (a NUL or another control character, or half of a character).';

describe('a YAML text', () => {
  it('becomes a plain value', () => {
    const read = readYaml('\ufeffa: 1\r\nb: [x, "y"] # note\r\nc: |\r\n  two\r\n  lines\r\nno: 2031-04-02\r\n');
    expect('value' in read ? read.value : read).toEqual({ a: 1, b: ['x', 'y'], c: 'two\nlines\n', no: '2031-04-02' });
  });

  it('may repeat small things by anchor and alias', () => {
    const read = readYaml('a: &here { caucus: north }\nb: *here');
    expect('value' in read ? read.value : read).toEqual({ a: { caucus: 'north' }, b: { caucus: 'north' } });
  });

  it('keeps a key that means something to the language as a mere key', () => {
    const read = readYaml('constructor: 1\ntoString: { a: 1 }');
    expect('value' in read ? Object.keys(read.value as object) : []).toEqual(['constructor', 'toString']);
  });

  it('refuses a key that programs would not see', () => {
    expect(faults('a:\n  __proto__: { admin: true }')).toEqual([
      '2:3 a “__proto__” cannot be a key: programs would not see it. Use another word.',
    ]);
  });

  it('says where it is not well formed', () => {
    expect(faults('a: 1\nb: [1, 2\nc: 3')).toEqual([
      '3:1 This is not well-formed YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ]);
    expect(faults('a:\n\t- b')).toEqual(['2:1 This is not well-formed YAML: Tabs are not allowed as indentation.']);
    expect(faults('a: 1\n---\nb: 2\n---\nc: 3')).toEqual(['2:1 A second document begins here; a file holds one case.']);
    expect(faults('')).toEqual(['1:1 This file is empty.']);
    expect(faults('# only a note\n')).toEqual(['1:1 This file is empty.']);
    expect(faults('}'.repeat(200_000))).toEqual(['1:51 This is not well-formed YAML, here and in many places before.']);
  });

  it('refuses keys that are given twice or are no words, all at once', () => {
    expect(faults('a: 1\nb:\n  - c: 1\n    d: 2\n    c: 3\na: 4')).toEqual([
      '6:1 “a” is given twice.',
      '5:5 b[0] “c” is given twice.',
    ]);
    expect(faults('? [a]\n: b')).toEqual(['1:3 A key must be a plain word.']);
  });

  it('refuses tags', () => {
    expect(faults('a: !!js/function x\nb: !mine x')).toEqual([
      '1:4 Tags (!) are not used in a case.',
      '2:4 Tags (!) are not used in a case.',
    ]);
  });

  it('refuses characters that no text has, written or escaped', () => {
    expect(faults('a: x\nb: \u0000')).toEqual([`2:4 Here is ${odd}`]);
    expect(faults('a: \ud800')).toEqual([`1:4 Here is ${odd}`]);
    expect(faults('a: "\\0"\nb: "\\uD800"\nc: "\\uD83D\\uDE00"')).toEqual([
      `1:4 a This holds ${odd}`,
      `2:4 b This holds ${odd}`,
    ]);
  });

  it('refuses aliases that could grow without bound or go round in circles', () => {
    expect(faults('a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]')).toEqual([
      '2:8 b What an anchor (&) names cannot hold an alias (*).',
    ]);
    expect(faults('a: &a [*a]')).toEqual(['1:8 a What an anchor (&) names cannot hold an alias (*).']);
    expect(faults(`a: &a [${'x, '.repeat(300)}]\nb: *a`)).toEqual([
      '1:7 a What this anchor (&) names is too large to be repeated.',
    ]);
    expect(faults(`a: &a 1\nb: [${'*a, '.repeat(150)}]`)).toEqual([
      '2:405 b[100] This file has more than 100 aliases (*).',
    ]);
    expect(faults('a: *b')).toEqual(['1:4 a Nothing above has the anchor &b.']);
  });

  it('refuses what is too large, too much or too deep, and is not slow about it', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(faults('x'.repeat(2 * 1024 * 1024 + 1))).toEqual([
      '1:1 This file is larger than 2 MB, which is more than a case needs.',
    ]);
    expect(faults('é'.repeat(1024 * 1024 + 1))).toEqual([
      '1:1 This file is larger than 2 MB, which is more than a case needs.',
    ]);
    expect(faults(nested(39))).toEqual([]);
    expect(faults(nested(40))).toEqual(['1:43 This is nested more than 40 levels deep.']);
    expect(faults(nested(500_000))).toEqual(['1:43 This is nested more than 40 levels deep.']);
    expect(faults('- '.repeat(500_000))).toEqual(['1:81 This is nested more than 40 levels deep.']);
    expect(faults('#\n'.repeat(900_000))).toEqual(['200001:2 This file has more in it than a case needs.']);
  });
});

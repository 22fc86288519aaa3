import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CaseId, EntryId, PersonId } from '../../domain/index.ts';
import { playCaseYaml } from './play.ts';
import { caseDocument } from './schema.ts';
import { actWords } from './steps.ts';

const page = readFileSync(new URL('../../../docs/case-file.md', import.meta.url), 'utf8');

/** The blocks of the page that open with these words, in order. */
const blocks = (opening: string): readonly string[] =>
  [...page.matchAll(/^```(.+)\n([^]*?)^```$/gm)].flatMap(([, words, block = '']) => (words === opening ? [block] : []));

const whole = blocks('yaml').join('\n');
const play = (text: string) =>
  playCaseYaml(text, {
    case: 'case' as CaseId,
    person: (key) => key as PersonId,
    entry: () => `entry-${(next += 1)}` as EntryId,
  });
let next = 0;

describe('the page on the case file', () => {
  it('holds one complete case that can be played', () => {
    const result = play(whole);
    expect('errors' in result ? result.errors : []).toEqual([]);
  });

  it('shows every act and every part', () => {
    const shown = (word: string) => page.includes(`${word}:`) || page.includes(`\`${word}\``);
    expect(actWords.filter((word) => !shown(word))).toEqual([]);
    expect(Object.keys(caseDocument.shape).filter((word) => !whole.includes(`${word}:`))).toEqual([]);
  });

  it('says what is said when something is wrong', () => {
    const said = blocks('yaml wrong').map((wrong) => {
      const result = play(whole + wrong);
      return 'errors' in result ? result.errors.map(({ path, message }) => `${path}: ${message}\n`).join('') : '';
    });
    expect(said).toEqual(blocks('text'));
  });
});

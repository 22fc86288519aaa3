import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CaseFile, CaseId, EntryId, PersonId } from '../domain/index.ts';
import { caseFileToJson, caseFileToYaml } from './case-export.ts';
import { playCaseYaml } from './case-yaml/play.ts';

const text = readFileSync(new URL('../../examples/river/case.yaml', import.meta.url), 'utf8');
let next = 0;
const river = playCaseYaml(text, {
  case: 'case' as CaseId,
  person: (key) => `id-of-${key}` as PersonId,
  entry: () => `entry-${(next += 1)}` as EntryId,
});

const fileOf = (key: string): CaseFile => {
  const found = 'played' in river ? river.played.people.find((person) => person.key === key) : undefined;
  if (found === undefined) throw new Error(JSON.stringify(river));
  return found.file;
};

describe('the export of a case file', () => {
  it('says what it is, and that it is not the whole case', () => {
    expect(caseFileToYaml(fileOf('karim')).split('\n').slice(0, 3)).toEqual([
      '# What one viewer may know of a case in Parley, entry by entry, oldest first.',
      '# It is no case file to load again: what the viewer may not know is not here.',
      'case:',
    ]);
  });

  it('is the same in YAML and in JSON, for every viewer', () => {
    const people = 'played' in river ? river.played.people : [];
    for (const { file } of people) {
      const json: unknown = JSON.parse(caseFileToJson(file));
      expect(parse(caseFileToYaml(file))).toEqual(json);
      expect(json).toMatchObject({ seats: [...file.seats], entries: file.entries.map(({ id, at }) => ({ id, at })) });
    }
  });

  it('names authors and what each entry says', () => {
    const { entries } = parse(caseFileToYaml(fileOf('vera'))) as { entries: readonly Record<string, unknown>[] };
    expect(entries.find((entry) => entry['kind'] === 'deadline')).toMatchObject({
      at: '2031-03-10T08:00:00.000Z',
      by: { name: 'Ines Maro', as: 'mediation' },
      name: 'Start of the irrigation season',
    });
  });

  it('of a file without entries is one without a name', () => {
    const nothing: CaseFile = { case: 'none' as CaseId, seats: [], entries: [] };
    expect(JSON.parse(caseFileToJson(nothing))).toEqual({
      case: { id: 'none', name: null, provenance: null, 'time-zone': null },
      seats: [],
      entries: [],
    });
  });
});

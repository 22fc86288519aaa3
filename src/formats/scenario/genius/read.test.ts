import { describe, expect, it } from 'vitest';
import { domain, hill, readWell, replaced, vale } from '../../../../tests/support/well-in-genius.ts';
import { faultInWords } from '../findings.ts';
import { readFolder } from '../folder.ts';

describe('GENIUS XML', () => {
  it('is read as GENIUS reads it', () => {
    const found = readWell();
    if ('errors' in found) throw new Error(found.errors.map(faultInWords).join('\n'));
    expect(found.scenario?.issues).toEqual([
      { kind: 'options', name: 'Keeper', options: ['Hill & son', 'Vale'] },
      { kind: 'range', name: 'Days', from: 2, to: 6, step: 1 },
      { kind: 'range', name: 'Depth', from: 0, to: 20, step: null },
    ]);
    expect(found.scenario?.profiles[0]).toEqual({
      party: 'hill',
      provenance: { kind: 'analyst', name: 'the author of hill.xml' },
      weights: [0.5, 0.3, 0.4],
      values: [
        { kind: 'table', values: [1, 0.25] },
        {
          kind: 'piecewise',
          points: [
            { at: 2, value: 0.25 },
            { at: 3.5, value: 1 },
            { at: 6, value: 1 },
          ],
        },
        {
          kind: 'piecewise',
          points: [
            { at: 0, value: 1 },
            { at: 5, value: 1 },
            { at: 15, value: 0 },
            { at: 20, value: 0 },
          ],
        },
      ],
      interactions: [],
      reservation: { kind: 'utility', utility: 0.25 },
    });
    expect(found.scenario?.profiles[1]?.values[2]).toEqual({
      kind: 'piecewise',
      points: [
        { at: 0, value: 0.5 },
        { at: 5, value: 1 },
        { at: 15, value: 0 },
        { at: 20, value: 0 },
      ],
    });
    expect(found.scenario?.profiles[1]?.reservation).toBeNull();
    expect([found.name, found.format, found.ceilings, found.discounts]).toEqual([
      'well',
      'genius-xml',
      [1, null],
      [0.9, null],
    ]);
    expect(found.notes.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`)).toEqual([
      'hill.xml:2 The weights sum to 1.2, not to 1; they are used as they stand.',
      'hill.xml:2 The best answers sum to 1.2; a total above 1 counts as 1, as in GENIUS.',
      'hill.xml: This file discounts later agreements by 0.9; the analysis is of an agreement now, so the discount is not used.',
    ]);
  });

  it('is read as it stands on request', () => {
    const found = readWell({}, 'raw');
    if ('errors' in found) throw new Error(found.errors.map(faultInWords).join('\n'));
    expect(found.scenario?.profiles[0]?.values).toEqual([
      { kind: 'table', values: [8, 2] },
      {
        kind: 'piecewise',
        points: [
          { at: 2, value: 0.25 },
          { at: 6, value: 2.25 },
        ],
      },
      {
        kind: 'piecewise',
        points: [
          { at: 0, value: 1.5 },
          { at: 20, value: -0.5 },
        ],
      },
    ]);
    expect(found.ceilings).toEqual([null, null]);
  });

  it('counts an issue without worth as 0, and says so', () => {
    const found = readWell({ hill: replaced(hill, [5, '"8"', '"0"'], [6, 'evaluation="2"', 'evaluation="0.000001"']) });
    expect('scenario' in found && found.scenario?.profiles[0]?.values[0]).toEqual({ kind: 'table', values: [0, 0] });
    expect('notes' in found && found.notes.map(({ line, message }) => `${line} ${message}`)).toContain(
      '3 No option of “Keeper” is worth anything: all count 0.',
    );
  });

  it('needs no domain beside the profiles', () => {
    const files = [hill, vale].map((lines, i) => ({ name: `${i}.xml`, content: lines.join('\r\n') }));
    const found = readFolder(files);
    expect('scenario' in found && found.scenario?.issues.map(({ name }) => name)).toEqual(['Keeper', 'Days', 'Depth']);
  });

  it('refuses what would be too deep or too much, at once', () => {
    const deep = `<utility_space>${'<objective>'.repeat(1_000_000)}`;
    const found = readWell({ hill: [deep] });
    expect('errors' in found && found.errors[0]?.message).toBe('This is nested more than 20 levels deep.');
    const many = `<utility_space>${'<a/>'.repeat(400_000)}</utility_space>`;
    const counted = readWell({ hill: [many] });
    expect('errors' in counted && counted.errors[0]?.message).toBe('There are more than 300000 elements.');
  });

  it('refuses one party, no issue, and two domains', () => {
    const file = (name: string, lines: readonly string[]) => ({ name, content: lines.join('\n') });
    const messages = (files: Parameters<typeof readFolder>[0]) => {
      const found = readFolder(files);
      return 'errors' in found ? found.errors.map(faultInWords) : [];
    };
    expect(messages([file('well.xml', domain), file('hill.xml', hill)])).toEqual([
      'hill.xml:2:3: This is the only profile; there must be one for each of at least two parties.',
    ]);
    expect(messages([file('well.xml', domain)])).toEqual([
      'well.xml:1:1: There is no profile in this scenario; there must be one for each of at least two parties.',
    ]);
    const empty = [...domain.slice(0, 5), ...domain.slice(13)];
    expect(
      messages([
        file('well.xml', empty),
        file('a.xml', [
          '<utility_space>',
          '<objective>',
          '<weight index="1" value="1"/>',
          '</objective>',
          '</utility_space>',
        ]),
      ]),
    ).toContain('a.xml:3:1: There is no issue with the index 1.');
    expect(
      messages([file('a.xml', domain), file('b.xml', domain), file('hill.xml', hill), file('vale.xml', vale)]),
    ).toEqual(['b.xml:1:1: This is a second domain beside a.xml; a scenario has one.']);
  });
});

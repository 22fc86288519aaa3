import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles, scenarioIn } from '../../../../tests/support/scenario-files.ts';
import { wellWithWeights } from '../../../../tests/support/well-with-weights.ts';
import { preferences } from '../../../analysis/index.ts';

const page = readFileSync(new URL('../../../../docs/scenario-file.md', import.meta.url), 'utf8');

/** What was read of hill’s weights, and the notes. */
function hill(...uncertain: readonly string[]) {
  const read = scenarioIn(wellWithWeights(...uncertain));
  const [vale, own] = read.uncertain;
  expect([vale, read.scenario.profiles[0]?.weights]).toEqual([null, [1, 1, 1]]);
  return { known: own, weights: read.scenario.profiles[1]?.weights ?? [], notes: read.notes };
}

const close = (weights: readonly number[]) => weights.map((weight) => Number(weight.toFixed(6)));

describe('weights that nobody knows exactly', () => {
  it('may be bounds: exact, open to either side, or both', () => {
    const { known, weights, notes } = hill(
      'uncertain-weights:',
      '  between: { owner: { from: 0.2, to: 0.4 }, depth: 0.5, total: { to: 0.3 } }',
    );
    expect(known).toEqual({
      kind: 'intervals',
      total: 1,
      intervals: [
        { least: 0.5, most: 0.5 },
        { least: 0.2, most: 0.4 },
        { least: 0, most: 0.3 },
      ],
    });
    expect(close(weights)).toEqual([0.5, 0.3, 0.2]);
    expect(notes).toEqual([
      {
        file: 'x.yaml',
        line: 15,
        message:
          'The weights of hill are stated only as bounds; the analysis uses those in the middle: Depth 0.5, Owner 0.3, Total 0.2.',
      },
    ]);
    expect(
      hill('uncertain-weights: { total: 10, between: { depth: 2, owner: { from: 3 }, total: {} } }').known,
    ).toEqual({
      kind: 'intervals',
      total: 10,
      intervals: [
        { least: 2, most: 2 },
        { least: 3, most: 10 },
        { least: 0, most: 10 },
      ],
    });
  });

  it('may be a ranking, in part', () => {
    const { known, weights, notes } = hill('uncertain-weights: { ranking: [total, [owner, depth]], total: 18 }');
    expect(known).toEqual({ kind: 'ranking', total: 18, ranking: [[2], [1, 0]] });
    expect(close(weights)).toEqual([3.5, 3.5, 11]);
    expect(notes.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '15: The weights of hill are stated only as a ranking; the analysis uses those in the middle: Depth 3.5, Owner 3.5, Total 11.',
    ]);
  });

  it('may be samples, used as they stand', () => {
    const { known, weights, notes } = hill(
      'uncertain-weights: { samples: [{ depth: 1, owner: 0, total: 3 }, { total: 5, depth: 0, owner: 20 }] }',
    );
    expect(known).toEqual({
      kind: 'samples',
      samples: [
        [1, 0, 3],
        [0, 20, 5],
      ],
    });
    expect(weights).toEqual([0.5, 10, 4]);
    expect(notes.map(({ message }) => message)).toEqual([
      'The weights of hill are stated only as samples; the analysis uses those in the middle: Depth 0.5, Owner 10, Total 4.',
    ]);
  });

  it('are noted where they decide what a package over a range without steps is worth', () => {
    const text = [
      'parley-scenario: 1\nname: x\nprovenance: x\nissues:',
      '  depth: { name: Depth, range: { from: 0, to: 4 } }',
      '  owner: { name: Owner, options: { hill: Hill, vale: Vale } }',
      'profiles:',
      '  vale: { provenance: own, points: { depth: { 0: 0, 4: 4 }, owner: { hill: 0, vale: 1 } } }',
      '  hill: { provenance: own, points: { depth: { 0: 0, 4: 4 }, owner: { hill: 8, vale: 0 } }, uncertain-weights: { ranking: [depth, owner] }, reservation: { package: { depth: 2, owner: hill } } }',
    ].join('\n');
    const read = scenarioIn(readFiles({ 'x.yaml': text }));
    expect(read.scenario.profiles[1]?.reservation).toEqual({ kind: 'utility', utility: 3.5 });
    expect(read.notes.map(({ message }) => message).slice(1)).toEqual([
      'What hill has without an agreement is read as what it is worth, since a range without steps has no numbered answers.',
      'What hill has without an agreement is worth 3.5 by the weights in the middle; other weights do not change it.',
    ]);
  });

  it('are what the page shows, with the note that it promises', () => {
    const blocks = (opening: string) =>
      [...page.matchAll(/^```(.+)\n([^]*?)^```$/gm)].flatMap(([, words, block = '']) =>
        words === opening ? [block] : [],
      );
    const whole = blocks('yaml').join('\n');
    const kinds = blocks('yaml instead of weights')
      .flatMap((block) => block.trim().split('\n'))
      .map((line) => {
        const text = whole.replace(/^ {4}weights: .*$/m, `    ${line}`);
        const { scenario, uncertain, notes } = scenarioIn(readFiles({ 'x.yaml': text }));
        return [uncertain.map((each) => each?.kind), close(scenario.profiles[0]?.weights ?? []), notes.length];
      });
    expect(kinds).toEqual([
      [['intervals', undefined], [0.6, 0.4], 1],
      [['ranking', undefined], [0.75, 2.25], 1],
      [['samples', undefined], [0.6, 0.4], 1],
    ]);
  });
});

/** Anything of the right shape, right or wrong. */
const anything = (() => {
  const key = fc.constantFrom('depth', 'owner', 'total', 'ownr');
  const tenths = fc.integer({ min: 0, max: 12 }).map((n) => n / 10);
  const bounds = fc.oneof(tenths, fc.record({ from: tenths, to: tenths }, { requiredKeys: [] }));
  const group = <T>(each: fc.Arbitrary<T>) =>
    fc.oneof(fc.record({ depth: each, owner: each, total: each }), fc.dictionary(key, each));
  const order = fc.shuffledSubarray(['depth', 'owner', 'total'], { minLength: 3 });
  const ranked = fc.oneof(
    order,
    order.map(([first, second, third]) => [[first, second], third]),
    fc.array(fc.oneof(key, fc.array(key, { minLength: 1 }))),
  );
  const kind = fc.oneof(
    group(bounds).map((between) => ({ between })),
    ranked.map((ranking) => ({ ranking })),
    fc.array(group(tenths), { minLength: 1, maxLength: 3 }).map((samples) => ({ samples })),
  );
  return fc.tuple(kind, fc.constantFrom({}, {}, { total: 1 }, { total: 0.7 }));
})();

describe('whatever uncertain weights are stated', () => {
  it('there are faults on their lines, or weights in the middle of what the analysis can draw from', () => {
    const seen = { faults: 0, weights: 0 };
    fc.assert(
      fc.property(anything, ([kind, total]) => {
        const read = wellWithWeights(`uncertain-weights: ${JSON.stringify({ ...kind, ...total })}`);
        const faults = 'errors' in read ? read.errors : [];
        const isElsewhere = ({ line, path }: (typeof faults)[number]) =>
          line !== 15 || !path.startsWith('profiles.hill.uncertain-weights');
        expect(faults.filter(isElsewhere)).toEqual([]);
        const known = 'errors' in read ? null : (read.uncertain[1] ?? null);
        expect(known === null).toBe(faults.length > 0);
        expect(known && preferences.checkUncertain(known, 3)).toBeNull();
        expect('errors' in read ? null : read.scenario?.profiles[1]?.weights).toEqual(
          known && preferences.centralWeights(known),
        );
        seen[known === null ? 'faults' : 'weights'] += 1;
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.faults, seen.weights)).toBeGreaterThan(30);
  });
});

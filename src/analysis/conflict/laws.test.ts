import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits, naives, rank, type Naive } from '../../../tests/support/analysis/naive-conflicts.ts';
import { coalitionImprovements, coalitionsOf, coalitionsThatLeave, stableForAllCoalitions } from './coalition.ts';
import { buildConflict, type Conflict } from './conflict.ts';
import type { Convention } from './convention.ts';
import type { ConflictModel } from './model.ts';
import { reasonFor } from './reason.ts';
import { isRefused } from './refusal.ts';
import { concepts, stabilityOf, type Concept } from './stability.ts';
import { evolutionFrom, shortestPaths } from './status-quo.ts';

// The definitions written down as they stand in the books, on words for states, with no thought for speed.

type By = 'moves' | 'improvements';

function allowed({ model }: Naive, maker: number, from: string, to: string): boolean {
  const { name } = model.makers[maker]!;
  if (from === to) return false;
  for (const [o, option] of model.options.entries()) {
    if (from[o] === to[o]) continue;
    if (option.maker !== name) return false;
    if (option.moves === 'forward' && to[o] === 'N') return false;
    if (option.moves === 'backward' && to[o] === 'Y') return false;
  }
  return !model.barred!.some((m) => (m.maker ?? name) === name && fits(m.from, from) && fits(m.to, to));
}

function moves(naive: Naive, maker: number, s: number, by: By): number[] {
  return naive.states.flatMap((words, t) =>
    t !== s &&
    naive.states[s]!.some((a) => words.some((b) => allowed(naive, maker, a, b))) &&
    (by === 'moves' || naive.liking[maker]![t]! > naive.liking[maker]![s]!)
      ? [t]
      : [],
  );
}

function reach(naive: Naive, group: readonly number[], from: number, by: By, convention: Convention): Set<number> {
  const found = new Set<number>();
  const seen = new Set<string>();
  const go = (s: number, movers: readonly number[]): void => {
    for (const m of group) {
      if (convention === 'one-move' && movers.length > 0) continue;
      if (convention === 'each-once' && movers.includes(m)) continue;
      if (convention === 'legal-sequences' && movers.at(-1) === m) continue;
      for (const t of moves(naive, m, s, by)) {
        found.add(t);
        const key = `${t} ${m}`;
        if (convention === 'legal-sequences' && seen.has(key)) continue;
        seen.add(key);
        go(t, [...movers, m]);
      }
    }
  };
  go(from, []);
  return found;
}

function stable(naive: Naive, concept: Concept, convention: Convention, i: number, s: number): boolean {
  const likes = naive.liking[i]!;
  const others = naive.model.makers.flatMap((_, m) => (m === i ? [] : [m]));
  if (concept === 'SIM') return simultaneous(naive, i, s);
  return moves(naive, i, s, 'improvements').every((s1) => {
    if (concept === 'R') return false;
    return [...reach(naive, others, s1, concept === 'SEQ' ? 'improvements' : 'moves', convention)].some(
      (s2) =>
        likes[s2]! <= likes[s]! &&
        (concept !== 'SMR' || moves(naive, i, s2, 'moves').every((s3) => likes[s3]! <= likes[s]!)),
    );
  });
}

function simultaneous(naive: Naive, i: number, s: number): boolean {
  const better = (m: number, from: string): string[] =>
    moves(naive, m, s, 'improvements').flatMap((t) => naive.states[t]!.filter((to) => allowed(naive, m, from, to)));
  const owner = naive.model.options.map((option) => naive.model.makers.findIndex(({ name }) => name === option.maker));
  return naive.states[s]!.every((from) =>
    better(i, from).every((own) => {
      let choices: (readonly string[])[] = [[]];
      for (const m of naive.model.makers.keys())
        choices = choices.flatMap((c) => (m === i ? [own] : [from, ...better(m, from)]).map((x) => [...c, x]));
      return choices
        .filter((choice) => choice.some((x, m) => m !== i && x !== from))
        .some((choice) => {
          const joint = owner.map((m, o) => choice[m]![o]).join('');
          const end = naive.states.findIndex((words) => words.includes(joint));
          return end >= 0 && naive.liking[i]![end]! <= naive.liking[i]![s]!;
        });
    }),
  );
}

const conventions = fc.constantFrom<Convention>('legal-sequences', 'each-once', 'one-move');

function built(model: ConflictModel): Conflict {
  const conflict = buildConflict(model);
  if (isRefused(conflict)) throw new Error(conflict.words);
  return conflict;
}

test('every concept, convention, decision maker and state agrees with the definitions written down', () => {
  fc.assert(
    fc.property(naives, conventions, (naive, convention) => {
      const stability = stabilityOf(built(naive.model), convention);
      for (const concept of concepts)
        for (const i of naive.model.makers.keys())
          expect([...stability.stable[concept][i]!]).toEqual(
            naive.states.map((_, s) => Number(stable(naive, concept, convention, i, s))),
          );
    }),
    { numRuns: 300 },
  );
});

test('R is within SEQ and SMR, these within GMR; more answers make more stable; with two decision makers the conventions are one', () => {
  const within = [
    ['R', 'SEQ'],
    ['SEQ', 'GMR'],
    ['R', 'SMR'],
    ['SMR', 'GMR'],
    ['R', 'SIM'],
  ] as const;
  const increasing = (row: readonly number[]): boolean => row.every((x, k) => k === 0 || row[k - 1]! <= x);
  fc.assert(
    fc.property(naives, ({ model }) => {
      const conflict = built(model);
      const each = (['one-move', 'each-once', 'legal-sequences'] as const).map((c) => stabilityOf(conflict, c).stable);
      const rows = model.makers.flatMap((_, i) =>
        conflict.states.flatMap((_, s) => {
          const across = concepts.map((concept) => each.map((stable) => stable[concept][i]![s]!));
          expect(model.makers.length > 2 || across.every(([one, , legal]) => one === legal)).toBe(true);
          return [...across, ...each.flatMap((of) => within.map((pair) => pair.map((concept) => of[concept][i]![s]!)))];
        }),
      );
      expect(rows.filter((row) => !increasing(row))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('renaming and reordering decision makers and options changes nothing but names', () => {
  fc.assert(
    fc.property(naives, conventions, fc.infiniteStream(fc.nat(1000)), (naive, convention, stream) => {
      const shuffled = (n: number): number[] =>
        Array.from({ length: n }, (_, i) => ({ i, at: Number(stream.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ i }) => i);
      const { model } = naive;
      const [makers, options] = [shuffled(model.makers.length), shuffled(model.options.length)];
      const word = (text: string): string => options.map((o) => text[o]).join('');
      const called = (name: string): string => `other ${name}`;
      const other = built({
        makers: makers.map((m) => {
          const { name } = model.makers[m]!;
          const groups = rank(naive.liking[m]!, (s) => word(naive.states[s]![0]!));
          return { name: called(name), preference: { kind: 'ranking', groups } };
        }),
        options: options.map((o) => ({ ...model.options[o]!, name: `x${o}`, maker: called(model.options[o]!.maker) })),
        infeasible: model.infeasible.map(word),
        alike: model.alike!.map(word),
        barred: model.barred!.map(({ maker, from, to }) => ({ maker: called(maker!), from: word(from), to: word(to) })),
      });
      const conflict = built(model);
      const [a, b] = [stabilityOf(conflict, convention), stabilityOf(other, convention)];
      const same = conflict.states.map((state) =>
        other.states.findIndex(({ pattern }) => pattern === word(state.pattern)),
      );
      expect(new Set(same).size).toBe(other.states.length);
      for (const concept of concepts)
        for (const [at, m] of makers.entries())
          expect(same.map((t) => b.stable[concept][at]![t])).toEqual([...a.stable[concept][m]!]);
      const leaving = (of: Conflict, s: number): string[] =>
        coalitionsThatLeave(of, s)
          .map(({ members, states }) => `${members.length} ${states.length}`)
          .sort();
      expect(conflict.states.map((_, s) => leaving(conflict, s))).toEqual(same.map((t) => leaving(other, t)));
      expect([...evolutionFrom(conflict, 0, 'moves').steps]).toEqual(
        same.map((t) => evolutionFrom(other, same[0]!, 'moves').steps[t]),
      );
    }),
    { numRuns: 100 },
  );
});

test('a reason is given exactly where a state is stable, and its answers are answers', () => {
  fc.assert(
    fc.property(naives, conventions, (naive, convention) => {
      const conflict = built(naive.model);
      const stability = stabilityOf(conflict, convention);
      for (const concept of concepts)
        for (const i of naive.model.makers.keys())
          for (const s of naive.states.keys()) {
            const reason = reasonFor(conflict, concept, convention, i, s);
            expect(reason.kind !== 'free').toBe(stability.stable[concept][i]![s] === 1);
            if (reason.kind !== 'deterred') continue;
            for (const { improvement, by, moves: path, end } of reason.answered) {
              expect(naive.liking[i]![end]!).toBeLessThanOrEqual(naive.liking[i]![s]!);
              if (by === 'crossing') continue;
              let at = improvement;
              for (const { mover, to } of path) {
                expect(moves(naive, mover, at, concept === 'SEQ' ? 'improvements' : 'moves')).toContain(to);
                at = to;
              }
              expect(at).toBe(end);
              expect(path.every(({ mover }, k) => mover !== i && mover !== path[k - 1]?.mover)).toBe(true);
            }
          }
    }),
    { numRuns: 100 },
  );
});

test('coalitions and status quo agree with all sequences of moves', () => {
  fc.assert(
    fc.property(naives, fc.nat(1000), (naive, pick) => {
      const conflict = built(naive.model);
      const s = pick % naive.states.length;
      const everybody = naive.model.makers.map((_, m) => m);
      const better = (members: readonly number[]): number[] =>
        [...reach(naive, members, s, 'moves', 'legal-sequences')]
          .filter((t) => members.every((m) => naive.liking[m]![t]! > naive.liking[m]![s]!))
          .sort((a, b) => a - b);
      for (const members of coalitionsOf(everybody.length))
        expect(coalitionImprovements(conflict, members, s)).toEqual(better(members));
      const leaving = coalitionsThatLeave(conflict, s);
      expect(stableForAllCoalitions(conflict, [s]).length === 1).toBe(leaving.length === 0);
      expect(leaving.map(({ members }) => members)).toEqual(
        coalitionsOf(everybody.length).filter((members) => better(members).length > 0),
      );
      for (const by of ['moves', 'improvements'] as const) {
        const evolution = evolutionFrom(conflict, s, by);
        const found = reach(naive, everybody, s, by, 'legal-sequences').add(s);
        expect(naive.states.flatMap((_, t) => (evolution.steps[t]! >= 0 ? [t] : []))).toEqual(
          [...found].sort((a, b) => a - b),
        );
        for (const t of found) {
          if (t === s) continue;
          const paths = [...shortestPaths(conflict, s, t, by)];
          expect(new Set(paths.map((path) => JSON.stringify(path))).size).toBe(paths.length);
          expect(paths.every((path) => path.length === evolution.steps[t] && path.at(-1)!.to === t)).toBe(true);
          expect([...new Set(paths.map((path) => path.at(-1)!.mover))].sort((a, b) => a - b)).toEqual(
            evolution.lastMovers[t],
          );
        }
      }
    }),
    { numRuns: 100 },
  );
});

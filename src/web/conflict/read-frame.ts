import { createHash } from 'node:crypto';
import { conflict } from '../../analysis/index.ts';
import { modelStatesAtMost } from '../../domain/index.ts';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';
import { isUnread, readCombination, readCombinations } from './combinations.ts';
import { numberedLines, problemOnLine } from './numbered-lines.ts';
import { readOptions } from './option-lines.ts';

/** A conflict before anybody's preferences: who decides on what, what cannot be, and the states that are left. */
export interface Frame {
  readonly makers: readonly string[];
  readonly options: readonly conflict.Option[];
  readonly infeasible: readonly string[];
  readonly alike: readonly string[];
  readonly barred: readonly conflict.BarredMove[];
  /** The conflict of all this in which everybody likes all states equally, for the states and their words. */
  readonly conflict: conflict.Conflict;
  /** A mark of the states and their numbers: it changes when they do. */
  readonly mark: string;
}

/** Reads who decides on what, what cannot be, what makes no difference and which moves cannot be made; or the first fault, with its line. */
export function readFrame(form: Form): Frame | Problem {
  const read = readOptions(form);
  if (isProblem(read)) return read;
  const { makers, options, lines } = read;
  const names = options.map(({ name }) => name);
  if (options.length > conflict.optionsToDerive)
    return problemWith('options', `There are ${options.length} options; give at most ${conflict.optionsToDerive}.`);
  const infeasible = readPatterns(form, 'infeasible', names);
  if (isProblem(infeasible)) return infeasible;
  const alike = readPatterns(form, 'alike', names);
  if (isProblem(alike)) return alike;
  const barred = readBarred(form, makers, names);
  if (isProblem(barred)) return barred;
  const frame = { makers, options, infeasible, alike, barred };
  const built = withPreference(frame, null, null);
  if (conflict.isConflictRefused(built)) return misfit(built, lines, form);
  if (built.states.length > modelStatesAtMost)
    return problemWith(
      'infeasible',
      `There are ${built.states.length} states that can be; give at most ${modelStatesAtMost}. Say what else cannot be, or leave options out.`,
    );
  const mark = createHash('sha256')
    .update(built.states.map(({ pattern }) => pattern).join())
    .digest('hex');
  return { ...frame, conflict: built, mark: mark.slice(0, 12) };
}

/** The conflict of a frame in which one prefers something, and everybody else likes all states equally; or why it cannot be. */
export function withPreference(
  { makers, options, infeasible, alike, barred }: Omit<Frame, 'conflict' | 'mark'>,
  maker: string | null,
  preference: conflict.Preference | null,
): conflict.Conflict | conflict.ConflictRefusal {
  const indifferent = { kind: 'ranking', groups: [['-'.repeat(options.length)]] } as const;
  return conflict.buildConflict({
    makers: makers.map((name) => ({ name, preference: (name === maker ? preference : null) ?? indifferent })),
    options,
    infeasible,
    alike,
    barred,
  });
}

function readPatterns(form: Form, field: 'infeasible' | 'alike', options: readonly string[]) {
  const patterns: string[] = [];
  for (const { line, text } of numberedLines(form, field)) {
    const read = readCombinations(text, options);
    if (isUnread(read)) return problemOnLine(field, line, read.unread);
    patterns.push(...read.patterns);
  }
  return patterns;
}

function readBarred(form: Form, makers: readonly string[], options: readonly string[]) {
  const moves: conflict.BarredMove[] = [];
  for (const { line, text } of numberedLines(form, 'barred')) {
    const [, maker, move = ''] = /^(?:([^:"]+):)?(.*)$/.exec(text) ?? [];
    const [start = '', end, ...more] = move.split(/->|→/);
    if (end === undefined || more.length > 0)
      return problemOnLine(
        'barred',
        line,
        'write where the move starts, “->”, and where it ends, such as “1 -> -1 & 2”.',
      );
    const [from, to] = [readCombination(start.trim(), options), readCombination(end.trim(), options)];
    if (isUnread(from)) return problemOnLine('barred', line, from.unread);
    if (isUnread(to)) return problemOnLine('barred', line, to.unread);
    const who = maker?.trim();
    if (who !== undefined && !makers.includes(who))
      return problemOnLine('barred', line, `“${who}” is none of those who decide.`);
    moves.push({ ...(who !== undefined && { maker: who }), from: from.pattern, to: to.pattern });
  }
  return moves;
}

function misfit({ where, words }: conflict.ConflictRefusal, lines: readonly number[], form: Form): Problem {
  const [, section, place] = /^(options|barred)\[(\d+)\]/.exec(where) ?? [];
  const written = section === 'barred' ? numberedLines(form, 'barred').map(({ line }) => line) : lines;
  const line = place === undefined ? undefined : written[Number(place)];
  if (line !== undefined) return problemOnLine(section === 'barred' ? 'barred' : 'options', line, words);
  const field = (['infeasible', 'alike', 'barred'] as const).find((name) => where.startsWith(name));
  return problemWith(field ?? 'options', words);
}

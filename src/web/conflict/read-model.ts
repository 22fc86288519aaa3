import { conflict } from '../../analysis/index.ts';
import { type ModelledConflict } from '../../domain/index.ts';
import { typedLine, typedWords } from '../agenda/typed.ts';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';
import { numberedLines, problemOnLine } from './numbered-lines.ts';
import { readFrame, withPreference, type Frame } from './read-frame.ts';

/** The field in which it is said what somebody prefers. */
export const prefersField = (maker: string): string => `prefers.${encodeURIComponent(maker)}`;

/** Reads the whole model as typed, or its first fault, with its field and line. */
export function readModel(form: Form): Omit<ModelledConflict, 'kind'> | Problem {
  const title = typedLine(form, 'title', 'Give it a title.');
  if (typeof title !== 'string') return title;
  const frame = readFrame(form);
  if (isProblem(frame)) return frame;
  const makers: conflict.DecisionMaker[] = [];
  for (const name of frame.makers) {
    const preference = readPreference(form, frame, name);
    if (isProblem(preference)) return preference;
    makers.push({ name, preference });
  }
  const now = form.text('now') || null;
  if (now !== null && !frame.conflict.states.some(({ pattern }) => pattern === now))
    return problemWith('now', 'What was chosen is none of the states that can be any more. Choose again.');
  const basis = typedWords(form, 'basis');
  if (typeof basis !== 'string') return basis;
  const { options, infeasible, alike, barred } = frame;
  return { title, basis, now, model: { makers, options, infeasible, alike, barred } };
}

/**
 * Reads what somebody prefers: statements, the most important first; or states, the best first, those of one line equally good; or
 * `all alike`. Checked as a whole, so that what is given back can be analysed.
 */
export function readPreference(form: Form, frame: Frame, maker: string): conflict.Preference | Problem {
  const field = prefersField(maker);
  const lines = numberedLines(form, field);
  if (lines.length === 0) return problemWith(field, `Say what ${maker} prefers, or write “all alike”.`);
  const preference = /^all alike$/i.test(lines[0]!.text)
    ? lines.length === 1
      ? ({ kind: 'ranking', groups: [['-'.repeat(frame.options.length)]] } as const)
      : problemOnLine(field, lines[1]!.line, 'nothing can follow “all alike”.')
    : readLines(form, frame, field);
  if (isProblem(preference)) return preference;
  const fault = withPreference(frame, maker, preference);
  if (!conflict.isConflictRefused(fault)) return preference;
  const place = /\.(?:groups|statements)\[(\d+)\]/.exec(fault.where)?.[1];
  const line = place === undefined ? undefined : lines[Number(place)]?.line;
  return line === undefined ? problemWith(field, fault.words) : problemOnLine(field, line, fault.words);
}

function readLines(form: Form, frame: Frame, field: string): conflict.Preference | Problem {
  const lines = numberedLines(form, field);
  const ranks = lines.map(({ text }) => namesStates(text, frame));
  const other = lines.find((_, i) => ranks[i] !== ranks[0]);
  if (other !== undefined)
    return problemOnLine(field, other.line, 'statements and states do not mix. Give only the one or only the other.');
  if (ranks[0] === false) return { kind: 'statements', statements: lines.map(({ text }) => text) };
  const numbered = lines.find(({ text }) => /\d/.test(text));
  if (numbered !== undefined && form.has('shown') && form.text('shown') !== frame.mark)
    return problemOnLine(
      field,
      numbered.line,
      'the states that can be, and so their numbers, have changed since they were shown. Look this over beside the states below, and send it again.',
    );
  const groups: string[][] = [];
  for (const { line, text } of lines) {
    const group: string[] = [];
    for (const name of namesIn(text)) {
      const pattern = /^s\d/i.test(name)
        ? frame.conflict.states[Number(name.slice(1)) - 1]?.pattern
        : name.toUpperCase();
      if (pattern === undefined)
        return problemOnLine(
          field,
          line,
          `there is no state ${name}; they run from s1 to s${frame.conflict.states.length}.`,
        );
      group.push(pattern);
    }
    groups.push(group);
  }
  return { kind: 'ranking', groups };
}

const namesIn = (text: string): readonly string[] => text.split(/[\s,;=]+/).filter((name) => name !== '');

const namesStates = (text: string, { options }: Frame): boolean =>
  namesIn(text).every(
    (name) => /^s\d+$/i.test(name) || (/^[YN-]*[YN][YN-]*$/i.test(name) && name.length === options.length),
  );

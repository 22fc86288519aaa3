import { conflict } from '../../analysis/index.ts';
import type { ModelledConflict } from '../../domain/index.ts';
import { Form } from '../form.ts';
import { writtenCombination } from './combinations.ts';
import { marks } from './option-lines.ts';
import { prefersField } from './read-model.ts';

/** A model as it is typed into its form: reading the form gives the same model again. */
export function writtenModel({ title, basis, model, now }: ModelledConflict): Form {
  const built = conflict.buildConflict(model);
  const states = conflict.isConflictRefused(built) ? [] : built.states;
  const { infeasible, alike = [], barred = [] } = model;
  return new Form([
    ['title', title],
    ['options', writtenOptions(model)],
    ['infeasible', infeasible.map(writtenCombination).join('\n')],
    ['alike', alike.map(writtenCombination).join('\n')],
    ['barred', barred.map(writtenMove).join('\n')],
    ['now', now ?? ''],
    ['basis', basis],
    ...model.makers.map(({ name, preference }): [string, string] => [
      prefersField(name),
      writtenPreference(preference, states),
    ]),
  ]);
}

function writtenOptions({ makers, options }: conflict.ConflictModel): string {
  const named = [...new Set(options.map(({ maker }) => maker))];
  const inOrder = named.join('\n') === makers.map(({ name }) => name).join('\n');
  return [
    ...(inOrder ? [] : makers.map(({ name }) => `${name}:`)),
    ...options.map(({ maker, name, moves }) => {
      const mark = moves === undefined || moves === 'both' ? '' : ` ${marks[moves]}`;
      return `${maker}: ${name}${mark}`;
    }),
  ].join('\n');
}

const writtenMove = ({ maker, from, to }: conflict.BarredMove): string =>
  `${maker === undefined ? '' : `${maker}: `}${writtenCombination(from)} -> ${writtenCombination(to)}`;

function writtenPreference(preference: conflict.Preference, states: readonly conflict.State[]): string {
  if (preference.kind === 'statements') return preference.statements.join('\n');
  const { groups } = preference;
  if (groups.length === 1 && groups[0]?.every((member) => /^-+$/.test(String(member)))) return 'all alike';
  const named = (member: number | string): string => {
    const place = states.findIndex(({ pattern }) => pattern === member);
    return typeof member === 'number' ? `s${member}` : place < 0 ? member : `s${place + 1}`;
  };
  return groups.map((group) => group.map(named).join(' = ')).join('\n');
}

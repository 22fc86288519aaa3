import { buildConflict, type ConflictModel, type Preference } from '../../../analysis/index.ts';
import type { Path } from '../../yaml/places.ts';
import { faultAt, type YamlFile } from '../yaml-file.ts';
import type { ScenarioDocument } from './schema.ts';

type ConflictDocument = NonNullable<ScenarioDocument['conflict']>;
type MakerDocument = ConflictDocument['makers'][number];

/** The conflict of a file, which can be analysed; null when it cannot, which is then among the findings. */
export function conflictIn(written: ConflictDocument, file: YamlFile): ConflictModel | null {
  const { makers, infeasible = [], states, alike, barred } = written;
  const missing = makers.findIndex(({ ranking, statements }) => (ranking === undefined) === (statements === undefined));
  if (missing >= 0) {
    faultAt(file, ['conflict', 'makers', missing], 'A decision maker has a ranking or statements: one of them.');
    return null;
  }
  const model: ConflictModel = {
    makers: makers.map((maker) => ({ name: maker.name, preference: preferenceIn(maker) })),
    options: makers.flatMap(({ name, options = [] }) =>
      options.map((option) =>
        typeof option === 'string'
          ? { name: option, maker: name }
          : { name: option.name, maker: name, moves: option.moves ?? 'both' },
      ),
    ),
    infeasible,
    ...(states === undefined ? {} : { states }),
    ...(alike === undefined ? {} : { alike }),
    ...(barred === undefined
      ? {}
      : { barred: barred.map(({ maker, from, to }) => (maker === undefined ? { from, to } : { maker, from, to })) }),
  };
  const built = buildConflict(model);
  if (!('refused' in built)) return model;
  faultAt(file, pathOf(built.where, makers), built.words);
  return null;
}

const preferenceIn = ({ ranking, statements = [] }: MakerDocument): Preference =>
  ranking === undefined
    ? { kind: 'statements', statements }
    : { kind: 'ranking', groups: ranking.map((group) => (Array.isArray(group) ? group : [group])) };

/** The path in the file of a place in the model, such as `makers[1].preference.groups[2][0]` or `options[4]`. */
function pathOf(where: string, makers: readonly MakerDocument[]): Path {
  const parts = [...where.matchAll(/[a-zA-Z]+|\d+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));
  const [section, index] = parts;
  if (section === 'options' && typeof index === 'number') {
    const all = makers.flatMap(({ options = [] }, maker) =>
      options.map((_, option): Path => ['makers', maker, 'options', option]),
    );
    return ['conflict', ...(all[index] ?? ['makers'])];
  }
  if (section === 'options') return ['conflict', 'makers'];
  if (section === 'makers' && typeof index === 'number' && parts[2] === 'preference') {
    const [, , , list, ...rest] = parts;
    const group = makers[index]?.ranking?.[Number(rest[0])];
    const inside = list === 'groups' && !Array.isArray(group) ? rest.slice(0, 1) : rest;
    return ['conflict', 'makers', index, list === 'statements' ? 'statements' : 'ranking', ...inside];
  }
  return ['conflict', ...parts];
}

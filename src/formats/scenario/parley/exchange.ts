import { sequencing, type Exchange } from '../../../analysis/index.ts';
import { didYouMean } from '../../nearest-word.ts';
import type { Path } from '../../yaml/places.ts';
import { faultAt, type YamlFile } from '../yaml-file.ts';
import type { ScenarioDocument } from './schema.ts';

type ExchangeDocument = NonNullable<ScenarioDocument['exchange']>;

/** The exchange of a file: its steps, and what is said of them. Names that stand for nothing, and why it cannot be put in order, are among the findings. */
export function exchangeIn(written: ExchangeDocument, file: YamlFile): Exchange {
  const faults = file.findings.faults.length;
  const { parties, steps, before = [], together = [], tolerance = {} } = written;
  const names = steps.map(({ name }) => name);
  const known = (what: 'party' | 'step', name: string, path: Path, aim?: 'key') => {
    const all = what === 'party' ? parties : names;
    if (!all.includes(name))
      faultAt(file, ['exchange', ...path], `There is no ${what} “${name}”${didYouMean(name, all)}`, aim);
    return name;
  };
  for (const [i, name] of names.entries())
    if (names.indexOf(name) !== i) faultAt(file, ['exchange', 'steps', i, 'name'], `Two steps are called “${name}”.`);
  for (const name of Object.keys(tolerance)) known('party', name, ['tolerance', name], 'key');
  const exchange: Exchange = {
    parties,
    steps: steps.map(({ name, by, cost, benefit = {}, parts, divisible }, i) => {
      for (const party of Object.keys(benefit)) known('party', party, ['steps', i, 'benefit', party], 'key');
      return {
        name,
        by: known('party', by, ['steps', i, 'by']),
        cost,
        benefit,
        ...(parts === undefined ? {} : { parts }),
        ...(divisible === undefined ? {} : { divisible }),
      };
    }),
    before: before.map(([first = '', then = ''], i) => [
      known('step', first, ['before', i, 0]),
      known('step', then, ['before', i, 1]),
    ]),
    together: together.map((group, i) => group.map((name, j) => known('step', name, ['together', i, j]))),
    tolerance: Object.fromEntries(parties.map((party) => [party, tolerance[party] ?? 0])),
  };
  const unfit = file.findings.faults.length > faults ? null : sequencing.checkExchange(exchange);
  if (unfit !== null) faultAt(file, ['exchange', ...pathOf(unfit.where)], unfit.words);
  return exchange;
}

/** The path in the file of a place in the exchange, such as `steps[2].benefit.Vale`, `tolerance.Vale` or `before`. */
function pathOf(where: string): Path {
  const [, section = '', place, rest] = /^(\w+)(?:\[(\d+)\])?(?:\.(.*))?$/s.exec(where) ?? [];
  const [, party] = /^benefit\.(.*)$/s.exec(rest ?? '') ?? [];
  const inside = rest === undefined ? [] : party === undefined ? [rest] : ['benefit', party];
  return [section, ...(place === undefined ? [] : [Number(place)]), ...inside];
}

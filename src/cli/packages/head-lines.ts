import type { Method } from '../../analysis/index.ts';
import type { Party } from '../analyse/analysis.ts';
import { brief } from '../analyse/plot.ts';
import { provenanceInWords } from '../analyse/words.ts';
import type { Io } from '../io.ts';
import { columns } from '../lines.ts';
import { methodLines } from '../method-lines.ts';
import { strong, table } from '../table.ts';
import { plain } from '../wrapped.ts';

/** The name, and whose points the parties’ are. */
export const headLines = (parties: readonly Party[], name: string, io: Io): readonly string[] => [
  strong(plain(name), io),
  '',
  ...table(
    ['Party', 'Whose points', 'Without an agreement'],
    parties.map((party) => [
      party.name,
      provenanceInWords(party.provenance),
      party.reservation === null ? 'not known' : brief(party.reservation),
    ]),
    io,
    columns,
  ),
];

/** What each method means, where that is asked for; each once. */
export const explained = (methods: readonly Method[], isExplained: boolean, io: Io): readonly string[] =>
  isExplained
    ? [...new Set(methods)].flatMap((method) => ['', strong(method.name, io), ...methodLines(method, columns)])
    : [];

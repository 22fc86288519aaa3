import { division, solutions } from '../../analysis/index.ts';
import type { FileFault, ReadDivision } from '../../formats/index.ts';
import { brief } from '../analyse/plot.ts';
import { answered } from '../answer.ts';
import type { Exit } from '../command.ts';
import type { MoneyDocument } from '../documents/documents.ts';
import type { Io } from '../io.ts';
import { methodLines } from '../method-lines.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';

/** Divides things whole, with money passing: each party’s points are what it bids in money. */
export function dividedWithMoney(
  name: string,
  { items, parties, points, places }: ReadDivision,
  io: Io,
  json: boolean,
  faulty: (faults: readonly FileFault[]) => Exit,
): Exit {
  const found = division.knaster(points);
  if ('refused' in found) {
    const party = 'party' in found ? found.party : 0;
    const item = 'item' in found ? ` for “${items[found.item] ?? ''}”` : '';
    const place = places[party] ?? { file: '', line: 1, column: 1, path: '' };
    return faulty([{ ...place, message: `What ${parties[party] ?? 'somebody'} bids${item} is ${found.refused}.` }]);
  }
  const inText = (amounts: readonly solutions.Fraction[]) =>
    Object.fromEntries(parties.map((party, p) => [party, solutions.asText(amounts[p] ?? solutions.fraction(0n))]));
  const document: MoneyDocument = {
    name,
    parties: [...parties],
    items: [...items],
    holders: Object.fromEntries(items.map((item, i) => [item, parties[found.holders[i] ?? 0] ?? ''])),
    receives: inText(found.receives),
    totals: inText(found.totals),
    bonus: solutions.asText(found.bonus),
    ties: found.ties.map(({ item, bidders }) => ({
      item: items[item] ?? '',
      bidders: bidders.map((party) => parties[party] ?? ''),
    })),
    sentences: [...division.knasterInWords(found, parties, items)],
    method: { ...division.knasterMethod },
  };
  return answered(io, json, document, linesOf(document, found.receives, io));
}

const linesOf = (
  { name, parties, items, holders, sentences }: MoneyDocument,
  money: readonly solutions.Fraction[],
  io: Io,
): readonly string[] => [
  strong(plain(name), io),
  '',
  strong(plain(division.knasterMethod.name), io),
  ...sentences.flatMap((sentence) => wrapped(sentence, 80)),
  '',
  ...table(
    ['', ...parties],
    [
      ...items.map((item) => [item, ...parties.map((party) => (holders[item] === party ? 'all' : ''))]),
      ['Money', ...money.map((amount) => brief(solutions.asNumber(amount)))],
    ],
    io,
  ),
  '',
  ...methodLines(division.knasterMethod, 80),
];

import type { ReadScenario } from '../../formats/index.ts';
import { asEntry } from '../analyse/document.ts';
import type { BargainDocument } from '../documents/documents.ts';
import { noteEntries } from '../notes.ts';
import type { Bargained, WayName } from './bargained.ts';

/** Where bargaining leads, as the JSON that docs/analyse.md describes. */
export function bargainDocument(
  { parties, ways, notes }: Bargained,
  patience: readonly number[],
  read: ReadScenario,
): BargainDocument {
  const wayOf = (name: WayName): BargainDocument[WayName] => {
    const way = ways.find((one) => one.name === name);
    if (way === undefined) return null;
    return {
      ends: way.ends.map((end) => ({ ...asEntry(end), share: end.share })),
      expected: way.expected === null ? null : [...way.expected],
      path: way.path.map((utilities) => [...utilities]),
      sentences: [...way.sentences],
      method: { ...way.method },
    };
  };
  return {
    name: read.name,
    parties: parties.map(({ name }) => name),
    profiles: parties.map(({ name, provenance, reservation }) => ({ party: name, provenance, reservation })),
    patience: [...patience],
    zeuthen: wayOf('zeuthen'),
    rubinstein: wayOf('rubinstein'),
    raiffaDiscrete: wayOf('raiffaDiscrete'),
    raiffaContinuous: wayOf('raiffaContinuous'),
    kalaiSmorodinskyLottery: wayOf('kalaiSmorodinskyLottery'),
    fallback: wayOf('fallback'),
    notes: noteEntries(read, notes),
  };
}

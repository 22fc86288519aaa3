import { currentOf, roomIn, type CaseFile, type Setting } from '../../domain/index.ts';
import { tokenHash } from '../../store/index.ts';
import { keyFor } from '../cases/keys.ts';

/**
 * The key of something new, by its name and by who may know of it. It depends on nothing else that is there, since those who will read the
 * key may not know of that: no counting on, and no clash with what they do not see. What the same people know by this name already gives
 * the key that it has, which the domain then refuses as the same thing twice.
 */
export function keyOf(file: CaseFile, kind: 'issue' | 'track' | 'venue', name: string, knownTo: Setting): string {
  const folded = name.toLowerCase();
  const room = roomIn(file, knownTo);
  const same = currentOf(file, kind).find(
    (entry) => entry.fact.name.toLowerCase() === folded && entry.audience.join() === room.audience.join(),
  );
  return same?.fact.key ?? `${keyFor(name, kind, [])}-${tokenHash(`${folded} ${room.key}`).slice(0, 6)}`;
}

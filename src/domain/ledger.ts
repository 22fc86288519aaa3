import { currentOf, entriesOf, entryOfKind, entryWithId, type CaseFile } from './case-file.ts';
import type { Carried, Disclosure } from './carrying.ts';
import type { Bridging } from './bridging.ts';
import type { Entry, EntryId, Instant } from './entry.ts';
import type { SealedQuestion } from './sealed.ts';
import { partySeat } from './seat.ts';

/** One line of the ledger: the record of a disclosure, and what the recipient read. */
export interface LedgerLine {
  readonly disclosure: Entry<Disclosure>;
  readonly put: Entry<Carried> | Entry<Bridging> | Entry<SealedQuestion> | null;
}

/** Every carry and disclosure that the viewer may know, newest first. */
export const ledger = (file: CaseFile): readonly LedgerLine[] =>
  entriesOf(file, 'disclosure')
    .map((disclosure) => ({
      disclosure,
      put:
        entryOfKind(file, 'carried', disclosure.fact.carried) ??
        entryOfKind(file, 'bridging', disclosure.fact.carried) ??
        entryOfKind(file, 'sealedQuestion', disclosure.fact.carried),
    }))
    .reverse();

/** What a side knew at a time, of all that this viewer knows: the entries with that side in their audience, oldest first. */
export const knownTo = (file: CaseFile, party: string, at: Instant): readonly Entry[] =>
  file.entries.filter((entry) => entry.at <= at && entry.audience.includes(partySeat(party)));

/** The sides, besides its own, that have been shown something of an entry, with the disclosures that did it. */
export const shownTo = (file: CaseFile, source: EntryId): ReadonlyMap<string, readonly Entry<Disclosure>[]> =>
  Map.groupBy(
    entriesOf(file, 'disclosure').filter((entry) => entry.fact.source === source),
    (entry) => entry.fact.to,
  );

/** The side whose words a carried copy came from, for those who hold its disclosure; null for anybody else and for the mediation's own. */
export function originOf(file: CaseFile, carried: EntryId): Entry | null {
  const disclosure = currentOf(file, 'disclosure').find((entry) => entry.fact.carried === carried);
  return disclosure?.fact.source == null ? null : entryWithId(file, disclosure.fact.source);
}

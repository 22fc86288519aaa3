import { createHash } from 'node:crypto';
import type { Entry } from './entry.ts';

/** The hash before the first entry of a chain. */
export const chainStart = '0'.repeat(64);

/** An entry at its place in the chain of its audience. Links count from 1. */
export interface Linked {
  readonly entry: Entry;
  readonly link: number;
  readonly hash: string;
}

/** The end of one audience's chain: how many entries it has, and the hash of the last. */
export interface Head {
  readonly audience: readonly string[];
  readonly length: number;
  readonly hash: string;
}

/** A fault in a chain: what is wrong and at which link. */
export interface Fault {
  readonly audience: readonly string[];
  readonly link: number;
  readonly fault: 'edited' | 'missing' | 'cutOff' | 'unlinked';
}

/** The hash of an entry at its place: SHA-256 over the hash before it, its place, and the whole entry in canonical form. */
export const linkHash = (before: string, link: number, entry: Entry): string =>
  createHash('sha256')
    .update(`${before}\n${link}\n${canonical(entry)}`)
    .digest('hex');

/**
 * The faults of one audience's chain, as stored, in order of links: an edit changes a hash, a deletion leaves a gap, a reordering does
 * both, and a tail cut off falls short of the head kept beside it, or of a head that was exported earlier and kept elsewhere.
 */
export function verifyChain(stored: readonly Linked[], heads: readonly Head[]): readonly Fault[] {
  const audience = heads[0]?.audience ?? stored[0]?.entry.audience ?? [];
  const faults: Fault[] = [];
  const hashes = new Map<number, string>([[0, chainStart]]);
  let expected = 1;
  let before = chainStart;
  for (const { entry, link, hash } of stored) {
    for (; expected < link; expected += 1) faults.push({ audience, link: expected, fault: 'missing' });
    if (link < expected) faults.push({ audience, link, fault: 'unlinked' });
    const computed = linkHash(before, link, entry);
    if (computed !== hash) faults.push({ audience, link, fault: 'edited' });
    hashes.set(link, hash);
    before = hash;
    expected = link + 1;
  }
  for (const head of heads) {
    if (head.length >= expected) faults.push({ audience, link: head.length, fault: 'cutOff' });
    else if (hashes.get(head.length) !== head.hash) faults.push({ audience, link: head.length, fault: 'edited' });
  }
  return faults;
}

/** JSON with the keys of every object in order, so that the same entry always gives the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

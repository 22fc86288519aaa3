import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallCase } from '../../tests/support/small-case.ts';
import { canonical, chainStart, linkHash, verifyChain, type Head, type Linked } from './chain.ts';
import { say } from './rooms.ts';

function chain(words: readonly string[]): { readonly linked: Linked[]; readonly head: Head } {
  const small = smallCase();
  let hash = chainStart;
  const linked = words.map((said, i): Linked => {
    const [entry] = small.did('mara', (file, actor, make) => say(file, actor, { kind: 'mediation' }, said, make));
    hash = linkHash(hash, i + 1, entry!);
    return { entry: entry!, link: i + 1, hash };
  });
  return { linked, head: { audience: ['mediation'], length: linked.length, hash } };
}
const said = fc.array(
  fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  { minLength: 2, maxLength: 8 },
);

describe('the chain of an audience', () => {
  it('has no fault as it was written', () => {
    fc.assert(
      fc.property(said, (words) => {
        const { linked, head } = chain(words);
        expect(verifyChain(linked, [head])).toEqual([]);
      }),
    );
  });

  it('shows any edit, deletion, reordering and cut-off tail', () => {
    fc.assert(
      fc.property(said, fc.nat(), fc.constantFrom('edit', 'delete', 'swap', 'cut', 'rehash'), (words, where, how) => {
        const { linked, head } = chain(words);
        const i = where % linked.length;
        const spoilt = linked.map((one) => ({ ...one }));
        const one = spoilt[i]!;
        const other = spoilt[(i + 1) % spoilt.length]!;
        if (how === 'edit')
          spoilt[i] = { ...one, entry: { ...one.entry, fact: { kind: 'message', words: `${words[i]}!` } } };
        if (how === 'delete') spoilt.splice(i, 1);
        if (how === 'swap')
          [spoilt[i], spoilt[(i + 1) % spoilt.length]] = [
            { ...one, entry: other.entry },
            { ...other, entry: one.entry },
          ];
        if (how === 'cut') spoilt.length = i;
        if (how === 'rehash') {
          // Somebody who can write the whole table makes the chain anew after an edit; only a head that was exported shows it.
          let before = chainStart;
          for (const [at, link] of spoilt.entries()) {
            const entry =
              at === i ? { ...link.entry, fact: { kind: 'message' as const, words: `${words[at]}!` } } : link.entry;
            before = linkHash(before, link.link, entry);
            spoilt[at] = { entry, link: link.link, hash: before };
          }
        }
        expect(verifyChain(spoilt, [head]).length).toBeGreaterThan(0);
      }),
    );
  });

  it('names the place and the kind of fault', () => {
    const { linked, head } = chain(['one', 'two', 'three']);
    expect(verifyChain(linked.slice(0, 2), [head])).toEqual([{ audience: ['mediation'], link: 3, fault: 'cutOff' }]);
    expect(verifyChain([linked[0]!, linked[2]!], [head])).toMatchObject([
      { link: 2, fault: 'missing' },
      { link: 3, fault: 'edited' },
    ]);
  });
});

describe('the canonical form', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        expect(canonical(Object.fromEntries(Object.entries(record).reverse()))).toBe(canonical(record));
      }),
    );
  });
});

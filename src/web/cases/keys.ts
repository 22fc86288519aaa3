/**
 * A short key for something by its name: small letters, digits and hyphens, beginning with a letter, and none of those taken. `what` it
 * is stands in front where the name alone gives no key, as in a script without Latin letters, or one that is taken.
 */
export function keyFor(name: string, what: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  const candidates = [/^[a-z]/.test(plain) ? plain : '', plain === '' ? what : `${what}-${plain}`];
  const free = candidates.find((key) => key !== '' && !taken.includes(key));
  for (let nth = 2; ; nth++) {
    const key = free ?? `${what}-${nth}`;
    if (!taken.includes(key)) return key;
  }
}

/** Something with a key by its name, each different from the others and from those taken. */
export function withKeys<T extends { readonly name: string }>(
  things: readonly T[],
  what: string,
  taken: readonly string[],
): readonly (T & { readonly key: string })[] {
  const keyed: (T & { readonly key: string })[] = [];
  for (const thing of things)
    keyed.push({ ...thing, key: keyFor(thing.name, what, [...taken, ...keyed.map(({ key }) => key)]) });
  return keyed;
}

const here = 'http://here.invalid';

/** The address of a page of this site that a text gives, or the other one: never a way to another site. */
export function localPath(text: string, otherwise: string): string {
  if (!text.startsWith('/') || !URL.canParse(text, here)) return otherwise;
  const { origin, pathname, search, hash } = new URL(text, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : otherwise;
}

/** The first text that stands in a list a second time, or undefined. */
export function twiceIn(texts: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return texts.find((text) => seen.size === seen.add(text).size);
}

/** So many entries, the latest, are named of what they show. */
const named = 6;

/** Entries by what one finds them by in the file. */
export function entries(refs: readonly string[]): string {
  const all = [...new Set(refs)];
  const more = all.length - named;
  return `${all.slice(-named).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A sentence of the analysis, in which names stand between asterisks. */
export const quoted = (sentence: string): string => sentence.replaceAll(/\*([^*]*)\*/g, '“$1”');

/** The place of the first control character or lone surrogate in a text, or null. */
export function oddCharacter(text: string): number | null {
  const found = text.search(/(?![\t\n\r])[\p{Cc}\p{Cs}]/u);
  return found < 0 ? null : found;
}

export const oddCharacterInWords =
  'a character that no text has (a NUL or another control character, or half of a character)';

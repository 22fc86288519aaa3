/** The number that a text holds in decimal digits, or null: no blanks, no NaN, no infinity, no decimal comma. */
export function numberIn(text: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** A number as it reads in a note: at most six decimals. */
export const rounded = (number: number): string => String(Number(number.toFixed(6)));

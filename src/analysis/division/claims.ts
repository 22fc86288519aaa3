import {
  asNumber,
  asText,
  asWritten,
  compare,
  fraction,
  over,
  times,
  total,
  type Fraction,
} from '../solutions/index.ts';

/** What two parties say that the items are worth to them, in points. */
export interface Claims {
  readonly parties: readonly [string, string];
  readonly items: readonly string[];
  /** One list for each party, one number for each item; read as the decimals that were written. */
  readonly points: readonly [readonly number[], readonly number[]];
}

/**
 * How points that do not sum to 100 are read: `as stated` refuses them; `scaled` multiplies each party's points so that they do, which keeps
 * what each item is worth to it beside the others.
 */
export type Reading = 'as stated' | 'scaled';

/** Claims that can be computed with: exact, each party's points sum to 100. */
export interface SoundClaims {
  readonly parties: readonly [string, string];
  readonly items: readonly string[];
  readonly points: readonly [readonly Fraction[], readonly Fraction[]];
  /** Whose points were scaled. */
  readonly scaled: readonly (0 | 1)[];
}

/** What is wrong with claims, and where. */
export type ClaimsRefused =
  | { readonly refused: 'no items' }
  | {
      readonly refused: 'not one number for each item';
      readonly party: 0 | 1;
      readonly given: number;
      readonly items: number;
    }
  | {
      readonly refused: 'not a number' | 'below 0';
      readonly party: 0 | 1;
      readonly item: number;
      readonly given: number;
    }
  | { readonly refused: 'all points are 0'; readonly party: 0 | 1 }
  | { readonly refused: 'points do not sum to 100'; readonly party: 0 | 1; readonly sum: Fraction };

/** The claims, checked and exact, or the first thing that is wrong with them. */
export function soundClaims(claims: Claims, reading: Reading): SoundClaims | ClaimsRefused {
  const { parties, items } = claims;
  if (items.length === 0) return { refused: 'no items' };
  for (const party of [0, 1] as const) {
    const wrong = wrongIn(claims.points[party], party, items.length);
    if (wrong !== null) return wrong;
  }
  const exact = claims.points.map((points) => points.map(asWritten)) as [Fraction[], Fraction[]];
  const scaled = ([0, 1] as const).filter((party) => compare(total(exact[party]), hundred) !== 0);
  if (reading === 'as stated' && scaled[0] !== undefined)
    return { refused: 'points do not sum to 100', party: scaled[0], sum: total(exact[scaled[0]]) };
  const points = exact.map((list) => {
    const factor = over(hundred, total(list));
    return list.map((worth) => times(worth, factor));
  }) as [Fraction[], Fraction[]];
  return { parties, items, points, scaled };
}

/** What is wrong, in a sentence. */
export function claimsRefusedInWords(refused: ClaimsRefused, { parties, items }: Claims): string {
  switch (refused.refused) {
    case 'no items':
      return 'There is nothing to divide: name at least one item.';
    case 'not one number for each item':
      return `${parties[refused.party]} has ${refused.given} numbers for ${refused.items} items.`;
    case 'not a number':
    case 'below 0':
      return `${parties[refused.party]} gives ${items[refused.item]} ${refused.given} points, which is ${refused.refused}.`;
    case 'all points are 0':
      return `${parties[refused.party]} gives every item 0 points.`;
    case 'points do not sum to 100':
      return `The points of ${parties[refused.party]} sum to ${decimal(refused.sum)}, not 100. They can be scaled to 100 if that is meant.`;
  }
}

/** A number of points for people: `66`, or `395/6 (65.8333)`. */
export function pointsInWords(points: Fraction): string {
  if (points.denominator === 1n) return asText(points);
  return isShort(points) ? `${asText(points)} (${decimal(points)})` : `about ${decimal(points)}`;
}

/** A part of an item: the fraction itself while a person can read it, else about how many per cent. */
export const partInWords = (part: Fraction): string =>
  isShort(part) ? asText(part) : `about ${(asNumber(part) * 100).toFixed(1)} %`;

const isShort = ({ denominator }: Fraction): boolean => denominator <= 1000n;

const hundred = fraction(100n);

function wrongIn(points: readonly number[], party: 0 | 1, items: number): ClaimsRefused | null {
  if (points.length !== items) return { refused: 'not one number for each item', party, given: points.length, items };
  const strange = points.findIndex((worth) => !Number.isFinite(worth));
  if (strange >= 0) return { refused: 'not a number', party, item: strange, given: points[strange]! };
  const negative = points.findIndex((worth) => worth < 0);
  if (negative >= 0) return { refused: 'below 0', party, item: negative, given: points[negative]! };
  return points.every((worth) => worth === 0) ? { refused: 'all points are 0', party } : null;
}

function decimal(points: Fraction): string {
  return String(Math.round(asNumber(points) * 1e4) / 1e4);
}

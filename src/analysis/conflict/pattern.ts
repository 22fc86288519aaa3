import { refuse, type ConflictRefusal } from './refusal.ts';

/** Which combinations of options a pattern means: those that agree with `taken` wherever `matters` has a bit. The first option is the lowest bit. */
export interface Pattern {
  readonly matters: number;
  readonly taken: number;
}

/** Reads a pattern such as `YN-`. Refuses one of the wrong length, another letter, and, where a whole state is wanted, a dash. */
export function parsePattern(
  text: string,
  options: number,
  where: string,
  wanted: 'pattern' | 'state' = 'pattern',
): Pattern | ConflictRefusal {
  if (text.length !== options)
    return refuse(
      'patternLength',
      where,
      `The pattern “${text}” has ${text.length} letters; there are ${options} options, so it needs ${options}.`,
    );
  let matters = 0;
  let taken = 0;
  for (let o = 0; o < options; o++) {
    const letter = text[o]!;
    if (letter === '-' && wanted === 'pattern') continue;
    if (letter !== 'Y' && letter !== 'N')
      return refuse(
        'patternLetter',
        where,
        `The pattern “${text}” has “${letter}” at place ${o + 1}; ${wanted === 'state' ? 'a state has Y or N for each option' : 'only Y, N and - are understood'}.`,
      );
    matters |= 1 << o;
    if (letter === 'Y') taken |= 1 << o;
  }
  return { matters, taken };
}

/** Whether a combination of options agrees with a pattern. */
export function matches(pattern: Pattern, combination: number): boolean {
  return (combination & pattern.matters) === pattern.taken;
}

/** The pattern that some combinations have in common, as text: a dash where they differ. */
export function patternOf(combinations: readonly number[], options: number): string {
  return Array.from({ length: options }, (_, o) => {
    const bits = new Set(combinations.map((combination) => (combination >> o) & 1));
    return bits.size > 1 ? '-' : bits.has(1) ? 'Y' : 'N';
  }).join('');
}

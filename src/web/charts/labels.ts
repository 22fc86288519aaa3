/** Something on a drawing that bears a name. */
export interface Named {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a name stands: the end of the line that leads to it, and the side of that end on which its letters are. */
export interface Label extends Named {
  readonly tx: number;
  readonly ty: number;
  readonly anchor: 'start' | 'end';
}

const [line, letter] = [15, 6.6];

/** Names above and to the right of what they name, where nothing lies beyond a frontier, one clear of another. `edge`: where the drawing ends. */
export function labelsFor(named: readonly Named[], edge: number): readonly Label[] {
  let above = Infinity;
  return named
    .toSorted((a, b) => b.y - a.y || b.x - a.x)
    .map((one) => {
      const ty = Math.max(24, Math.min(one.y - 12, above - line));
      above = ty;
      const start = one.x + 14;
      const fits = start + one.text.length * letter < edge;
      return { ...one, tx: fits ? start : edge, ty, anchor: fits ? 'start' : 'end' };
    });
}

/** The shapes that tell one side's marks from another's without colour, by the side's letter. */
const shapes = ['square', 'triangle', 'diamond', 'cross', 'pentagon', 'bar', 'plus', 'hourglass'] as const;

export type Shape = (typeof shapes)[number];

/** The shape of a side, by its place in the order of the letters. */
export const shapeOf = (place: number): Shape => shapes[place % shapes.length] ?? 'square';

/** A shape as the path of an SVG, around a point, reaching `r` from it. */
export function pathOf(shape: Shape, x: number, y: number, r: number): string {
  const [s, t] = [r * 0.85, r / 3];
  switch (shape) {
    case 'square':
      return `M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}z`;
    case 'triangle':
      return `M${x} ${y - r}L${x + r} ${y + s}H${x - r}z`;
    case 'diamond':
      return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z`;
    case 'cross':
      return `M${x - s} ${y - s + t}l${t} ${-t}l${s - t} ${s - t}l${s - t} ${t - s}l${t} ${t}l${t - s} ${s - t}l${s - t} ${s - t}l${-t} ${t}l${t - s} ${t - s}l${t - s} ${s - t}l${-t} ${-t}l${s - t} ${t - s}z`;
    case 'pentagon':
      return `M${x} ${y - r}L${x + r} ${y - t}L${x + r * 0.6} ${y + s}H${x - r * 0.6}L${x - r} ${y - t}z`;
    case 'bar':
      return `M${x - r} ${y - t}h${2 * r}v${2 * t}h${-2 * r}z`;
    case 'plus':
      return `M${x - t} ${y - r}h${2 * t}v${r - t}h${r - t}v${2 * t}h${t - r}v${r - t}h${-2 * t}v${t - r}h${t - r}v${-2 * t}h${r - t}z`;
    case 'hourglass':
      return `M${x - s} ${y - s}h${2 * s}L${x - s} ${y + s}h${2 * s}z`;
  }
}

/** The numbers that a drawing spans, from left to right and from bottom to top. */
export interface Span {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Where things stand on the page's drawing: its measures are those of the server's. */
export const area = { left: 46, right: 466, top: 22, bottom: 354 } as const;

/** The place of two numbers on the drawing. */
export const onDrawing = ({ x, y }: Span, [a, b]: readonly [number, number]): readonly [number, number] => [
  round(area.left + ((a - x[0]) / (x[1] - x[0])) * (area.right - area.left)),
  round(area.bottom - ((b - y[0]) / (y[1] - y[0])) * (area.bottom - area.top)),
];

/** The numbers at a place of the drawing. */
export const numbersAt = ({ x, y }: Span, [px, py]: readonly [number, number]): readonly [number, number] => [
  x[0] + ((px - area.left) / (area.right - area.left)) * (x[1] - x[0]),
  y[0] + ((area.bottom - py) / (area.bottom - area.top)) * (y[1] - y[0]),
];

/** The span made narrower (a factor below 1) or wider about a pair of numbers, which keeps its place; never wider than `whole`. */
export function zoomed({ x, y }: Span, whole: Span, about: readonly [number, number], factor: number): Span {
  const cut = (
    [from, to]: readonly [number, number],
    [low, high]: readonly [number, number],
    at: number,
  ): readonly [number, number] => {
    const length = Math.max(2, Math.min((to - from) * factor, high - low));
    const start = at - ((at - from) / (to - from)) * length;
    const kept = Math.max(low, Math.min(start, high - length));
    return [kept, kept + length];
  };
  return { x: cut(x, whole.x, about[0]), y: cut(y, whole.y, about[1]) };
}

/** The span moved by shares of itself, within `whole`. */
export function panned({ x, y }: Span, whole: Span, right: number, up: number): Span {
  const move = (
    [from, to]: readonly [number, number],
    [low, high]: readonly [number, number],
    share: number,
  ): readonly [number, number] => {
    const by = Math.max(low - from, Math.min((to - from) * share, high - to));
    return [from + by, to + by];
  };
  return { x: move(x, whole.x, right), y: move(y, whole.y, up) };
}

/** The span that shows all of these, in whole tens. */
export function spanOf(pairs: readonly (readonly [number, number])[], lines: readonly (number | null)[]): Span {
  const ends = (side: 0 | 1): readonly [number, number] => {
    const numbers = [...pairs.map((pair) => pair[side]), ...[lines[side] ?? null].filter((line) => line !== null)];
    const from = Math.floor(Math.min(...numbers) / 10) * 10;
    const to = Math.ceil(Math.max(...numbers) / 10) * 10;
    return [from, to > from ? to : from + 10];
  };
  return { x: ends(0), y: ends(1) };
}

/** Round numbers across a span, seven or so. */
export function ticksOf([from, to]: readonly [number, number]): readonly number[] {
  const rough = (to - from) / 7;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough - 1e-9) ?? 10 * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

const round = (place: number): number => Math.round(place * 100) / 100;

import type { Child, FC } from 'hono/jsx';
import { axisOf, ticksOf, type Axis } from './axis.ts';

const [width, height, left, right, top, bottom] = [480, 340, 46, 46, 16, 40];

/** Where upright scales stand side by side, one for each of `count` things, all from the same numbers. */
export function uprightAxes(
  count: number,
  ends: { readonly from: number; readonly to: number },
): { readonly at: (place: number) => number; readonly y: Axis } {
  const across = axisOf(0, Math.max(1, count - 1), left, width - right);
  return { at: (place) => across.at(place), y: axisOf(ends.from, ends.to, height - bottom, top) };
}

/** The path of one thing across all the scales. */
export const lineAcross = (numbers: readonly number[], axes: ReturnType<typeof uprightAxes>): string =>
  numbers.map((number, place) => `${place === 0 ? 'M' : 'L'}${axes.at(place)} ${axes.y.at(number)}`).join('');

/** Parallel coordinates: upright scales with their names below, and what is drawn across them. Hidden like a plane, with a table beside it. */
export const Parallel: FC<{
  readonly axes: ReturnType<typeof uprightAxes>;
  readonly names: readonly string[];
  readonly children?: Child;
}> = ({ axes, names, children }) => (
  <svg class="plane" viewBox={`0 0 ${width} ${height}`} direction="ltr" aria-hidden="true">
    <g class="rules">
      {ticksOf(axes.y).map((tick) => (
        <>
          <line x1={left} x2={width - right} y1={axes.y.at(tick)} y2={axes.y.at(tick)} />
          <text x={left - 8} y={axes.y.at(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </>
      ))}
    </g>
    {names.map((name, place) => (
      <>
        <line class="upright" x1={axes.at(place)} x2={axes.at(place)} y1={top} y2={height - bottom} />
        <text class="axis-name" x={axes.at(place)} y={height - bottom + 20} text-anchor={anchorAt(place, names.length)}>
          {name}
        </text>
      </>
    ))}
    {children}
  </svg>
);

const anchorAt = (place: number, count: number): 'start' | 'middle' | 'end' =>
  place === 0 ? 'start' : place === count - 1 ? 'end' : 'middle';

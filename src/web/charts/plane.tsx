import type { Child, FC } from 'hono/jsx';
import { axisOf, ticksOf, type Axis } from './axis.ts';

/** The measures of a plane in the units of its drawing; the letters in it are sized by the style sheet. */
export const planeSize = { width: 480, height: 400, left: 46, right: 14, top: 22, bottom: 46 } as const;

/** The two scales of a plane: x from left to right, y from bottom to top. */
export function axesOf(
  x: { readonly from: number; readonly to: number },
  y: { readonly from: number; readonly to: number },
): { readonly x: Axis; readonly y: Axis } {
  const { width, height, left, right, top, bottom } = planeSize;
  return { x: axisOf(x.from, x.to, left, width - right), y: axisOf(y.from, y.to, height - bottom, top) };
}

/**
 * Two scales with their rules, figures and names, and what is drawn between them. It is hidden from those who do not see it: its
 * `figure` must have a caption, and a table that says the same.
 */
export const Plane: FC<{
  readonly x: Axis;
  readonly y: Axis;
  readonly names: readonly [string, string];
  readonly children?: Child;
}> = ({ x, y, names, children }) => {
  const { width, height, left, right, top, bottom } = planeSize;
  return (
    <svg class="plane" viewBox={`0 0 ${width} ${height}`} direction="ltr" aria-hidden="true">
      <g class="rules">
        {ticksOf(x).map((tick) => (
          <>
            <line x1={x.at(tick)} x2={x.at(tick)} y1={top} y2={height - bottom} />
            <text x={x.at(tick)} y={height - bottom + 15} text-anchor="middle">
              {tick}
            </text>
          </>
        ))}
        {ticksOf(y).map((tick) => (
          <>
            <line x1={left} x2={width - right} y1={y.at(tick)} y2={y.at(tick)} />
            <text x={left - 6} y={y.at(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </>
        ))}
      </g>
      <text class="axis-name" x={width - right} y={height - 10} text-anchor="end">
        {names[0]} →
      </text>
      <text class="axis-name" x={6} y={12}>
        ↑ {names[1]}
      </text>
      <clipPath id="inside-plane">
        <rect x={left - 8} y={top - 8} width={width - left + 8} height={height - bottom - top + 16} />
      </clipPath>
      <g clip-path="url(#inside-plane)">{children}</g>
    </svg>
  );
};

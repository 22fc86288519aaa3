import type { FC } from 'hono/jsx';
import { partyLetter } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { endsFor } from '../charts/axis.ts';
import { lineAcross, Parallel, uprightAxes } from '../charts/parallel.tsx';
import { labelsFor } from '../charts/labels.ts';
import { axesOf, Plane, planeSize } from '../charts/plane.tsx';
import { pathOf, shapeOf } from '../charts/shapes.ts';
import type { Picture } from './picture.ts';
import type { Workings } from './workings.ts';

interface PlotProps {
  readonly workings: Workings;
  readonly picture: Picture;
  readonly chosen: number | null;
  readonly view: View;
  /** The address that chooses a point. */
  readonly addressOf: (place: number) => string;
}

/** The efficient points: on a plane for two sides, across parallel scales for more. */
export const Plot: FC<PlotProps> = (props) =>
  props.workings.sides.length === 2 ? <Two {...props} /> : <More {...props} />;

const Two: FC<PlotProps> = ({ workings, picture, chosen, view, addressOf }) => {
  const { points, dance, reservations } = picture;
  const all = (side: 0 | 1): readonly number[] => [
    ...points.map(({ totals }) => totals[side] ?? 0),
    ...dance.map(({ totals }) => totals[side] ?? 0),
    ...[reservations[side] ?? null].filter((value) => value !== null),
  ];
  const { x, y } = axesOf(endsFor(all(0), 10), endsFor(all(1), 10));
  const at = ({ totals }: { readonly totals: readonly number[] }): readonly [number, number] => [
    x.at(totals[0] ?? 0),
    y.at(totals[1] ?? 0),
  ];
  const { left, right, top, bottom, width, height } = planeSize;
  const [first, second] = workings.sides;
  const [here] = points.filter(({ place }) => place === chosen);
  const named = labelled(picture).flatMap(({ place, text }) => {
    const point = points.find((one) => one.place === place);
    return point === undefined ? [] : [{ x: at(point)[0], y: at(point)[1], text }];
  });
  return (
    <Plane x={x} y={y} names={[first?.name ?? '', second?.name ?? '']}>
      <g class="reservations">
        {reservations[0] != null && (
          <line x1={x.at(reservations[0])} x2={x.at(reservations[0])} y1={top} y2={height - bottom} />
        )}
        {reservations[1] != null && (
          <line x1={left} x2={width - right} y1={y.at(reservations[1])} y2={y.at(reservations[1])} />
        )}
      </g>
      <g class="dots">
        {points.map((point) => {
          const [cx, cy] = at(point);
          return (
            <a href={addressOf(point.place)} tabindex={-1}>
              <circle cx={cx} cy={cy} r={points.length > 80 ? 1.8 : 3.2}>
                <title>
                  {point.totals.map((total, p) => `${workings.sides[p]?.name ?? ''} ${rounded(total)}`).join(', ')}
                </title>
              </circle>
            </a>
          );
        })}
      </g>
      <g class="dance">
        {workings.sides.map(({ key }, party) => {
          const letter = partyLetter(view.file, key);
          const steps = dance.map((offer, k) => ({ offer, k })).filter(({ offer }) => offer.party === party);
          return (
            <g class={`side-${letter.toLowerCase()}`}>
              <polyline points={steps.map(({ offer }) => at(offer).join(' ')).join(' ')} />
              {steps.map(({ offer, k }) => (
                <g data-offer={k} transform={`translate(${at(offer).join(' ')})`}>
                  <path d={pathOf(shapeOf(letter.charCodeAt(0) - 65), 0, 0, 5)} />
                  <text x={-6} y={13} text-anchor="end">
                    {offer.number}
                  </text>
                </g>
              ))}
            </g>
          );
        })}
      </g>
      <g class="solutions">
        {labelsFor(named, planeSize.width - planeSize.right).map(({ x: cx, y: cy, text, tx, ty, anchor }) => (
          <>
            <path class="leader" d={`M${cx} ${cy}L${tx} ${ty}`} />
            <circle cx={cx} cy={cy} r={4.5} />
            <text x={anchor === 'start' ? tx + 3 : tx} y={ty - (anchor === 'start' ? -3 : 3)} text-anchor={anchor}>
              {text}
            </text>
          </>
        ))}
      </g>
      {here !== undefined && (
        <g class="chosen">
          <circle cx={at(here)[0]} cy={at(here)[1]} r={9} />
        </g>
      )}
    </Plane>
  );
};

const More: FC<PlotProps> = ({ workings, picture, chosen, view, addressOf }) => {
  const { points, dance, reservations, solutions } = picture;
  const every = [...points, ...dance].flatMap(({ totals }) => totals);
  const known = reservations.filter((value) => value !== null);
  const axes = uprightAxes(workings.sides.length, endsFor([...every, ...known], 10));
  const marked = new Set(solutions.flatMap(({ places }) => places.slice(0, 1)));
  const [here] = points.filter(({ place }) => place === chosen);
  const last = workings.sides.map((_, party) => dance.findLast((offer) => offer.party === party));
  return (
    <Parallel axes={axes} names={workings.sides.map(({ name }) => name)}>
      <g class="lines-across">
        {points.map((point) => (
          <a href={addressOf(point.place)} tabindex={-1}>
            <path class={marked.has(point.place) ? 'marked' : ''} d={lineAcross(point.totals, axes)} />
          </a>
        ))}
      </g>
      <g class="dance">
        {last.map((offer, party) => {
          const letter = partyLetter(view.file, workings.sides[party]?.key ?? '');
          return offer === undefined ? null : (
            <g class={`side-${letter.toLowerCase()}`}>
              <path class="offer-line" d={lineAcross(offer.totals, axes)} />
              {offer.totals.map((total, place) => (
                <path d={pathOf(shapeOf(letter.charCodeAt(0) - 65), axes.at(place), axes.y.at(total), 5)} />
              ))}
            </g>
          );
        })}
      </g>
      <g class="reservations">
        {reservations.map((value, place) =>
          value === null ? null : (
            <line x1={axes.at(place) - 12} x2={axes.at(place) + 12} y1={axes.y.at(value)} y2={axes.y.at(value)} />
          ),
        )}
      </g>
      {here !== undefined && (
        <g class="chosen">
          <path d={lineAcross(here.totals, axes)} />
        </g>
      )}
    </Parallel>
  );
};

/** Which places bear which names; solutions that choose the same point share a mark. */
function labelled({ solutions }: Picture): readonly { readonly place: number; readonly text: string }[] {
  const texts = new Map<number, string[]>();
  for (const { places, label } of solutions)
    for (const place of places.slice(0, 1)) texts.set(place, [...(texts.get(place) ?? []), label]);
  return [...texts].map(([place, labels]) => ({ place, text: labels.join(', ') }));
}

const rounded = (points: number): number => Math.round(points * 10) / 10;

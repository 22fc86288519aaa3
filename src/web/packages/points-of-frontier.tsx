import type { FC } from 'hono/jsx';
import type { View } from '../case-page.tsx';
import { PartyMark } from '../entries/card.tsx';
import type { Picture } from './picture.ts';
import { inPoints, type Workings } from './workings.ts';

/** The same as the drawing, as a table: every point shown, what it gives each side, and its names. */
export const PointsOfFrontier: FC<{
  readonly workings: Workings;
  readonly picture: Picture;
  readonly chosen: number | null;
  readonly view: View;
  readonly addressOf: (place: number) => string;
}> = ({ workings: { sides }, picture, chosen, view, addressOf }) => (
  <details id="points">
    <summary>All points as a table</summary>
    {picture.size > picture.points.length && (
      <p>
        {picture.points.length} of {picture.size} points are listed and drawn, evenly spread, with every point that has
        a name.
      </p>
    )}
    <div class="wide">
      <table class="points-of-frontier">
        <caption class="unseen">The efficient points, best for {sides[0]?.name} first</caption>
        <thead>
          <tr>
            <th scope="col">Point</th>
            {sides.map(({ key, name }) => (
              <th scope="col" class="number">
                <PartyMark party={key} view={view} />
                <bdi>{name}</bdi>
              </th>
            ))}
            <th scope="col">Name</th>
          </tr>
        </thead>
        <tbody>
          {picture.points.map(({ place, totals, names }) => (
            <tr class={place === chosen ? 'chosen' : ''}>
              <th scope="row">
                <a href={addressOf(place)}>{place + 1}</a>
              </th>
              {totals.map((total) => (
                <td class="number">{inPoints(total)}</td>
              ))}
              <td>{[...names, ...(place === chosen ? ['chosen'] : [])].join(', ')}</td>
            </tr>
          ))}
          {picture.dance.map(({ number, party, totals }) => (
            <tr class="offer">
              <th scope="row">Offer {number}</th>
              {totals.map((total) => (
                <td class="number">{inPoints(total)}</td>
              ))}
              <td>
                by <bdi>{sides[party]?.name}</bdi>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Without an agreement</th>
            {picture.reservations.map((value) => (
              <td class="number">{value === null ? 'not known' : inPoints(value)}</td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  </details>
);

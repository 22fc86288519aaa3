import type { FC } from 'hono/jsx';
import { partyLetter } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { pathOf, shapeOf } from '../charts/shapes.ts';
import { PartyMark } from '../entries/card.tsx';
import type { Picture } from './picture.ts';
import { Plot } from './plot.tsx';
import type { Workings } from './workings.ts';

/** The drawing with its caption and legend. For two sides a script of its own lets one move in it; without, every dot is a link. */
export const Drawing: FC<{
  readonly workings: Workings;
  /** The workings with the weights as they were stated. */
  readonly stated: Workings;
  readonly picture: Picture;
  readonly chosen: number | null;
  readonly view: View;
  readonly addressOf: (place: number) => string;
}> = (props) => {
  const { workings, stated, picture, chosen, view } = props;
  const figure = (
    <figure class="plot">
      <Plot {...props} />
      <figcaption>
        {workings.sides.length === 2 ? (
          <>
            Each dot is an efficient outcome: further to the right is worth more to <bdi>{workings.sides[0]?.name}</bdi>
            , further up more to <bdi>{workings.sides[1]?.name}</bdi>, in points of 100.{' '}
          </>
        ) : (
          'Each line is an efficient outcome: where it crosses a side’s scale is what it gives that side, in points of 100. The bold ones have a name below. '
        )}
        {picture.size > picture.points.length && `${picture.points.length} of ${picture.size} are drawn. `}
        The <a href="#points">table below</a> says the same.
      </figcaption>
      <Legend workings={workings} picture={picture} view={view} />
    </figure>
  );
  if (workings.sides.length !== 2) return figure;
  return (
    <>
      <script type="module" src={view.context.assets.frontier} />
      <parley-frontier
        data-scenario={JSON.stringify(enough(workings, stated))}
        data-point={chosen ?? ''}
        data-worker={view.context.assets.frontierWorker}
      >
        {figure}
      </parley-frontier>
    </>
  );
};

const Legend: FC<{ readonly workings: Workings; readonly picture: Picture; readonly view: View }> = ({
  workings,
  picture,
  view,
}) => (
  <ul class="legend">
    {workings.sides.map(({ key, name }, party) =>
      picture.dance.some((offer) => offer.party === party) ? (
        <li>
          <svg viewBox="0 0 16 16" class={`key side-${partyLetter(view.file, key).toLowerCase()}`} aria-hidden="true">
            <path d={pathOf(shapeOf(partyLetter(view.file, key).charCodeAt(0) - 65), 8, 8, 6)} />
          </svg>
          offers of <PartyMark party={key} view={view} />
          <bdi>{name}</bdi>, {workings.sides.length === 2 ? 'numbered in turn' : 'the latest'}
        </li>
      ) : null,
    )}
    {picture.reservations.some((value) => value !== null) && (
      <li>
        <svg viewBox="0 0 16 16" class="key" aria-hidden="true">
          <line class="reservation" x1="1" x2="15" y1="8" y2="8" />
        </svg>
        what a side has without an agreement
      </li>
    )}
    <li>
      <svg viewBox="0 0 16 16" class="key" aria-hidden="true">
        <circle class="ring" cx="8" cy="8" r="6" />
      </svg>
      the point chosen
    </li>
  </ul>
);

/** What the script works the picture out from: the same as the page was, and the points as they were stated. */
const enough = ({ valued, dance }: Workings, stated: Workings) => ({
  scenario: valued.scenario,
  stated: stated.valued.scenario,
  dance,
});

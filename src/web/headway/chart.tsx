import type { headway } from '../../analysis/index.ts';
import { talksIn } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

const [width, height, left, right, top, bottom] = [640, 260, 44, 16, 16, 40];

/** The gaps by round: the mean as a bold line, each issue as a thin one, and a mark where a gap widened. The table below says the same. */
export const Chart = ({ rounds, view }: { readonly rounds: readonly headway.RoundHeadway[]; readonly view: View }) => {
  const { issues } = talksIn(view.file);
  const x = (round: number): number =>
    rounds.length === 1
      ? (left + width - right) / 2
      : left + ((round - 1) * (width - left - right)) / (rounds.length - 1);
  const y = (gap: number): number => top + (1 - gap) * (height - top - bottom);
  const line = (gaps: readonly (number | null)[]): string =>
    gaps
      .map((gap, i) => (gap === null ? '' : `${i === 0 || gaps[i - 1] == null ? 'M' : 'L'}${x(i + 1)} ${y(gap)}`))
      .join('');
  const mean = rounds.map(({ overall }) => overall.gap);
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-labelledby="headway-chart-title"
        xmlns="http://www.w3.org/2000/svg"
      >
        <title id="headway-chart-title">
          The mean gap at the end of each round, and set-backs. The same is in the table below.
        </title>
        <g aria-hidden="true">
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <>
              <line class="rule" x1={left} x2={width - right} y1={y(share)} y2={y(share)} />
              <text class="scale" x={left - 8} y={y(share) + 4} text-anchor="end">
                {Math.round(share * 100)} %
              </text>
            </>
          ))}
          {rounds.map(({ round }) => (
            <text class="scale" x={x(round)} y={height - bottom + 20} text-anchor="middle">
              {round}
            </text>
          ))}
          <text class="scale" x={(left + width - right) / 2} y={height - 4} text-anchor="middle">
            Round
          </text>
          {issues.map((_, issue) => (
            <path class="issue-line" d={line(rounds.map(({ gaps }) => gaps[issue] ?? null))} />
          ))}
          <path class="mean-line" d={line(mean)} />
          {rounds.map(({ round, overall }) =>
            overall.gap === null ? null : <circle class="mean-point" cx={x(round)} cy={y(overall.gap)} r="4" />,
          )}
        </g>
        {rounds
          .filter((round) => round.isSetBack || round.issues.some(({ isSetBack }) => isSetBack))
          .map(({ round, overall }) => (
            <a href={`#round-${round}`}>
              <path
                class="set-back"
                d={`M${x(round) - 8} ${y(overall.gap ?? 1) - 24}h16l-8 14z`}
                aria-label={`Round ${round}: a set-back`}
                role="img"
              />
            </a>
          ))}
      </svg>
      <figcaption>
        The bold line is the mean gap over the issues that every side has answered; the thin lines are the issues. ▼
        marks a round in which a gap widened.
      </figcaption>
    </figure>
  );
};

import { currentOf, deadlinesAfter, openRounds } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Time, timeLeft } from '../times.tsx';

/** The clock: the time to the next deadline, what happens then, and the round that is open. */
export const Clock = ({ view }: { readonly view: View }) => {
  const [next] = deadlinesAfter(view.file, view.now);
  const [open] = openRounds(view.file).slice(-1);
  const rounds = currentOf(view.file, 'round').length;
  return (
    <section class="clock" aria-label="Clock">
      <div class="margin">{next !== undefined && <Time at={next.fact.falls} file={view.file} />}</div>
      <div class="matter">
        {next === undefined ? (
          <p class="left">No deadline lies ahead.</p>
        ) : (
          <>
            <p class="left">
              <strong>{timeLeft(view.now, next.fact.falls)}</strong> to <bdi>{next.fact.name}</bdi>
            </p>
            {next.fact.consequence !== '' && (
              <p>
                Then: <bdi>{next.fact.consequence}</bdi>
              </p>
            )}
          </>
        )}
        <p class="rounds">
          {open === undefined ? (
            'No round is open.'
          ) : (
            <>
              <bdi>{open.fact.name}</bdi> is open, since <Time at={open.at} file={view.file} only="day" />.
            </>
          )}
          {rounds > 1 && ` ${rounds} rounds so far.`}
        </p>
      </div>
    </section>
  );
};

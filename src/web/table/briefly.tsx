import { headway } from '../../analysis/index.ts';
import { deadlinesAfter, seesWorkings, talksIn } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Marked } from '../headway/marked.tsx';
import { namesOf } from '../packages/names.ts';
import { workingsIn } from '../packages/workings.ts';
import { Time, timeLeft } from '../times.tsx';

/** What one should know before going in: what moved in the latest round, what is stuck, what time is left, what could be tried. */
export const Briefly = ({ view }: { readonly view: View }) => {
  const { history, standing, headway: rounds } = talksIn(view.file);
  const last = rounds().at(-1);
  const stuck = standing().issues.filter(({ status }) => status === 'stuck');
  const [next] = deadlinesAfter(view.file, view.now);
  return (
    <dl class="briefly">
      <dt>What moved</dt>
      <dd>
        {last === undefined ? (
          'No round has been opened that you know of.'
        ) : (
          <Marked text={headway.roundInWords(history, last)} />
        )}
      </dd>
      <dt>What is stuck</dt>
      <dd>
        {stuck.length === 0
          ? 'Nothing that was measured in the round before.'
          : stuck.map(({ issue }, i) => (
              <>
                {i > 0 && ', '}
                <a href={`#issue-${issue}`}>
                  <bdi>{history.issues[issue]?.name}</bdi>
                </a>
              </>
            ))}
      </dd>
      <dt>What time is left</dt>
      <dd>
        {next === undefined ? (
          'No deadline lies ahead that you know of.'
        ) : (
          <>
            <strong>{timeLeft(view.now, next.fact.falls)}</strong> to <bdi>{next.fact.name}</bdi>,{' '}
            <Time at={next.fact.falls} file={view.file} />.
          </>
        )}
      </dd>
      <dt>What could be tried</dt>
      <dd>
        <ToTry view={view} />
      </dd>
    </dl>
  );
};

/** Packages to think about, by their names; or where to look, where none can be worked out of what the viewer knows. */
const ToTry = ({ view }: { readonly view: View }) => {
  if (!seesWorkings(view.actor.role)) return <>Packages are for those who take part.</>;
  const workings = workingsIn(view.file);
  const list = workings === null || workings.sides.length < 2 ? [] : workings.suggestions().list;
  if (list.length === 0)
    return (
      <>
        What lies on the table and between the offers, under <a href={`${view.base}/packages`}>Packages</a>.
      </>
    );
  return (
    <>
      {list.length === 1 ? 'One package' : `${list.length} packages`} that no other betters for one side without costing
      another:{' '}
      {list.map((suggestion, s) => (
        <>
          {s > 0 && '; '}
          <a href={`${view.base}/packages#s-${s + 1}`}>{namesOf(suggestion)}</a>
        </>
      ))}
      .
    </>
  );
};

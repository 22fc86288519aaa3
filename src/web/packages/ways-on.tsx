import type { FC } from 'hono/jsx';
import type { Package } from '../../analysis/index.ts';
import { isRefusal, mayMediate } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { inOneWord, termsQuery } from './package-query.ts';
import type { Ground } from './ground.ts';

/** What can be done with a package: change it, and for those who mediate put it before the sides. Nothing is sent from here. */
export const WaysOn: FC<{
  readonly ground: Ground;
  readonly pack: Package;
  readonly view: View;
  readonly point?: number | undefined;
  readonly change?: boolean;
}> = ({ ground, pack, view, point, change = true }) => {
  const terms = termsQuery(ground, pack);
  const title = new URLSearchParams([
    ['title', titleOf(ground)],
    ...ground.sides.map(({ key }): [string, string] => ['to', key]),
  ]);
  const mayPut = mayPutForward(view);
  return (
    <p class="acts">
      {mayPut && (
        <>
          <a href={`${view.base}/put-forward?kind=bridging&${title.toString()}&${terms}`}>
            Make it a bridging proposal
          </a>
          <a href={`${view.base}/put-forward?kind=nonPaper&${title.toString()}&${terms}`}>Make it a non-paper</a>
          <a href={`${view.base}/sealed/ask?${title.toString()}&${terms}`}>Ask for sealed answers</a>
        </>
      )}
      {change && <a href={`${view.base}/packages/build?${terms}`}>Change it by hand</a>}
      {point !== undefined && (
        <a href={`${view.base}/packages/frontier?point=${point + 1}#chosen`}>See it on the frontier</a>
      )}
    </p>
  );
};

/** Whether the viewer may put a package before the sides. */
export const mayPutForward = ({ file, actor }: View): boolean => !isRefusal(mayMediate(file, actor, 'put forward'));

/** A box that takes a package into a comparison, by its letter. */
export const CompareBox: FC<{ readonly ground: Ground; readonly pack: Package; readonly letter: string }> = ({
  ground,
  pack,
  letter,
}) => (
  <label class="choice compare-box">
    <input type="checkbox" name={letter} value={inOneWord(ground, pack)} />
    <span>Compare {letter.toUpperCase()}</span>
  </label>
);

// The sides will read it, so that it says nothing of how the package was found, nor how many issues the mediation knows.
const titleOf = ({ valued }: Ground): string =>
  valued.issues.length === 1 ? `A proposal on ${valued.issues[0]?.name ?? ''}` : 'A package on several issues';

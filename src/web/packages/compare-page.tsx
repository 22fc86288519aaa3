import type { Hono, Context as Request } from 'hono';
import { packages, type Package } from '../../analysis/index.ts';
import { seesWorkings } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { PartyMark } from '../entries/card.tsx';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { isProblem } from '../form.ts';
import { groundIn, type Ground } from './ground.ts';
import { MethodWords } from './method-words.tsx';
import { PackageLinks } from './package-links.tsx';
import { readWord, termsQuery } from './package-query.ts';
import { answerAt } from './package-table.tsx';
import { Provenance } from './provenance.tsx';
import { WaysOn } from './ways-on.tsx';
import { asChange, inPoints, workingsIn, type Workings } from './workings.ts';

const most = 4;

/** Up to four packages side by side: `?a=…&b=…`. */
export function comparePage(app: Hono, context: Context): void {
  casePage(app, context, '/packages/compare', (view, request) =>
    seesWorkings(view.actor.role) ? <ComparePage view={view} words={wordsIn(request)} /> : null,
  );
}

const ComparePage = ({ view, words }: { readonly view: View; readonly words: ReturnType<typeof wordsIn> }) => {
  const ground = groundIn(view.file);
  const read = words.slice(0, most).map(({ letter, word }) => ({
    letter,
    pack: readWord(view.file, ground, word, 'packages'),
  }));
  const problems = read.flatMap(({ letter, pack }) => (isProblem(pack) ? [`Package ${letter}: ${pack.sentence}`] : []));
  const packs = read.flatMap(({ letter, pack }) => (isProblem(pack) ? [] : [{ letter, pack }]));
  return (
    <CasePage view={view} title="Compare packages" here="/table">
      <h1>Compare packages</h1>
      <TableLinks view={view} here="/packages" />
      <PackageLinks view={view} here="/packages/compare" />
      <Provenance ground={ground} view={view} />
      {(problems.length > 0 || words.length > most) && (
        <div class="problem" role="alert">
          {problems.map((sentence) => (
            <p>
              <strong>{sentence}</strong>
            </p>
          ))}
          {words.length > most && (
            <p>
              <strong>You chose {words.length} packages; four fit side by side. The first four are shown.</strong>
            </p>
          )}
        </div>
      )}
      {packs.length === 0 ? (
        <p class="empty">
          Up to four packages stand here side by side. Tick some among the{' '}
          <a href={`${view.base}/packages`}>suggestions</a>, or <a href={`${view.base}/packages/build`}>build one</a>{' '}
          and compare it from there.
        </p>
      ) : (
        <SideBySide
          ground={ground}
          packs={packs.map(({ pack }) => pack)}
          letters={packs.map(({ letter }) => letter)}
          view={view}
        />
      )}
    </CasePage>
  );
};

interface Compared {
  readonly ground: Ground;
  readonly packs: readonly Package[];
  /** What the address calls them. */
  readonly letters: readonly string[];
  readonly view: View;
}

const SideBySide = ({ ground, packs, letters, view }: Compared) => {
  const workings = workingsIn(view.file);
  return (
    <>
      <div class="wide">
        <table class="compare">
          <caption class="unseen">Packages side by side</caption>
          <thead>
            <tr>
              <th scope="col">Issue</th>
              {packs.map((_, k) => (
                <th scope="col">Package {letters[k]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ground.valued.issues.map(({ name }, i) => {
              const same = packs.every((pack) => pack[i] === packs[0]?.[i]);
              return (
                <tr class={same ? 'same' : 'differs'}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                    {same && packs.length > 1 && <small>the same in all</small>}
                  </th>
                  {packs.map((pack) => (
                    <td>
                      <bdi>{answerAt(ground, pack, i)}</bdi>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          {workings !== null && <Totals workings={workings} packs={packs} view={view} />}
        </table>
      </div>
      {workings !== null && <Moves workings={workings} packs={packs} letters={letters} view={view} />}
      {packs.map((pack, k) => (
        <section aria-label={`Package ${letters[k] ?? ''}`}>
          <h3>Package {letters[k]}</h3>
          <WaysOn ground={ground} pack={pack} view={view} />
        </section>
      ))}
      <MethodWords method={packages.comparisonMethod} />
    </>
  );
};

type WithPoints = Omit<Compared, 'ground'> & { readonly workings: Workings };

const Totals = ({ workings, packs, view }: Omit<WithPoints, 'letters'>) => {
  const compared = packages.comparePackages(workings.scores, packs);
  if ('refused' in compared) return null;
  return (
    <tfoot>
      {workings.sides.map(({ key, name }, p) => (
        <tr class="total">
          <th scope="row">
            <PartyMark party={key} view={view} />
            <bdi>{name}</bdi>
            <small>points of 100 · above no agreement</small>
          </th>
          {compared.packages.map(({ totals, aboveReservation }) => {
            const above = aboveReservation[p] ?? null;
            return (
              <td class="number">
                {inPoints(totals[p] ?? 0)} <span class="change">{above === null ? 'not known' : asChange(above)}</span>
              </td>
            );
          })}
        </tr>
      ))}
    </tfoot>
  );
};

const Moves = ({ workings, packs, letters, view }: WithPoints) => {
  const { scores, sides, table } = workings;
  const several = sides.length > 1;
  const compared = packages.comparePackages(scores, packs, several ? workings.frontier() : undefined);
  if ('refused' in compared) return null;
  const names = packs.map((_, k) => `package ${letters[k] ?? ''}`);
  const pairs = packs.flatMap((_, from) => packs.slice(from + 1).map((__, k) => [from, from + 1 + k] as const));
  return (
    <>
      {pairs.length > 0 && (
        <>
          <h2>From one to another</h2>
          <ul>
            {pairs.map(([from, to]) => (
              <li>{packages.moveInWords(scores, compared, names, from, to)}</li>
            ))}
          </ul>
        </>
      )}
      {several && (
        <>
          <h2>Could all do better?</h2>
          <ul>
            {compared.packages.map(({ pack, dominatedBy, improvedBy }, k) => {
              const better = improvedBy === null ? null : workings.frontier().packageAt(improvedBy);
              const by = dominatedBy.map((place) => names[place]).join(' and ');
              return (
                <li>
                  Package {letters[k]}:{' '}
                  {better === null ? (
                    'efficient; no package that is considered here makes one side better without making another worse.'
                  ) : (
                    <>
                      {by !== '' &&
                        `${by.charAt(0).toUpperCase()}${by.slice(1)} gives no side less and some side more. `}
                      With {packages.packageInWords(table.agenda, better, changed(pack, better))}, no side is worse off
                      and some side is better off.{' '}
                      <a href={`${view.base}/packages/build?${termsQuery(workings, better)}`}>See it</a>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
};

const changed = (pack: Package, other: Package): readonly number[] =>
  pack.flatMap((answer, i) => (answer === other[i] ? [] : [i]));

/** The packages of the address, by their letters in order. */
function wordsIn(request: Request): readonly { readonly letter: string; readonly word: string }[] {
  return Object.entries(request.req.queries())
    .filter(([name]) => /^[a-z]$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, words]) => words.slice(0, 1).map((word) => ({ letter: name.toUpperCase(), word })))
    .filter(({ word }) => word.trim() !== '');
}

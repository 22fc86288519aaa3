import type { Hono, Context as Request } from 'hono';
import { frontiers, packages } from '../../analysis/index.ts';
import { seesWorkings } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { ProblemNote } from '../fields.tsx';
import { Form, isProblem, type Problem } from '../form.ts';
import { allowWorker } from '../guard.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { Chosen } from './chosen.tsx';
import { Drawing } from './drawing.tsx';
import { MethodWords } from './method-words.tsx';
import { Notes } from './means-for.tsx';
import { PackageLinks } from './package-links.tsx';
import { pictureOf, type Picture } from './picture.ts';
import { PointsOfFrontier } from './points-of-frontier.tsx';
import { Provenance } from './provenance.tsx';
import { groundIn } from './ground.ts';
import { Solutions } from './solutions.tsx';
import { triedWeights, type Tried } from './weights.ts';
import { WeightsForm } from './weights-form.tsx';
import { workingsIn, workingsOf, type Workings } from './workings.ts';

/** All that is efficient for two sides or more, drawn and as a table; `?point=3` chooses a point, `?w.side.issue=40` tries other weights. */
export function frontierPage(app: Hono, context: Context): void {
  casePage(app, context, '/packages/frontier', (view, request) => {
    if (!seesWorkings(view.actor.role)) return null;
    allowWorker(request);
    return <FrontierPage view={view} {...typedIn(request)} />;
  });
}

type Typed = ReturnType<typeof typedIn>;

const FrontierPage = ({ view, form, names }: { readonly view: View } & Typed) => {
  const ground = groundIn(view.file);
  const stated = workingsIn(view.file);
  const tried = triedWeights(view.file, ground.valued, form, names);
  const problem = isProblem(tried) ? tried : null;
  return (
    <CasePage view={view} title="The frontier" here="/table">
      <h1>The frontier</h1>
      <TableLinks view={view} here="/packages" />
      <PackageLinks view={view} here="/packages/frontier" />
      {stated === null || stated.sides.length < 2 ? (
        <>
          {problem !== null && <ProblemNote problem={{ ...problem, field: null }} />}
          <p class="empty">
            {view.actor.role.kind === 'delegate'
              ? 'The frontier shows what several sides value at once. Your file holds your own side’s points at most, so there is none here. What each package is worth to you is under Build by hand.'
              : 'The frontier needs the points of at least two sides: their own, if they let you read them, or an estimate that one of you answers for.'}{' '}
            <a href={`${view.base}/preferences`}>Go to the preferences</a>
          </p>
        </>
      ) : (
        <Frontier
          view={view}
          stated={stated}
          form={form}
          problem={problem}
          tried={isProblem(tried) ? { valued: stated.valued, query: '', changed: false } : tried}
        />
      )}
    </CasePage>
  );
};

interface FrontierProps {
  readonly view: View;
  readonly stated: Workings;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly tried: Tried;
}

const Frontier = ({ view, stated, form, problem, tried }: FrontierProps) => {
  const workings = tried.changed ? workingsOf(view.file, tried.valued) : stated;
  const frontier = workings.frontier();
  const asked = pointAsked(form, frontier.size);
  const chosen = asked.place ?? workings.suggestions().list[0]?.place ?? (frontier.size > 0 ? 0 : null);
  const picture = pictureOf(workings, chosen === null ? [] : [chosen]);
  const addressOf = (place: number): string => `${view.base}/packages/frontier?point=${place + 1}${tried.query}#chosen`;
  return (
    <>
      <Provenance ground={workings} view={view} />
      <ProblemNote problem={problem} />
      <div id="tried">
        {tried.changed && (
          <p class="tried" role="note">
            <strong>These are not the weights that were stated.</strong> You are trying out others; nothing is recorded.{' '}
            <a href={`${view.base}/packages/frontier`}>Go back to the stated weights</a>
          </p>
        )}
      </div>
      <p id="efficient">{frontiers.frontierSentence(frontier, workings.scores)}</p>
      {asked.sentence !== null && (
        <p class="problem" role="alert">
          <strong>{asked.sentence}</strong>
        </p>
      )}
      <Drawing
        workings={workings}
        stated={stated}
        picture={picture}
        chosen={chosen}
        view={view}
        addressOf={addressOf}
      />
      <WeightsForm workings={workings} form={form} problem={problem} changed={tried.changed} view={view} />
      {chosen !== null && <Chosen workings={workings} place={chosen} view={view} tried={tried} addressOf={addressOf} />}
      <Solutions picture={picture} chosen={chosen} addressOf={addressOf} />
      <Steps workings={workings} picture={picture} />
      <PointsOfFrontier workings={workings} picture={picture} chosen={chosen} view={view} addressOf={addressOf} />
      <Notes notes={workings.notes} />
      <MethodWords method={frontiers.frontierMethod} />
    </>
  );
};

/** The offers as numbered steps, in sentences. */
const Steps = ({ workings, picture }: { readonly workings: Workings; readonly picture: Picture }) => (
  <section aria-labelledby="steps" id="offers">
    <h2 id="steps">The offers, step by step</h2>
    {picture.dance.length === 0 ? (
      <p class="empty">No side has answered every one of these issues yet, so there is no whole offer to draw.</p>
    ) : (
      <>
        {picture.offers > picture.dance.length && (
          <p class="quiet">
            The latest {picture.dance.length} of {picture.offers}.
          </p>
        )}
        <ul class="lines">
          {picture.dance.map((point) => (
            <li>{packages.danceInWords(workings.scores, point)}</li>
          ))}
        </ul>
      </>
    )}
    <MethodWords method={packages.danceMethod} />
  </section>
);

function pointAsked(form: Form, size: number): { readonly place: number | null; readonly sentence: string | null } {
  const typed = form.text('point').trim();
  if (typed === '') return { place: null, sentence: null };
  const point = Number(typed);
  if (Number.isInteger(point) && point >= 1 && point <= size) return { place: point - 1, sentence: null };
  return {
    place: null,
    sentence: `There is no point “${typed}” on this frontier; it has ${size}. Choose one in the drawing or the table.`,
  };
}

function typedIn(request: Request): { readonly form: Form; readonly names: readonly string[] } {
  const queries = Object.entries(request.req.queries());
  return {
    form: new Form(queries.flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))),
    names: queries.map(([name]) => name),
  };
}

import type { Hono, Context as Request } from 'hono';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Field, ProblemNote, Select } from '../fields.tsx';
import { Form, isProblem, type Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { Built } from './built.tsx';
import { groundIn, type Ground } from './ground.ts';
import { MethodWords } from './method-words.tsx';
import { PackageLinks } from './package-links.tsx';
import { readTermsAsPackage, termsQuery } from './package-query.ts';
import { Provenance } from './provenance.tsx';
import { workingsIn } from './workings.ts';
import { namesOf } from './names.ts';
import { preferences } from '../../analysis/index.ts';
import { seesWorkings } from '../../domain/index.ts';

/** A package built by hand: an answer to each issue, and what comes of it. The address holds the package, so that it can be kept and linked. */
export function buildPage(app: Hono, context: Context): void {
  casePage(app, context, '/packages/build', (view, request) =>
    seesWorkings(view.actor.role) ? <BuildPage view={view} {...typedIn(request)} /> : null,
  );
}

const BuildPage = ({ view, form, names }: { readonly view: View } & ReturnType<typeof typedIn>) => {
  const ground = groundIn(view.file);
  const asked = names.some((name) => name.startsWith('terms.'));
  const pack = asked ? readTermsAsPackage(view.file, ground, form, names) : null;
  const problem = pack !== null && isProblem(pack) ? pack : null;
  return (
    <CasePage view={view} title="Build a package" here="/table">
      <h1>Build a package</h1>
      <TableLinks view={view} here="/packages" />
      <PackageLinks view={view} here="/packages/build" />
      <Provenance ground={ground} view={view} />
      {ground.valued.issues.length === 0 ? (
        <p class="empty">
          No issue is on the agenda yet, so there is nothing to build from. Issues are put on the{' '}
          <a href={`${view.base}/agenda`}>agenda</a>.
        </p>
      ) : (
        <>
          {!asked && <StartFrom ground={ground} view={view} />}
          <Answers view={view} ground={ground} form={form} problem={problem} />
        </>
      )}
      {pack !== null && !isProblem(pack) && <Built ground={ground} pack={pack} view={view} />}
      {pack === null && <MethodWords method={preferences.additiveUtilityMethod} />}
    </CasePage>
  );
};

const Answers = ({
  view,
  ground,
  form,
  problem,
}: {
  readonly view: View;
  readonly ground: Ground;
  readonly form: Form;
  readonly problem: Problem | null;
}) => (
  <form method="get" action={`${view.base}/packages/build#result`} class="build" id="issues">
    <ProblemNote problem={problem} />
    <div class="answers">
      {ground.valued.issues.map(({ key, name, scale }) =>
        scale.kind === 'options' ? (
          <Select
            name={`terms.${key}`}
            label={name}
            choices={[
              { value: '', label: 'Choose an answer' },
              ...scale.options.map((option) => ({ value: option.key, label: option.name })),
            ]}
            form={form}
            problem={problem}
          />
        ) : (
          <Field
            name={`terms.${key}`}
            label={<bdi>{name}</bdi>}
            hint={
              `From ${scale.from} to ${scale.to} ${scale.unit}`.trim() +
              (scale.step === null ? '' : `, in steps of ${scale.step}`)
            }
            inputmode="decimal"
            form={form}
            problem={problem}
            maxlength={40}
          />
        ),
      )}
    </div>
    <div class="send">
      <button>Work it out</button>
      <p class="read-by">Seen by you alone, and not recorded.</p>
    </div>
  </form>
);

/** Packages to start from, as links. */
const StartFrom = ({ ground, view }: { readonly ground: Ground; readonly view: View }) => {
  const workings = workingsIn(view.file);
  const suggested =
    workings === null || workings.sides.length < 2
      ? []
      : workings.suggestions().list.map((one) => [`${namesOf(one)} (suggested)`, one.pack] as const);
  const offered = ground.sides.flatMap(({ name }, p) => {
    const whole = ground.offers[p]?.filter((answer) => answer !== null) ?? [];
    return whole.length === ground.valued.issues.length ? [[`The latest answers of ${name}`, whole] as const] : [];
  });
  const all = [...offered, ...suggested];
  return (
    <>
      <p>
        Give an answer to each issue, and see what it is worth to each side whose points you know, who might refuse it,
        and what could be traded from there.
      </p>
      {all.length > 0 && (
        <>
          <p>Or start from one that there is:</p>
          <ul class="lines">
            {all.map(([label, pack]) => (
              <li>
                <a href={`${view.base}/packages/build?${termsQuery(ground, pack)}`}>
                  <bdi>{label}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

function typedIn(request: Request): { readonly form: Form; readonly names: readonly string[] } {
  const queries = Object.entries(request.req.queries());
  return {
    form: new Form(queries.flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))),
    names: queries.map(([name]) => name),
  };
}

import type { FC } from 'hono/jsx';
import type { View } from '../case-page.tsx';
import { PartyMark } from '../entries/card.tsx';
import type { Form, Problem } from '../form.ts';
import { weightField, weightInField } from './weights.ts';
import type { Workings } from './workings.ts';

/** The sides' weights as fields to try others with; a script makes sliders of them that draw the picture anew as they move. */
export const WeightsForm: FC<{
  readonly workings: Workings;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly changed: boolean;
  readonly view: View;
}> = ({ workings, form, problem, changed, view }) => {
  const { valued, sides } = workings;
  return (
    <details class="weights" open={changed || problem !== null}>
      <summary>What if the weights were different?</summary>
      <form method="get" action={`${view.base}/packages/frontier`} id="weights">
        <p class="hint">
          Weights are shares of 100. If they add up to something else, they are scaled. Nothing is recorded, and no
          side’s points change.
        </p>
        <div class="weights-of">
          {sides.map(({ key, name }, p) => (
            <fieldset>
              <legend>
                <PartyMark party={key} view={view} />
                <bdi>{name}</bdi>
              </legend>
              {valued.issues.map((issue, i) => {
                const field = weightField(key, issue.key);
                const wrong = problem?.field === field ? problem.sentence : null;
                return (
                  <div class={wrong === null ? 'weight' : 'weight field wrong'}>
                    <label for={field}>
                      <bdi>{issue.name}</bdi>
                    </label>
                    <input
                      id={field}
                      name={field}
                      type="text"
                      inputmode="decimal"
                      maxlength={12}
                      value={
                        problem !== null && form.has(field)
                          ? form.text(field)
                          : weightInField(valued.scenario.profiles[p]?.weights[i] ?? 0)
                      }
                      data-side={p}
                      data-issue={i}
                      aria-invalid={wrong === null ? undefined : 'true'}
                      aria-describedby={wrong === null ? undefined : `${field}-wrong`}
                    />
                    {wrong !== null && (
                      <p class="wrong-note" id={`${field}-wrong`}>
                        {wrong}
                      </p>
                    )}
                  </div>
                );
              })}
            </fieldset>
          ))}
        </div>
        <div class="send">
          <button class="quiet">Draw it with these weights</button>
          <p class="read-by">Seen by you alone, and not recorded.</p>
        </div>
      </form>
    </details>
  );
};

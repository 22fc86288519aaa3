import type { Hono } from 'hono';
import { addPlace, currentOf, type CaseFile, type Setting } from '../../domain/index.ts';
import { caseForm } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Choices, Field } from '../fields.tsx';
import { isProblem, problemWith } from '../form.ts';
import { FormPage, type FormProps } from './form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from './known-to.tsx';
import { managesCase } from './may-manage.ts';
import { keyOf } from './named.ts';
import { typedLine } from './typed.ts';

type Input = (
  | { readonly kind: 'track'; readonly name: string }
  | { readonly kind: 'venue'; readonly name: string; readonly place: string }
) & { readonly knownTo: Setting };

/** Adding a track or a venue. */
export function placeForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/agenda/place',
    page: (view, form, problem) => (managesCase(view) ? <PlaceForm view={view} form={form} problem={problem} /> : null),
    read: (form, view) => {
      const kind = form.text('kind');
      if (kind !== 'track' && kind !== 'venue') return problemWith('kind', 'Say whether it is a track or a venue.');
      const name = typedLine(form, 'name', `Give the ${kind} a name.`);
      if (typeof name !== 'string') return name;
      const place = kind === 'track' ? '' : typedLine(form, 'place', 'Say where the venue is, and who hosts.');
      if (typeof place !== 'string') return place;
      const knownTo = readKnownTo(form, view);
      if (isProblem(knownTo)) return knownTo;
      return kind === 'track' ? { kind, name, knownTo } : { kind, name, place, knownTo };
    },
    decide: (file, actor, input, make) =>
      addPlace(file, actor, { ...input, key: keyOf(file, input.kind, input.name, input.knownTo) }, make),
    done: (view, _input, { entries }) => `${view.base}/agenda#e-${entries[0]}`,
  });
}

/** The tracks, or the venues, that the viewer knows. */
export const placesOf = (
  file: CaseFile,
  kind: 'track' | 'venue',
): readonly { readonly key: string; readonly name: string }[] => currentOf(file, kind).map(({ fact }) => fact);

const PlaceForm = ({ view, form, problem }: FormProps) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title="Add a track or a venue"
    here="/agenda"
    action="/agenda/place"
    lead="A track is a strand of the talks that runs beside others. A venue is a place that receives them. Rounds and meetings refer to both."
    readBy={thoseChosen}
    send="Add it"
  >
    <Choices
      name="kind"
      legend="What it is"
      choices={[
        { value: 'track', label: 'A track', hint: 'A strand of the talks.' },
        { value: 'venue', label: 'A venue', hint: 'Where talks are received.' },
      ]}
      form={form}
      problem={problem}
      value={form.text('kind') === 'venue' ? 'venue' : 'track'}
    />
    <Field name="name" label="Name" form={form} problem={problem} required maxlength={200} />
    <Field name="place" label="Place and host" hint="For a venue." form={form} problem={problem} maxlength={200} />
    <KnownTo view={view} form={form} problem={problem} parties="chosen" presumed="joint" />
  </FormPage>
);

import type { CaseFile } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Select } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';
import type { FormProps } from './form-page.tsx';
import { placesOf } from './place-form.tsx';

/** The lists of tracks and venues that the viewer knows, each with “none”; nothing where there are none. */
export const PlaceFields = ({
  view,
  form,
  problem,
  value,
}: FormProps & { readonly value?: { readonly venue: string | null } }) => (
  <>
    {value === undefined && placesOf(view.file, 'track').length > 0 && (
      <Select name="track" label="Track" choices={choicesOf(view.file, 'track')} form={form} problem={problem} />
    )}
    {placesOf(view.file, 'venue').length > 0 && (
      <Select
        name="venue"
        label="Venue"
        choices={choicesOf(view.file, 'venue')}
        form={form}
        problem={problem}
        value={value?.venue ?? ''}
      />
    )}
  </>
);

/** The track and the venue chosen, each null when it is none; or the problem that one is not known. */
export function readPlaces(
  form: Form,
  view: View,
): { readonly track: string | null; readonly venue: string | null } | Problem {
  const track = form.text('track');
  if (!isNoneOrOf(view.file, 'track', track)) return problemWith('track', 'Choose one of the tracks.');
  const venue = form.text('venue');
  if (!isNoneOrOf(view.file, 'venue', venue)) return problemWith('venue', 'Choose one of the venues.');
  return { track: track === '' ? null : track, venue: venue === '' ? null : venue };
}

const choicesOf = (file: CaseFile, kind: 'track' | 'venue') => [
  { value: '', label: 'None' },
  ...placesOf(file, kind).map(({ key, name }) => ({ value: key, label: name })),
];

const isNoneOrOf = (file: CaseFile, kind: 'track' | 'venue', key: string): boolean =>
  key === '' || placesOf(file, kind).some((place) => place.key === key);

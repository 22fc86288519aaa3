/** What was typed into a form: the texts of its fields and the values of its ticked boxes, by name. */
export type Typed = readonly (readonly [name: string, value: string])[];

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is typed into a form now; without passwords and codes, files, and the marks that the form carries itself. */
export const readFields = (form: HTMLFormElement): Typed =>
  fieldsOf(form)
    .filter((field) => !isTicked(field) || field.checked)
    .map((field) => [field.name, field.value]);

/** Whether a form has anything to type into or to tick. */
export const hasFields = (form: HTMLFormElement): boolean => fieldsOf(form).length > 0;

/** Fills a form with what was typed into it before. */
export function writeFields(form: HTMLFormElement, typed: Typed): void {
  const left = [...typed];
  for (const field of fieldsOf(form)) {
    const at = left.findIndex(([name, value]) => name === field.name && (!isTicked(field) || value === field.value));
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (isTicked(field)) field.checked = found !== undefined && !field.disabled;
    else if (found !== undefined) field.value = found[1];
  }
}

const fieldsOf = (form: HTMLFormElement): readonly Field[] =>
  [...form.elements].filter(
    (element): element is Field => isField(element) && element.name !== '' && !isSecret(element),
  );

const isField = (element: Element): element is Field =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || element instanceof HTMLInputElement;

const isTicked = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';

const isSecret = ({ type, autocomplete }: Field): boolean =>
  ['password', 'hidden', 'file', 'submit'].includes(type) ||
  autocomplete === 'one-time-code' ||
  autocomplete.endsWith('password');

import { Field } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';

/** The length that makes a password hard to guess, and the one beyond which nobody types. */
const length = { least: 12, most: 1000 } as const;

/** A new password, typed twice alike and long enough; or what is wrong with it. */
export function readNewPassword(form: Form): { readonly password: string } | Problem {
  const password = form.text('password');
  if (password.length < length.least)
    return problemWith(
      'password',
      `Choose a password of at least ${length.least} characters; a few words that you remember will do.`,
    );
  if (password.length > length.most)
    return problemWith('password', `Choose a password of at most ${length.most} characters.`);
  if (form.text('again') !== password)
    return problemWith('again', 'The two passwords differ. Type the same one twice.');
  return { password };
}

/** The two fields of a new password. */
export const NewPasswordFields = ({
  form,
  problem,
  label,
}: {
  readonly form: Form;
  readonly problem: Problem | null;
  readonly label: string;
}) => (
  <>
    <Field
      name="password"
      label={label}
      type="password"
      hint={`At least ${length.least} characters. A few words that have nothing to do with each other are good, and easy to remember.`}
      form={form}
      problem={problem}
      required
      autocomplete="new-password"
      maxlength={length.most}
    />
    <Field
      name="again"
      label="The same again"
      type="password"
      form={form}
      problem={problem}
      required
      autocomplete="new-password"
      maxlength={length.most}
    />
  </>
);

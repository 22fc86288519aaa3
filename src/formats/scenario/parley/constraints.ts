import { answersOf, type Constraint } from '../../../analysis/index.ts';
import type { Path } from '../../yaml/places.ts';
import { faultAt, type YamlFile } from '../yaml-file.ts';
import { issueNamed, placeOfAnswer, type KeyedIssue } from './issues.ts';
import type { ScenarioDocument } from './schema.ts';

type ConstraintDocument = NonNullable<ScenarioDocument['constraints']>[number];
type AnswersDocument = NonNullable<ConstraintDocument['forbidden']>[string];

/** One limit on packages; null when it names what there is not, or is not exactly one of the two kinds. */
export function constraintIn(
  written: ConstraintDocument,
  place: number,
  issues: readonly KeyedIssue[],
  file: YamlFile,
): Constraint | null {
  const { name, forbidden, required } = written;
  const path = ['constraints', place];
  const kind = forbidden === undefined ? 'required' : 'forbidden';
  const listed = forbidden ?? required;
  if (listed === undefined || (forbidden !== undefined && required !== undefined)) {
    faultAt(file, path, 'A constraint says what is forbidden or what is required: one of them.', 'key');
    return null;
  }
  const answers = Object.entries(listed).flatMap(([key, wanted]) => {
    const at = [...path, kind, key];
    const issue = issueNamed(key, issues, at, file);
    const keyed = issue === null ? undefined : issues[issue];
    return issue === null || keyed === undefined ? [] : [{ issue, anyOf: placesIn(wanted, keyed, at, file) }];
  });
  return { kind, name, answers };
}

function placesIn(wanted: AnswersDocument, issue: KeyedIssue, path: Path, file: YamlFile): readonly number[] {
  if (typeof wanted !== 'object') return [placeOfAnswer(wanted, issue, path, file) ?? 0];
  if (Array.isArray(wanted))
    return [...new Set(wanted.map((answer, i) => placeOfAnswer(answer, issue, [...path, i], file) ?? 0))];
  const { from = -Infinity, to = Infinity } = wanted as { readonly from?: number; readonly to?: number };
  if (issue.issue.kind === 'options' || issue.issue.step === null) {
    faultAt(file, path, `“${issue.key}” has no steps, so from and to say nothing of it; name its answers.`);
    return [];
  }
  const answers = answersOf(issue.issue);
  const numbers = answers.kind === 'numbers' ? answers.numbers : [];
  const places = numbers.flatMap((number, at) => (number >= from && number <= to ? [at] : []));
  if (places.length === 0) faultAt(file, path, `No answer to “${issue.key}” lies there.`);
  return places;
}

import { recipientsOf, type CarryInput, type CaseFile, type Source, type Term } from '../../domain/index.ts';
import { problemWith, type Form, type Problem } from '../form.ts';
import { previewedIn, type Stepped } from './previewing.ts';

/** What was ticked and typed, read into what is carried from a source. Terms are named by their issues, and read in the source's own order. */
export function readCarry(form: Form, file: CaseFile, source: Source | null): Stepped<CarryInput> | Problem {
  if (source === null) return { ...problemWith('terms', 'There is no such proposal or answer.'), status: 404 };
  const to = recipientsOf(file, source).find((recipient) => recipient === form.text('to'));
  if (to === undefined) return problemWith('to', 'Say to whom it is carried.');
  const attribution = form.text('attribution');
  if (attribution !== 'attributed' && attribution !== 'unattributed')
    return problemWith('attribution', 'Say in whose name it is carried.');
  const places = new Set(form.all('terms').map((issue) => source.fact.terms.findIndex((term) => term.issue === issue)));
  const terms = [...places]
    .sort((a, b) => a - b)
    .map((index) => ({ index, words: wordsTyped(form, source.fact.terms[index]) }));
  const covering = form.text('covering').trim();
  return {
    input: { source: source.id, terms, verdict: form.has('verdict'), to, attribution, covering },
    previewed: previewedIn(form),
  };
}

/** A form typed for one revision of a source, for a newer one: the words typed stay, and where none were, the side's own new words stand. */
export function movedTo(newer: Source, older: Source, form: Form): Form {
  const untouched = older.fact.terms.filter((term) => form.text(`words.${term.issue}`).trim() === term.words.trim());
  const own = untouched.map(({ issue }) => [
    `words.${issue}`,
    newer.fact.terms.find((term) => term.issue === issue)?.words ?? '',
  ]);
  return newer === older || form.isEmpty ? form : form.with(Object.fromEntries(own));
}

/** The wording to carry of a term: the side's own, to the letter, unless another was typed. */
function wordsTyped(form: Form, term: Term | undefined): string {
  if (term === undefined) return '';
  const typed = form.text(`words.${term.issue}`).trim();
  return form.has(`words.${term.issue}`) && typed !== term.words.trim() ? typed : term.words;
}

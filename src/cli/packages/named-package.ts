import { packages, preferences, type Package } from '../../analysis/index.ts';
import { didYouMean } from '../../formats/index.ts';

/** A package as somebody wrote it, by the places of its answers, with what must be told of how it was read; or why it is none. */
export type NamedPackage = { readonly pack: Package; readonly notes: readonly string[] } | { readonly refused: string };

/** Reads `ISSUE=ANSWER; ISSUE=ANSWER`, which must answer every issue once. A number that is not considered counts as the nearest that is. */
export function packageNamed(text: string, agenda: packages.Agenda): NamedPackage {
  const said = new Map<number, number>();
  const notes: string[] = [];
  for (const part of text.split(';').filter((each) => each.trim() !== '')) {
    const cut = part.indexOf('=');
    if (cut < 0) return { refused: `“${part.trim()}” is no ISSUE=ANSWER.` };
    const [name, answer] = [part.slice(0, cut).trim(), part.slice(cut + 1).trim()];
    const issue = placeOf(
      name,
      agenda.map(({ issue: one }) => one.name),
    );
    if (issue === null)
      return {
        refused: unknown(
          'issue',
          name,
          agenda.map(({ issue: one }) => one.name),
        ),
      };
    if (said.has(issue)) return { refused: `“${name}” is answered twice.` };
    const found = answerOf(answer, agenda[issue]);
    if ('refused' in found) return found;
    said.set(issue, found.place);
    notes.push(...found.notes);
  }
  const missing = agenda.flatMap(({ issue }, i) => (said.has(i) ? [] : [`“${issue.name}”`]));
  if (missing.length > 0)
    return { refused: `The package must answer every issue; it leaves out ${missing.join(', ')}.` };
  return { pack: agenda.map((_, i) => said.get(i) ?? 0), notes };
}

type Found = { readonly place: number; readonly notes: readonly string[] } | { readonly refused: string };

function answerOf(text: string, item: packages.AgendaItem | undefined): Found {
  if (item === undefined) return { refused: 'There is no such issue.' };
  const { issue, answers } = item;
  if (answers.kind === 'options') {
    const place = placeOf(text, answers.options);
    return place === null
      ? { refused: unknown(`answer to “${issue.name}”`, text, answers.options) }
      : { place, notes: [] };
  }
  const number = Number(text.replace(answers.unit ?? '', '').trim());
  const [from = 0, to = 0] = [answers.numbers[0], answers.numbers.at(-1)];
  if (text === '' || !Number.isFinite(number) || number < from || number > to)
    return { refused: `“${text}” is no answer to “${issue.name}”, which goes from ${from} to ${to}.` };
  const place = packages.nearestAnswer(answers, number);
  const isExact = Math.abs((answers.numbers[place] ?? Number.NaN) - number) < 1e-9;
  const note = `${text} on ${issue.name} lies between the numbers that are considered; the nearest, ${preferences.answerName(answers, place)}, stands for it.`;
  return { place, notes: isExact ? [] : [note] };
}

/** The place of a name among others, whatever the case of its letters; null where there is none, or more than one that differ by that alone. */
function placeOf(name: string, names: readonly string[]): number | null {
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const alike = names.flatMap((one, place) => (one.toLowerCase() === name.toLowerCase() ? [place] : []));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

const unknown = (what: string, name: string, names: readonly string[]): string =>
  `There is no ${what} “${name}”${didYouMean(name, names)} Known are ${names.map((one) => `“${one}”`).join(', ')}.`;

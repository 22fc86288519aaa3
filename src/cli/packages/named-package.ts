import { packages, preferences, type Package } from '../../analysis/index.ts';
import { didYouMean } from '../../formats/index.ts';

/** A package as somebody wrote it, by the places of its answers, with what must be told of how it was read; or why it is none. */
export type NamedPackage = { readonly pack: Package; readonly notes: readonly string[] } | { readonly refused: string };

/**
 * Reads `ISSUE=ANSWER; ISSUE=ANSWER` (or with colons, as packages are printed), or a JSON object of answers by issue. Every issue must be answered
 * once. A number that is not considered counts as the nearest that is.
 */
export function packageNamed(text: string, agenda: packages.Agenda): NamedPackage {
  const names = agenda.map(({ issue }) => issue.name);
  const parts = text.trim().startsWith('{') ? inJson(text) : text.split(';').flatMap((part) => inText(part, names));
  if ('refused' in parts) return parts;
  const said = new Map<number, number>();
  const notes: string[] = [];
  for (const part of parts) {
    if ('refused' in part) return part;
    const { name, answer } = part;
    const issue = placeOf(name, names);
    if (issue === null) return { refused: unknown('issue', name, names) };
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

interface Said {
  readonly name: string;
  readonly answer: string;
}

type Refused = { readonly refused: string };

function inJson(text: string): readonly Said[] | Refused {
  try {
    const read: unknown = JSON.parse(text);
    return Object.entries(read as object).map(([name, answer]) => ({ name, answer: String(answer) }));
  } catch {
    return { refused: 'The package is no JSON object of answers by issue.' };
  }
}

/** One answer; a name that is known is known whatever is in it. Nothing of an empty part. */
function inText(part: string, names: readonly string[]): readonly (Said | Refused)[] {
  const text = part.trim();
  if (text === '') return [];
  const known = names
    .filter((name) => text.toLowerCase().startsWith(name.toLowerCase()) && /^\s*[=:]/.test(text.slice(name.length)))
    .sort((a, b) => b.length - a.length);
  const length = known[0]?.length ?? text.search(/[=:]/);
  if (length < 0)
    return [
      { refused: `“${text}” is no ISSUE=ANSWER. Names with “;” in them can be given as JSON: {"ISSUE": "ANSWER"}.` },
    ];
  const rest = text.slice(length).trimStart();
  return [{ name: text.slice(0, length).trim(), answer: rest.slice(1).trim() }];
}

type Found = { readonly place: number; readonly notes: readonly string[] } | Refused;

function answerOf(text: string, item: packages.AgendaItem | undefined): Found {
  if (item === undefined) return { refused: 'There is no such issue.' };
  const { issue, answers } = item;
  if (answers.kind === 'options') {
    const place = placeOf(text, answers.options);
    return place === null
      ? { refused: unknown(`answer to “${issue.name}”`, text, answers.options) }
      : { place, notes: [] };
  }
  const bare = answers.unit === null ? text : text.replace(answers.unit, '');
  const number = /^\s*[-−+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(bare)
    ? Number(bare.replace('−', '-'))
    : Number.NaN;
  const [from = 0, to = 0] = [answers.numbers[0], answers.numbers.at(-1)];
  if (!Number.isFinite(number) || number < from || number > to)
    return { refused: `“${text}” is no answer to “${issue.name}”, which goes from ${from} to ${to}.` };
  const place = packages.nearestAnswer(answers, number);
  const isExact = Math.abs((answers.numbers[place] ?? Number.NaN) - number) < 1e-9;
  const note = `${text} on ${issue.name} lies between the numbers that are considered; the nearest, ${preferences.answerName(answers, place)}, stands for it.`;
  return { place, notes: isExact ? [] : [note] };
}

/** The place of a name among others, whatever the case of its letters; null where there is none, or more than one that differ by that alone. */
export function placeOf(name: string, names: readonly string[]): number | null {
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const alike = names.flatMap((one, place) => (one.toLowerCase() === name.toLowerCase() ? [place] : []));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

const unknown = (what: string, name: string, names: readonly string[]): string =>
  `There is no ${what} “${name}”${didYouMean(name, names)} Known are ${names.map((one) => `“${one}”`).join(', ')}.`;

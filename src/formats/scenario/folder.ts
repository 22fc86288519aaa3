import { readCase } from './case.ts';
import { readCsv } from './csv/read.ts';
import { faultsOf, findingsIn, start, type Findings } from './findings.ts';
import { readGenius } from './genius/read.ts';
import { readGeniusweb } from './geniusweb/read.ts';
import { readNegmas, type NegmasText } from './negmas/read.ts';
import { readNegolog } from './negolog/read.ts';
import { readScenarioYaml } from './parley/read.ts';
import type { NamedFile, Read, ReadScenario, Reading, ScenarioFormat } from './read-scenario.ts';
import { usualReading } from './read-scenario.ts';
import { recognised, type Recognised } from './recognised.ts';
import { mostBytes, textOf } from './text-of.ts';

interface Known {
  readonly text: string;
  readonly as: Recognised;
  readonly findings: Findings;
}

/**
 * The scenario that a folder holds, recognised by what is in its files, in whatever format it is; the talks of a case where it holds one and no
 * scenario. Files that are no part of it are noted. Refuses a folder with scenarios of several formats, or with several of a format that has one
 * to a file, naming two of them; one without any; and what the format’s own reader refuses. The order of the files does not matter: parties stand
 * in the order of their files’ names.
 */
export function readFolder(files: readonly NamedFile[], reading: Partial<Reading> = {}): Read<ReadScenario> {
  const known = knownIn(files);
  const cases = known.filter(({ as }) => as.kind === 'case');
  const scenarios = known.filter(({ as }) => as.kind !== 'other' && as.kind !== 'case');
  const found = scenarios.length > 0 ? scenarios : cases;
  const [first] = found;
  const other = found.find(({ as }) => as.kind !== first?.as.kind);
  const broken = known.filter(({ findings }) => findings.faults.length > 0);
  if (broken.length > 0) return { errors: faultsOf(broken.map(({ findings }) => findings)) };
  if (first === undefined)
    return refused(known.find(({ findings }) => !isAbout(findings.file)) ?? known[0], nothingFound);
  if (other !== undefined)
    return refused(
      other,
      `This is ${inWords(other)}, and ${first.findings.file} is ${inWords(first)}; a folder holds one scenario. Name the file to read, or put them apart.`,
    );
  const read = readFound(found, known, { ...usualReading, ...reading });
  if ('errors' in read) return read;
  const note = (message: string) => (unread: Known) => ({ file: unread.findings.file, line: null, message });
  const others = known.filter(({ as, findings }) => as.kind === 'other' && !isAbout(findings.file));
  return {
    ...read,
    notes: [
      ...read.notes,
      ...others.map(note('This is no part of a scenario, and was not read.')),
      ...(read.talks === null ? cases : []).map(
        note('This is a case from which nothing here takes its issues; it was not read.'),
      ),
    ],
  };
}

/**
 * The scenario, or the talks of a case, in one file of a folder; the others are looked at only for what it refers to. For formats that have a file for each party,
 * use `readFolder`.
 */
export function readFile(
  name: string,
  files: readonly NamedFile[],
  reading: Partial<Reading> = {},
): Read<ReadScenario> {
  const others = knownIn(files.filter((file) => file.name !== name));
  const [chosen] = knownIn(files.filter((file) => file.name === name));
  if (chosen === undefined || chosen.findings.faults.length > 0)
    return { errors: faultsOf(chosen === undefined ? [] : [chosen.findings]) };
  if (chosen.as.kind === 'other') return refused(chosen, nothingFound);
  return readFound([chosen], [chosen, ...others], { ...usualReading, ...reading });
}

/** What stands beside a scenario in nearly every folder, and is not missed. */
const isAbout = (file: string): boolean => /^(readme|licen[cs]e)\b/i.test(file);

const nothingFound =
  'Here is no scenario. Parley reads its own scenario and case files, GENIUS XML, NegMAS YAML and JSON, GeniusWeb JSON, NegoLog JSON, and CSV tables of points.';

function readFound(found: readonly Known[], known: readonly Known[], reading: Reading): Read<ReadScenario> {
  const [first, second] = found;
  const kind = first?.as.kind;
  if (first === undefined) return { errors: [] };
  if ((kind === 'parley' || kind === 'csv' || kind === 'case') && second !== undefined)
    return refused(
      second,
      `This is a second ${kind === 'case' ? 'case' : 'scenario'} beside ${first.findings.file}. Name the file to read.`,
    );
  switch (first.as.kind) {
    case 'parley': {
      const cases = new Map(
        known.flatMap(({ text, as, findings }) => (as.kind === 'case' ? [[findings.file, { text, findings }]] : [])),
      );
      return readScenarioYaml(first.text, first.findings, cases);
    }
    case 'csv':
      return readCsv(first.text, first.findings, reading);
    case 'genius-xml':
      return readGenius(found, reading);
    case 'negmas':
      return readNegmas(partsOf(found), reading);
    case 'geniusweb-json':
      return readGeniusweb(partsOf(found), reading);
    case 'negolog-json':
      return readNegolog(found, reading);
    case 'case':
      return readCase(first.text, first.findings);
    case 'other':
      return refused(first, nothingFound);
  }
}

const partsOf = (found: readonly Known[]): readonly NegmasText[] =>
  found.flatMap(({ text, as, findings }) => ('part' in as ? [{ text, part: as.part, findings }] : []));

function knownIn(files: readonly NamedFile[]): readonly Known[] {
  return [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((file): Known => {
      const findings = findingsIn(file.name);
      const text = isText(file) ? textOf(file, findings) : null;
      if (text !== null) return { text, as: recognised(text), findings };
      const stranger = findings.faults.length > 0 && isStranger(file);
      return { text: '', as: { kind: 'other' }, findings: stranger ? findingsIn(file.name) : findings };
    });
}

/** Whether a file that cannot be read is of no concern, so far as its beginning tells: some other program’s notes in an old encoding, say. */
const isStranger = ({ content }: NamedFile): boolean =>
  typeof content !== 'string' &&
  content.length <= mostBytes &&
  recognised(new TextDecoder('latin1').decode(content)).kind === 'other';

/** Pictures and the like lie beside scenarios; what has a NUL in its first bytes and no mark of UTF-16 is none. */
function isText({ content }: NamedFile): boolean {
  if (typeof content === 'string') return true;
  const [first, second] = content;
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || !content.subarray(0, 4096).includes(0)
  );
}

function refused(at: Known | undefined, message: string): { readonly errors: ReturnType<typeof faultsOf> } {
  const findings = at?.findings ?? findingsIn('');
  findings.fault(start, message);
  return { errors: faultsOf([findings]) };
}

const formatInWords: Readonly<Record<ScenarioFormat | 'case' | 'other', string>> = {
  parley: 'a Parley scenario',
  'genius-xml': 'GENIUS XML',
  negmas: 'of NegMAS',
  'geniusweb-json': 'GeniusWeb JSON',
  'negolog-json': 'NegoLog JSON',
  csv: 'a table of points',
  case: 'a case',
  other: 'something else',
};

const inWords = ({ as }: Known): string => formatInWords[as.kind];

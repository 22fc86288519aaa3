import type { Act, AgendaStep, CaseScript, ScriptPerson, Step } from '../../domain/index.ts';
import { actIn, type ActPlace } from './acts.ts';
import type { Checks } from './checks.ts';
import { issueIn, roleIn, settingIn } from './names.ts';
import type { CaseDocument } from './schema.ts';
import { actWords, type ActDocument, type ActWord, type StepDocument } from './steps.ts';
import { isTimeZone } from './time.ts';
import type { Path } from '../yaml/places.ts';

/** A script, and for each item of its agenda the path that it was read from. */
export interface ReadScript {
  readonly script: CaseScript;
  readonly agendaPaths: readonly Path[];
}

/** The script that a case in YAML gives. What its names do not refer to, and dates that do not exist, are among the findings of `checks`. */
export function scriptIn(document: CaseDocument, checks: Checks): ReadScript {
  const parties = Object.entries(document.parties).map(([key, { name, description = '' }]) => ({
    key,
    name,
    description,
  }));
  const institutions = Object.entries(document.institutions).map(([key, institution]) => ({ key, ...institution }));
  for (const { key } of institutions)
    if (key === 'mediation' || checks.has('party', key))
      checks.find(['institutions', key], `“${key}” names something else already.`, 'key');
  if (checks.has('party', 'mediation'))
    checks.find(['parties', 'mediation'], '“mediation” is the mediation itself.', 'key');
  if (!isTimeZone(document['time-zone']))
    checks.find(['time-zone'], `There is no time zone “${document['time-zone']}”; write one such as Europe/Zurich.`);
  const agenda = agendaIn(document, checks);
  return {
    script: {
      opens: checks.instant(document.opens, ['opens']),
      opening: {
        name: document.name.trim(),
        summary: document.summary.trim(),
        provenance: document.provenance.trim(),
        timeZone: document['time-zone'],
        existence: document.existence,
        parties,
      },
      institutions,
      rules: { defaultRelease: document.rules['default-release'], receipts: document.rules.receipts },
      people: peopleIn(document, checks),
      agenda: agenda.map(({ act }) => ({ label: null, act })),
      history: (document.history ?? []).map((step, index) => stepIn(step, index, checks)),
    },
    agendaPaths: agenda.map(({ path }) => path),
  };
}

/** One step of the history. */
export function stepIn(step: StepDocument, index: number, checks: Checks): Step {
  const path = ['history', index];
  const at = checks.instant(step.at, [...path, 'at']);
  checks.named('person', step.by, [...path, 'by']);
  const done = actWords.filter((word) => step[word] !== undefined);
  const [only, another] = done;
  if (only === undefined) checks.find(path, `This step says nothing that is done. Say one of ${actWords.join(', ')}.`);
  if (another !== undefined)
    checks.find([...path, another], `A step is one act, and this one already has “${only}”.`, 'key');
  const act =
    only === undefined ? nothing : read(only, step[only], { path: [...path, only], index, at, by: step.by, checks });
  return { at, by: step.by, label: step.label ?? null, act };
}

/** The act of a step that says none, which is among the findings. */
const nothing: Act = { kind: 'look' };

const read = <W extends ActWord>(word: W, written: ActDocument<W> | undefined, place: ActPlace): Act =>
  written === undefined ? nothing : actIn(word, written, place);

function peopleIn({ people }: CaseDocument, checks: Checks): readonly ScriptPerson[] {
  return Object.entries(people).map(([key, { name, ...role }]) => ({
    key,
    name,
    role: roleIn(role, ['people', key], checks),
  }));
}

interface AgendaItem {
  readonly act: AgendaStep['act'];
  readonly path: Path;
}

function agendaIn(
  { tracks = {}, venues = {}, issues = {}, deadlines = [] }: CaseDocument,
  checks: Checks,
): readonly AgendaItem[] {
  const items = <T extends { readonly 'known-to'?: StepSetting }>(
    section: string,
    things: Readonly<Record<string, T>>,
    read: (key: string, thing: T, path: Path) => Act,
  ) => Object.entries(things).map(([key, thing]) => ({ path: [section, key], act: read(key, thing, [section, key]) }));
  const knownTo = (thing: { readonly 'known-to'?: StepSetting }, path: Path) =>
    settingIn(thing['known-to'] ?? 'joint', [...path, 'known-to'], checks);
  return [
    ...items('tracks', tracks, (key, track, path) => ({
      kind: 'track',
      key,
      name: track.name,
      knownTo: knownTo(track, path),
    })),
    ...items('venues', venues, (key, venue, path) => ({
      kind: 'venue',
      key,
      name: venue.name,
      place: venue.place,
      knownTo: knownTo(venue, path),
    })),
    ...items('issues', issues, (key, issue, path) => ({
      ...issueIn({ key, ...issue }, path, checks),
      knownTo: knownTo(issue, path),
    })),
    ...deadlines.map((deadline, index): AgendaItem => {
      const path = ['deadlines', index];
      const falls = checks.instant(deadline.falls, [...path, 'falls'], 'end');
      return {
        path,
        act: {
          kind: 'deadline',
          name: deadline.name,
          falls,
          consequence: deadline.consequence.trim(),
          knownTo: knownTo(deadline, path),
        },
      };
    }),
  ];
}

type StepSetting = Parameters<typeof settingIn>[0] | undefined;

import {
  answerInWords,
  audienceInWords,
  deadlinesAfter,
  instant,
  institutions,
  openingOf,
  openRounds,
  parties,
  partyLetter,
  roomIn,
  settingOf,
  rosterOf,
  statusInWords,
  talksIn,
  told,
  type CaseFile,
  type Instant,
} from '../../domain/index.ts';
import { dayAndTime, inOneLine, sideInWords, timeLeft, zoneOf } from '../../web/index.ts';
import { answered, refused } from '../answer.ts';
import { fileOfSeat, noSuchSeat, withCase } from '../case-named.ts';
import { command, storeArgs } from '../command.ts';
import type { Io } from '../io.ts';
import { withExistingStore } from '../place.ts';
import { strong, table } from '../table.ts';
import { plain, wrapped } from '../wrapped.ts';

/** Shows what one seat may know of a case, in short. */
export const caseShowCommand = command({
  name: 'case show',
  does: 'Shows what one seat may know of a case, in short: the clock, where the sides stand, the latest entries.',
  args: {
    case: {
      type: 'positional',
      required: true,
      description: 'The case: its id, the beginning of its id, or its name.',
    },
    as: {
      type: 'string',
      valueHint: 'SEAT',
      default: 'mediation',
      description: 'Whose file: mediation, public, party:KEY, mediator:KEY or person:ID.',
    },
    ...storeArgs,
  },
  examples: [
    ['parley case show "The waters of the Veyra"', 'The case as the mediation knows it.'],
    ['parley case show veyra-id --as party:downstream', 'The case as the delegation of one side knows it.'],
  ],
  run: (args, io) =>
    withExistingStore(args, io, (store) =>
      withCase(store, args.case, args, io, async (found) => {
        const file = await fileOfSeat(store, found, args.as);
        if (file === null) return refused(io, args.json, noSuchSeat(args.as, found));
        const summary = summaryOf(file, args.as, instant(io.now()));
        return answered(io, args.json, summary, linesOf(summary, io));
      }),
    ),
});

const latestShown = 10;

/** A case in short, as one seat knows it. */
type Summary = ReturnType<typeof summaryOf>;

function summaryOf(file: CaseFile, seat: string, now: Instant) {
  const opening = openingOf(file);
  const at = (moment: Instant) => ({ at: moment, inZone: dayAndTime(moment, zoneOf(file)) });
  return {
    case: file.case,
    seat,
    name: opening?.name ?? null,
    summary: opening?.summary ?? null,
    provenance: opening?.provenance ?? null,
    timeZone: zoneOf(file),
    parties: parties(file).map(({ key, name }) => ({ key, letter: partyLetter(file, key), name })),
    institutions: institutions(file).map(({ key, name, standing }) => ({ key, name, standing })),
    openRounds: openRounds(file).map(({ at: since, fact }) => ({ name: fact.name, since: at(since) })),
    deadlines: deadlinesAfter(file, now).map(({ fact, audience }) => ({
      name: fact.name,
      falls: at(fact.falls),
      left: timeLeft(now, fact.falls),
      consequence: fact.consequence,
      knownTo: audienceInWords(file, audience),
    })),
    standings: standingsIn(file),
    entries: file.entries.length,
    latest: file.entries
      .slice(-latestShown)
      .reverse()
      .map((entry) => ({
        at: at(entry.at),
        by: entry.by.name,
        for: sideInWords(file, entry),
        room: roomIn(file, settingOf(entry.audience, rosterOf(file))).name,
        line: inOneLine(file, entry),
      })),
  };
}

/** The latest answers by the sides' keys, how the gap stands, and since when it is what it is. */
function standingsIn(file: CaseFile) {
  const talks = talksIn(file);
  const keys = new Map(told(parties(file)).map((name, i) => [name, parties(file)[i]?.key ?? name]));
  return talks.standing().issues.flatMap(({ issue: place, stands, status, since }) => {
    const issue = talks.issues[place];
    if (issue === undefined) return [];
    const answers = stands.map(({ party, answer }) => [
      keys.get(party) ?? party,
      typeof answer === 'number' ? answerInWords(issue, answer) : String(answer),
    ]);
    return [
      {
        issue: issue.key,
        name: issue.name,
        answers: Object.fromEntries(answers) as Record<string, string>,
        status,
        since: since === null ? null : instant(new Date(since.at)),
      },
    ];
  });
}

function linesOf(one: Summary, io: Io): readonly string[] {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', strong(title, io), ...lines];
  const paragraph = (text: string | null) => (text === null || text === '' ? [] : ['', ...wrapped(text, 80)]);
  return [
    strong(plain(one.name ?? 'A case whose opening this seat does not know'), io),
    `${one.case}, as known to ${one.seat}`,
    ...paragraph(one.summary),
    ...paragraph(one.provenance),
    ...section('Sides', [
      ...one.parties.map(({ letter, name, key }) => plain(`${letter}  ${name} (${key})`)),
      ...one.institutions.map(({ name, standing, key }) => plain(`   ${name}, ${standing} (${key})`)),
    ]),
    ...section(
      'Clock',
      one.deadlines
        .flatMap(({ left, name, falls, consequence }) =>
          wrapped(`${left} to ${name}, ${falls.inZone}${consequence === '' ? '' : `; then: ${consequence}`}`, 80),
        )
        .concat(one.openRounds.map(({ name, since }) => plain(`${name} is open, since ${since.inZone}.`))),
    ),
    ...section(
      'Where they stand',
      one.standings.length === 0
        ? []
        : table(
            ['Issue', ...one.parties.map(({ letter, name }) => `${letter} ${name}`), 'Gap'],
            one.standings.map(({ name, answers, status }) => [
              name,
              ...one.parties.map(({ key }) => answers[key] ?? 'not known'),
              status === 'unknown' ? '–' : statusInWords[status],
            ]),
            io,
          ),
    ),
    ...section(
      `The latest of ${one.entries} entries`,
      one.latest.flatMap((entry) => [
        plain(`${entry.at.inZone} · ${entry.for} · ${entry.room}`),
        ...wrapped(entry.line, 76).map((line) => `    ${line}`),
      ]),
    ),
  ];
}

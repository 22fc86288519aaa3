import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  awaiting,
  currentOf,
  entriesOf,
  isReplayRefusal,
  mayKnow,
  meetings,
  partySeat,
  replayCase,
  talksIn,
  type Actor,
  type CaseId,
  type CaseScript,
  type EntryId,
  type Instant,
  type PersonId,
  type PlayedPerson,
  type Replayed,
} from '../../domain/index.ts';
import { parseCaseYaml } from './parse.ts';

const folder = new URL('../../../examples/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(`${name}/case.yaml`, folder), 'utf8');

const scriptOf = (name: string): CaseScript => {
  const read = parseCaseYaml(textOf(name));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.script;
};

const playedFrom = (script: CaseScript): Replayed => {
  let next = 0;
  const played = replayCase(script, {
    case: 'case' as CaseId,
    person: (key) => `id-of-${key}` as PersonId,
    entry: () => `entry-${(next += 1)}` as EntryId,
  });
  if (isReplayRefusal(played)) throw new Error(JSON.stringify(played));
  return played;
};

const personIn = ({ people }: Replayed, key: string): PlayedPerson => {
  const found = people.find((person) => person.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};
const actorOf = ({ person, name, role, seats }: PlayedPerson): Actor => ({ person, name, role, seats });

const names = readdirSync(folder, { withFileTypes: true }).flatMap((found) =>
  found.isDirectory() && existsSync(new URL(`${found.name}/case.yaml`, folder)) ? [found.name] : [],
);

describe.for(names)('the example %s', (name) => {
  it('can be played', () => {
    expect(playedFrom(scriptOf(name)).entries.length).toBeGreaterThan(20);
  });

  it('says where its facts come from, and names no machine', () => {
    const text = textOf(name);
    expect(scriptOf(name).opening.provenance).toMatch(/Fiction|newspaper/);
    expect(text).not.toMatch(/\.\.\/shared|\/work|\/home|\/tmp|file:/);
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/docs\/case-file\.schema\.json\n/);
  });
});

describe('the river', () => {
  const script = scriptOf('river');
  const river = playedFrom(script);
  const file = (key: string) => personIn(river, key).file;
  const now = '2031-04-29T15:00:00.000Z' as Instant;
  const kindsWaiting = (key: string) => awaiting(file(key), actorOf(personIn(river, key)), now).map(({ kind }) => kind);

  it('has six issues, four rounds of which the last is open, and every format of meeting', () => {
    expect(currentOf(file('ines'), 'issue')).toHaveLength(6);
    const states = currentOf(file('ines'), 'round').map(({ fact }) => `${fact.name} ${fact.state}`);
    expect(states).toEqual(['Round 1 closed', 'Round 2 closed', 'Round 3 closed', 'Round 4 open']);
    const formats = meetings(file('tomas')).map(({ fact }) => fact.format);
    expect(new Set(formats)).toEqual(new Set(['proximity', 'technical', 'caucus', 'consultation', 'plenary']));
  });

  it('has a meeting that only one institution and one side know of', () => {
    const knows = (key: string) => meetings(file(key)).some(({ fact }) => fact.format === 'consultation');
    const people = ['tomas', 'karim', 'lucia', 'jonas', 'ines', 'oskar', 'hana', 'olin', 'petra', 'vera'];
    expect(people.filter(knows)).toEqual(['tomas', 'karim', 'lucia', 'jonas']);
    expect(JSON.stringify(file('ines'))).not.toContain('salt intrusion');
  });

  it('shows no side what the other side holds, or says in its own rooms', () => {
    for (const [reader, other] of [
      ['karim', 'upstream'],
      ['hana', 'downstream'],
    ] as const) {
      const theirs = file(reader).entries.filter(({ by }) => by.as === partySeat(other));
      expect(theirs).toEqual([]);
      const held = river.entries.flatMap(({ fact }) =>
        (fact.kind === 'proposal' || fact.kind === 'response') && fact.party === other
          ? [fact.note, ...fact.terms.filter(({ release }) => release === 'hold').map(({ words }) => words)]
          : [],
      );
      const read = JSON.stringify(file(reader));
      expect(held.filter((words) => words !== '' && read.includes(words))).toEqual([]);
    }
  });

  it('has carries of every kind, and answers of every kind', () => {
    const disclosures = entriesOf(file('ines'), 'disclosure').map(({ fact }) => fact);
    const items = disclosures.flatMap((fact) => fact.items);
    expect(new Set(disclosures.map(({ attribution }) => attribution))).toEqual(new Set(['attributed', 'unattributed']));
    expect(new Set(items.map(({ permission }) => permission))).toEqual(new Set(['float', 'convey', 'own']));
    expect(items.filter(({ reworded }) => reworded !== null).length).toBeGreaterThan(0);
    expect(entriesOf(file('hana'), 'receipt').length).toBeGreaterThan(2);
    const verdicts = entriesOf(file('ines'), 'response').map(({ fact }) => fact.verdict);
    expect(new Set(verdicts)).toEqual(new Set(['accept', 'reject', 'acceptIf', 'counter']));
    const withdrawn = entriesOf(file('ines'), 'withdrawal').map(({ fact }) => fact.what);
    expect(withdrawn).toEqual(['proposal', 'carried']);
    expect(entriesOf(file('ines'), 'proposal').some(({ supersedes }) => supersedes !== null)).toBe(true);
  });

  it('is set back in round 3', () => {
    const after = (label: string) => {
      const end = script.history.findIndex((step) => step.act.kind === 'closeRound' && step.act.round === label);
      const known = personIn(playedFrom({ ...script, history: script.history.slice(0, end + 1) }), 'ines').file;
      const { issues, standing } = talksIn(known);
      return standing().issues.map(({ issue, gap }) => `${issues[issue]?.key} ${gap?.toFixed(2)}`);
    };
    expect(after('round-1')).toContain('summer-flow 0.36');
    expect(after('round-2')).toContain('summer-flow 0.14');
    expect(after('round-3')).toContain('summer-flow 0.28');
    expect(after('round-2').join()).not.toContain('damage');
    expect(after('round-3')).toContain('damage 0.60');
    const limits = entriesOf(file('ines'), 'position').filter(
      ({ fact }) => fact.stance === 'redLine' && fact.issue === 'filling',
    );
    expect(limits.map(({ fact }) => fact.answer)).toEqual([7, 9]);
  });

  it('leaves something for everybody to do', () => {
    expect(kindsWaiting('hana')).toEqual(['answer']);
    expect(kindsWaiting('karim')).toEqual(['answer', 'answer']);
    expect(kindsWaiting('ines')).toEqual(['carry', 'carry', 'reply', 'reply']);
  });

  it('gives each person, after any number of steps, exactly what their seats may know', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: script.history.length }), (steps) => {
        const begun = { ...script, history: script.history.slice(0, steps) };
        const played = playedFrom(begun);
        expect(played).toEqual(playedFrom(begun));
        expect(river.entries.slice(0, played.entries.length)).toEqual(played.entries);
        for (const { seats, file: known } of played.people)
          expect(known.entries).toEqual(played.entries.filter(({ audience }) => mayKnow(seats, audience)));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the talks of January 2025', () => {
  const talks = playedFrom(scriptOf('gaza-talks-2025-01'));

  it('hold reports with their attribution and source, and nothing of either side’s own', () => {
    const kinds = new Set(talks.entries.map(({ fact }) => fact.kind));
    for (const kind of ['issue', 'position', 'proposal', 'response', 'carried', 'bridging', 'message'] as const)
      expect(kinds).not.toContain(kind);
    for (const { fact } of talks.entries)
      expect(fact).toSatisfy(
        () =>
          fact.kind !== 'report' ||
          (fact.attribution !== '' && fact.source.startsWith('The New York Times, Adam Rasgon and Aaron Boxerman')),
      );
  });

  it('have a meeting in Cairo that Egypt and Hamas alone know of, and a report of it that is the mediation’s', () => {
    const knowing = (what: 'meeting' | 'report') =>
      talks.people
        .filter(({ file }) =>
          file.entries.some(({ fact }) => fact.kind === what && JSON.stringify(fact).includes('Cairo')),
        )
        .map(({ key }) => key);
    expect(knowing('meeting')).toEqual(['egyptian-mediator', 'hamas-delegate']);
    expect(knowing('report')).toEqual(['qatari-mediator', 'egyptian-mediator', 'american-mediator']);
    const others = talks.people.filter(({ key }) => key === 'israeli-delegate' || key === 'reader');
    for (const { file } of others) expect(JSON.stringify(file)).not.toMatch(/cairo/i);
  });
});

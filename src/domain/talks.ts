import { headway, type Issue as Matter } from '../analysis/index.ts';
import { entriesOf, entryWithId, extentOf, lazily, onceWhile, type CaseFile } from './case-file.ts';
import type { Entry, EntryId } from './entry.ts';
import { issues, type Answer, type Issue } from './issues.ts';
import { originOf } from './ledger.ts';
import { parties } from './parties.ts';

/** The talks as this viewer knows them, in the form that headway and obstacles are measured on; a move's `ref` is the id of the entry that shows it. */
export interface Talks {
  readonly history: headway.History;
  readonly issues: readonly Issue[];
  /** The rounds, by their number less one. */
  readonly rounds: readonly RoundSpan[];
  /** What the history comes to, worked out when first asked for. */
  readonly standing: () => headway.Standing;
  readonly headway: () => readonly headway.RoundHeadway[];
  readonly obstacles: () => readonly headway.Obstacle[];
}

/** A round with the time when it began, and when it was closed or null. */
export interface RoundSpan {
  readonly name: string;
  readonly entry: EntryId;
  readonly from: string;
  readonly to: string | null;
}

/** What the talks are made of. */
export const kindsInTalks = [
  'issue',
  'round',
  'position',
  'proposal',
  'response',
  'carried',
  'bridging',
  'withdrawal',
  'sealedOutcome',
] as const;

/** How the gap on an issue stands, as it reads. */
export const statusInWords: Readonly<Record<headway.IssueStanding['status'], string>> = {
  agreed: 'agreed',
  first: 'seen for the first time',
  narrowing: 'narrowing',
  widening: 'widening',
  stuck: 'stuck',
  unknown: 'not known',
};

/** Positions, offers, answers and red lines in their order, from what the viewer knows and nothing else. */
export const talksIn = onceWhile(
  (file) => extentOf(file, kindsInTalks),
  (file): Talks => {
    const agenda = issues(file);
    const rounds = roundsIn(file);
    const moves: headway.Move[] = [];
    for (const entry of file.entries) {
      const [at, round] = [Date.parse(entry.at), roundAt(rounds, entry.at)];
      const said = [...movesOf(file, entry, agenda), ...takenBack(file, entry, moves)];
      moves.push(...said.map((one): headway.Move => ({ ...one, at, round, ref: entry.id })));
    }
    const history: headway.History = {
      parties: told(parties(file)),
      issues: agenda.map(issueOf),
      rounds: rounds.length,
      moves,
    };
    return {
      issues: agenda,
      rounds,
      history,
      standing: lazily(() => headway.standingIn(history)),
      headway: lazily(() => headway.headwayByRound(history)),
      obstacles: lazily(() => headway.obstaclesIn(history)),
    };
  },
);

/** An issue as the analysis takes it: by its name, with the names of its options as answers. */
export function issueOf({ name, scale }: Issue): Matter {
  return scale.kind === 'options'
    ? { kind: 'options', name, options: told(scale.options) }
    : { kind: 'range', name, from: scale.from, to: scale.to, step: scale.step, unit: scale.unit };
}

/** Their names; the keys where two have the same name. */
export function told(all: readonly { readonly key: string; readonly name: string }[]): readonly string[] {
  const names = all.map(({ name }) => name);
  return new Set(names).size === names.length ? names : all.map(({ key }) => key);
}

/** An answer as the analysis takes it: the name of an option, or the number. */
export function answerOf({ scale }: Issue, answer: Answer): Answer {
  if (scale.kind === 'range') return answer;
  return told(scale.options)[scale.options.findIndex(({ key }) => key === answer)] ?? answer;
}

type Said = Pick<headway.Move, 'kind' | 'party' | 'issue' | 'answer'>;

function movesOf(file: CaseFile, { id, fact }: Entry, agenda: readonly Issue[]): readonly Said[] {
  const said = (kind: Said['kind'], party: string, key: string, answer: Answer | null): readonly Said[] => {
    const issue = agenda.findIndex((known) => known.key === key);
    const on = agenda[issue];
    const side = told(parties(file))[parties(file).findIndex((known) => known.key === party)];
    if (on === undefined || side === undefined || (answer !== null && !lies(on, answer))) return [];
    return [{ kind, party: side, issue, answer: answer === null ? null : answerOf(on, answer) }];
  };
  switch (fact.kind) {
    case 'position':
      if (fact.stance === 'redLine')
        return fact.answer === null ? [] : said('red-line', fact.party, fact.issue, fact.answer);
      return fact.stance === 'position' && fact.answer !== null
        ? said('position', fact.party, fact.issue, fact.answer)
        : [];
    case 'proposal':
      return fact.terms.flatMap(({ issue, answer }) => said('offer', fact.party, issue, answer));
    case 'response': {
      const put = entryWithId(file, fact.to)?.fact;
      const accepted = fact.verdict === 'accept' && put !== undefined && 'terms' in put ? put.terms : [];
      return [
        ...accepted.flatMap(({ issue, answer }) => said('acceptance', fact.party, issue, answer)),
        ...fact.terms.flatMap(({ issue, answer }) => said('offer', fact.party, issue, answer)),
      ];
    }
    case 'carried': {
      // Whoever holds the source has it from the side itself.
      const { from, terms } = fact;
      if (from === null || originOf(file, id) !== null) return [];
      return terms.flatMap(({ issue, answer }) => said('offer', from.key, issue, answer));
    }
    case 'sealedOutcome': {
      // A joint yes is known to have come from every side that was asked; of a deal at a number no issue is named.
      const question = entryWithId(file, fact.question)?.fact;
      if (!fact.deal || fact.at !== null || question?.kind !== 'sealedQuestion') return [];
      return question.to.flatMap((party) =>
        question.terms.flatMap(({ issue, answer }) => said('acceptance', party, issue, answer)),
      );
    }
    default:
      return [];
  }
}

/** What a side takes back with a proposal: its answers on the issues where nothing newer of its own stands. */
function takenBack(file: CaseFile, { fact, supersedes }: Entry, moves: readonly headway.Move[]): readonly Said[] {
  if (fact.kind !== 'withdrawal' || supersedes === null || entryWithId(file, supersedes)?.fact.kind !== 'proposal')
    return [];
  return moves
    .filter((move) => move.ref === supersedes)
    .filter(
      ({ party, issue }) =>
        moves.findLast((later) => later.party === party && later.issue === issue && later.kind !== 'red-line')?.ref ===
        supersedes,
    )
    .map(({ party, issue }) => ({ kind: 'withdrawal', party, issue, answer: null }));
}

/** Whether an answer can be measured on an issue as it is now: its option may have gone, or its range have changed. */
function lies({ scale }: Issue, answer: Answer): boolean {
  return scale.kind === 'options'
    ? scale.options.some(({ key }) => key === answer)
    : typeof answer === 'number' && answer >= scale.from && answer <= scale.to;
}

function roundsIn(file: CaseFile): readonly RoundSpan[] {
  const opened = entriesOf(file, 'round').filter(
    ({ fact, supersedes }) => supersedes === null && fact.state === 'open',
  );
  return opened.map((entry) => {
    const closed = entriesOf(file, 'round').find(({ supersedes }) => supersedes === entry.id);
    return { name: entry.fact.name, entry: entry.id, from: entry.at, to: closed?.at ?? null };
  });
}

const roundAt = (rounds: readonly RoundSpan[], at: string): number | null => {
  const place = rounds.findLastIndex(({ from, to }) => from <= at && (to === null || at < to));
  return place < 0 ? null : place + 1;
};

import type { Instant } from '../../domain/index.ts';
import { instantIn, isTimeZone, type Edge } from './time.ts';
import type { Finding } from './words.ts';
import { nearest } from '../nearest-word.ts';
import type { Path } from '../yaml/places.ts';

/** What a key in a case can name. */
export type Named = 'party' | 'institution' | 'person' | 'issue' | 'track' | 'venue' | 'round' | 'label';

/** What the names in a case refer to, and what has been found wrong with them. Each check gives back what it was given, so that reading goes on. */
export interface Checks {
  readonly findings: readonly Finding[];
  readonly find: (path: Path, message: string, aim?: 'key' | 'value') => void;
  /** The key, if it names one of these things; a label must be of a step before `before`. */
  readonly named: (what: Named, key: string, path: Path, before?: number) => string;
  /** The party that a person speaks for, or null. */
  readonly partyOf: (person: string) => string | null;
  readonly has: (what: Named, key: string) => boolean;
  readonly instant: (written: string, path: Path, edge?: Edge) => Instant;
}

const whatItIs: Readonly<Record<Named, string>> = {
  party: 'party',
  institution: 'institution',
  person: 'person',
  issue: 'issue',
  track: 'track',
  venue: 'venue',
  round: 'round',
  label: 'step above this one with the label',
};

/** The checks of one file, from its plain value: names are gathered from the parts that can be read, so that one fault does not bring forth others. */
export function checksOf(value: unknown): Checks {
  const findings: Finding[] = [];
  const names = namesIn(value);
  const zone = field(value, 'time-zone');
  const timeZone = typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
  const find: Checks['find'] = (path, message, aim = 'value') => void findings.push({ path, message, aim });
  return {
    findings,
    find,
    partyOf(person) {
      const party = field(field(field(value, 'people'), person), 'delegate');
      return typeof party === 'string' ? party : null;
    },
    has: (what, key) => names[what].has(key),
    named(what, key, path, before = Infinity) {
      const known = [...names[what]].filter(([, place]) => place < before).map(([name]) => name);
      if (known.includes(key)) return key;
      const near = nearest(key, known);
      find(
        path,
        `There is no ${whatItIs[what]} “${key}”${near === null ? '' : `; did you mean “${near}”?`}`.replace(
          /([^?])$/,
          '$1.',
        ),
      );
      return key;
    },
    instant(written, path, edge = 'start') {
      const read = instantIn(written, timeZone, edge);
      if ('instant' in read) return read.instant;
      find(path, read.fault);
      return '' as Instant;
    },
  };
}

/** Every name in a case, with the place of the step that gives it (-1: the head of the file). */
function namesIn(value: unknown): Readonly<Record<Named, ReadonlyMap<string, number>>> {
  const history = field(value, 'history');
  const steps = Array.isArray(history) ? (history as readonly unknown[]) : [];
  const inHead = (section: string) =>
    Object.keys(Object(field(value, section)) as object).map((key) => [key, -1] as const);
  const inSteps = (read: (step: unknown) => unknown) =>
    steps.flatMap((step, place) => {
      const name = read(step);
      return typeof name === 'string' ? [[name, place] as const] : [];
    });
  return {
    party: new Map(inHead('parties')),
    institution: new Map(inHead('institutions')),
    person: new Map(inHead('people')),
    issue: new Map([...inHead('issues'), ...inSteps((step) => field(field(step, 'add-issue'), 'key'))]),
    track: new Map([...inHead('tracks'), ...inSteps((step) => field(field(step, 'add-track'), 'key'))]),
    venue: new Map([...inHead('venues'), ...inSteps((step) => field(field(step, 'add-venue'), 'key'))]),
    round: new Map(inSteps((step) => field(field(step, 'open-round'), 'name'))),
    label: new Map(inSteps((step) => field(step, 'label'))),
  };
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

import { randomUUID } from 'node:crypto';
import {
  isReplayRefusal,
  replayCase,
  type CaseId,
  type CaseScript,
  type EntryId,
  type Instant,
  type PersonId,
  type Replayed,
  type Step,
} from '../src/domain/index.ts';

const opens = Date.parse('2021-01-01T00:00:00.000Z');
const at = (minutes: number): Instant => new Date(opens + minutes * 60_000).toISOString() as Instant;
const issueKeys = Array.from({ length: 12 }, (_, i) => `issue-${i + 1}`);
const sides = ['north', 'south', 'west'] as const;

/** A case of three sides and twelve issues with about `entries` entries: messages, proposals and carries in turn. */
export function crowdedCase(entries: number): Replayed {
  const history: Step[] = [];
  for (let i = 0; history.length < entries - 40; i += 1) {
    const side = sides[i % 3] ?? 'north';
    const by = `${side}-1`;
    const room = { kind: 'caucus', parties: [side] } as const;
    if (i % 5 !== 0) {
      history.push({
        at: at(i),
        by: i % 2 === 0 ? by : 'mara',
        label: null,
        act: { kind: 'say', room, words: `What was said at ${i}, at some length, as people speak in such rooms.` },
      });
      continue;
    }
    const terms = [0, 1, 2].map(
      (n) =>
        ({
          issue: issueKeys[(i / 5 + n) % 12] ?? 'issue-1',
          answer: (i + n) % 100,
          release: 'convey',
          words: '',
        }) as const,
    );
    history.push({
      at: at(i),
      by,
      label: `p${i}`,
      act: { kind: 'submitProposal', room, terms, note: '', expires: null, revises: null },
    });
  }
  const script: CaseScript = {
    opens: at(0),
    opening: {
      name: 'A crowded case',
      summary: '',
      provenance: 'Made for measuring.',
      timeZone: 'UTC',
      existence: 'confidential',
      parties: sides.map((key) => ({ key, name: key, description: '' })),
    },
    institutions: [{ key: 'office', name: 'The Office', standing: 'lead' }],
    rules: { defaultRelease: 'hold', receipts: true },
    people: [
      { key: 'mara', name: 'Mara', role: { kind: 'mediator', institution: 'office' } },
      ...sides.map((party) => ({
        key: `${party}-1`,
        name: `Delegate of ${party}`,
        role: { kind: 'delegate', party, rank: 'senior', mandate: { kind: 'negotiate', issues: [] } } as const,
      })),
    ],
    agenda: issueKeys.map((key) => ({
      label: null,
      act: {
        kind: 'issue',
        key,
        name: key,
        description: '',
        scale: { kind: 'range', from: 0, to: 100, unit: '', step: 1 },
        knownTo: { kind: 'joint' },
      },
    })),
    history,
  };
  const people = new Map<string, PersonId>();
  const person = (key: string): PersonId => {
    const known = people.get(key) ?? (randomUUID() as PersonId);
    people.set(key, known);
    return known;
  };
  const played = replayCase(script, { case: randomUUID() as CaseId, person, entry: () => randomUUID() as EntryId });
  if (isReplayRefusal(played)) throw new Error(JSON.stringify(played));
  return played;
}

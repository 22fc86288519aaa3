import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallCase } from '../../tests/support/small-case.ts';
import { markOf, since } from './case-file.ts';
import type { Setting } from './confidentiality.ts';
import { say } from './rooms.ts';

const rooms: readonly Setting[] = [
  { kind: 'mediation' },
  { kind: 'joint' },
  { kind: 'caucus', parties: ['north'] },
  { kind: 'caucus', parties: ['south'] },
  { kind: 'consultation', institution: 'office', parties: ['north'] },
];

it('a mark tells exactly what came after it, wherever the newer entries stand in the order of time', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 8 }), fc.array(fc.nat(4), { maxLength: 8 }), (before, after) => {
      const small = smallCase();
      const speak = (room: number) =>
        small.did('mara', (file, actor, make) => say(file, actor, rooms[room] ?? { kind: 'joint' }, 'A word.', make));
      before.forEach(speak);
      const mark = markOf(small.file('mara'));
      const fresh = after.flatMap(speak);
      const { entries, ...rest } = small.file('mara');
      // The clock may run backwards between two audiences, and never within one: newer entries may stand before older ones.
      const byAudience = [...entries].sort((a, b) =>
        a.audience.join() < b.audience.join() ? -1 : Number(a.audience.join() !== b.audience.join()),
      );
      const shuffled = { ...rest, entries: byAudience };
      expect(new Set(since(shuffled, mark))).toEqual(new Set(fresh));
      expect(since(shuffled, markOf(small.file('mara')))).toEqual([]);
      expect(since(small.file('mara'), 'no mark at all')).toHaveLength(entries.length);
    }),
  );
});

import { expect, test } from 'vitest';
import type { CaseFile, CaseId, Seat } from '../../src/domain/index.ts';
import { HeldFiles } from '../../src/store/read-case-file.ts';

const caseId = '00000000-0000-4000-8000-000000000001' as CaseId;
const seats: readonly Seat[] = ['party:downstream', 'person:00000000-0000-4000-8000-000000000002'];
const file: CaseFile = { case: caseId, seats, entries: [] };

test('a case file that is kept in memory is not read again because something was recorded for others, which would take longer', () => {
  const held = new HeldFiles(true);
  held.keep(`${caseId} ${seats.join(' ')}`, file, new Map());
  held.note(caseId, ['mediation', 'party:upstream']);
  expect(held.unchanged(caseId, seats)).toBe(file);
  held.note(caseId, ['mediation', 'party:downstream']);
  expect(held.unchanged(caseId, seats)).toBeUndefined();
});

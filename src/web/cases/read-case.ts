import type { CaseScript, Instant, Release } from '../../domain/index.ts';
import { problemWith, type Form, type Problem } from '../form.ts';
import { isZone } from '../times.tsx';
import { institutionsIn, issuesIn, partiesIn } from './outline.ts';

const releases: readonly Release[] = ['hold', 'float', 'convey'];

/** The case that a form describes, as a script whose one person is whoever opens it; or what is wrong with the form. */
export function readCase(form: Form, opens: Instant): CaseScript | Problem {
  const line = (field: string) => form.text(field).trim().replace(/\s+/g, ' ');
  const name = line('name');
  if (name === '') return problemWith('name', 'Give the case a name.');
  const own = line('own');
  if (own === '') return problemWith('own', 'Give the name by which the others will know you in this case.');
  const timeZone = line('zone');
  if (!isZone(timeZone))
    return problemWith('zone', `There is no time zone “${timeZone}”. Write one such as Europe/Zurich or UTC.`);
  const parties = partiesIn(form.text('parties'));
  const institutions = institutionsIn(
    form.text('institutions'),
    parties.map(({ key }) => key),
  );
  if ('unread' in institutions) return problemWith('institutions', institutions.unread);
  const lead = institutions.find(({ standing }) => standing === 'lead');
  if (lead === undefined)
    return problemWith(
      'institutions',
      'One mediating institution must have the lead; you will belong to the first that has it.',
    );
  const issues = issuesIn(form.text('issues'));
  if ('unread' in issues) return problemWith('issues', issues.unread);
  const tooLong = [
    name,
    own,
    ...parties.map((party) => party.name),
    ...institutions.map((one) => one.name),
    ...issues.map((issue) => issue.name),
  ].find((text) => text.length > 200);
  if (tooLong !== undefined)
    return problemWith('name', `A name has at most 200 characters; this one has more: “${tooLong.slice(0, 40)}…”.`);
  return {
    opens,
    opening: {
      name,
      summary: form.text('summary').trim(),
      provenance: form.text('provenance').trim(),
      timeZone,
      existence: form.text('existence') === 'public' ? 'public' : 'confidential',
      parties,
    },
    institutions,
    rules: {
      defaultRelease: releases.find((release) => release === form.text('release')) ?? 'hold',
      receipts: form.text('receipts') !== 'no',
    },
    people: [{ key: 'founder', name: own, role: { kind: 'mediator', institution: lead.key } }],
    agenda: issues.map((issue) => ({
      label: null,
      act: { kind: 'issue', ...issue, description: '', knownTo: { kind: 'joint' } },
    })),
    history: [],
  };
}

import { describe, expect, it } from 'vitest';
import { smallCase, type SmallCase } from '../../tests/support/small-case.ts';
import { addIssue } from './agenda.ts';
import { putForward } from './bridging.ts';
import { appoint } from './delegations.ts';
import type { Instant } from './entry.ts';
import { enterObstacle, reviseObstacle } from './obstacles.ts';
import { takePosition } from './positions.ts';
import { statePreferences } from './preferences.ts';
import { submitProposal } from './proposals.ts';
import { askSealed } from './sealed.ts';
import type { Setting } from './confidentiality.ts';

/** “Fees” is known to the mediation and North; “Amnesty” to the Friends and North, and to nobody else. */
function withSecrets(): SmallCase {
  const small = smallCase();
  small.did('finn', (file, actor, make) =>
    addIssue(
      file,
      actor,
      {
        key: 'amnesty',
        name: 'Amnesty',
        description: '',
        scale: { kind: 'range', from: 0, to: 10, unit: '', step: 1 },
        knownTo: { kind: 'consultation', institution: 'friends', parties: ['north'] },
      },
      make,
    ),
  );
  return small;
}

const caucus = (party: string): Setting => ({ kind: 'caucus', parties: [party] });
const mediation: Setting = { kind: 'mediation' };
const refusedFor = (name: string) => ({
  refused: 'invalid',
  about: `Some of those who would read this do not know the issue “${name}”.`,
});

describe('an issue is named to nobody who does not know it', () => {
  it('by an obstacle, entered or revised', () => {
    const small = withSecrets();
    const obstacle = { title: 'Stuck', words: '', remedy: '', raisedBy: null, state: 'standing' } as const;
    const enter = (who: string, issue: string | null, knownTo: Setting) =>
      small.act(who, (file, actor, make) => enterObstacle(file, actor, { ...obstacle, issue, knownTo }, make));
    expect(enter('mara', 'fees', { kind: 'joint' })).toMatchObject({ ...refusedFor('Fees'), field: 'issue' });
    expect(enter('mara', 'fees', caucus('south'))).toMatchObject(refusedFor('Fees'));
    expect(enter('finn', 'amnesty', mediation)).toMatchObject(refusedFor('Amnesty'));
    expect(enter('mara', 'fees', caucus('north'))).toHaveLength(1);
    const [joint] = small.did('mara', (file, actor, make) =>
      enterObstacle(file, actor, { ...obstacle, issue: 'water', knownTo: { kind: 'joint' } }, make),
    );
    const revised = small.act('mara', (file, actor, make) =>
      reviseObstacle(file, actor, joint!.id, { issue: 'fees' }, make),
    );
    expect(revised).toMatchObject(refusedFor('Fees'));
  });

  it('by a mandate', () => {
    const small = withSecrets();
    const give = (key: string, party: string, issue: string) =>
      small.act('mara', (file, actor, make) =>
        appoint(
          file,
          actor,
          {
            person: small.actor(key).person,
            name: key,
            role: { kind: 'delegate', party, rank: 'senior', mandate: { kind: 'negotiate', issues: [issue] } },
          },
          make,
        ),
      );
    expect(give('sara', 'south', 'fees')).toMatchObject({ ...refusedFor('Fees'), field: 'mandate' });
    expect(give('nora', 'north', 'fees')).not.toHaveProperty('refused');
  });

  it('by points, a position or a proposal', () => {
    const small = withSecrets();
    const points = (who: string, party: string, issue: string, to: number, room: Setting) =>
      small.act(who, (file, actor, make) =>
        statePreferences(
          file,
          actor,
          {
            party,
            issues: [
              {
                issue,
                weight: 1,
                worth: {
                  kind: 'range',
                  points: [
                    { at: 0, value: 0 },
                    { at: to, value: 100 },
                  ],
                },
              },
            ],
            reservation: null,
            basis: '',
            room,
          },
          make,
        ),
      );
    expect(points('finn', 'north', 'amnesty', 10, mediation)).toMatchObject({
      ...refusedFor('Amnesty'),
      field: 'weight.amnesty',
    });
    expect(
      points('finn', 'north', 'amnesty', 10, { kind: 'consultation', institution: 'friends', parties: [] }),
    ).toHaveLength(1);
    expect(points('nora', 'north', 'amnesty', 10, caucus('north'))).toMatchObject(refusedFor('Amnesty'));
    expect(points('nora', 'north', 'fees', 1, caucus('north'))).toHaveLength(1);
    const position = (who: string, issue: string, room: Setting) =>
      small.act(who, (file, actor, make) =>
        takePosition(file, actor, { party: 'north', issue, stance: 'position', answer: 1, words: '', room }, make),
      );
    expect(position('finn', 'amnesty', mediation)).toMatchObject(refusedFor('Amnesty'));
    expect(position('nora', 'fees', { kind: 'joint' })).toMatchObject(refusedFor('Fees'));
    const proposal = (issue: string, room: Setting) =>
      small.act('nora', (file, actor, make) =>
        submitProposal(
          file,
          actor,
          { terms: [{ issue, answer: 1, words: '', release: 'convey' }], note: '', expires: null, room, revises: null },
          make,
        ),
      );
    expect(proposal('amnesty', caucus('north'))).toMatchObject({ ...refusedFor('Amnesty'), field: 'terms.amnesty' });
    expect(proposal('amnesty', { kind: 'consultation', institution: 'friends', parties: ['north'] })).toHaveLength(1);
  });

  it('by what is put to the sides', () => {
    const small = withSecrets();
    const put = (who: string, issue: string, to: readonly string[]) =>
      small.act(who, (file, actor, make) =>
        putForward(
          file,
          actor,
          {
            form: 'bridging',
            title: 'Between',
            words: '',
            terms: [{ issue, answer: 1, words: '' }],
            to,
            manner: 'apart',
            expires: null,
          },
          make,
        ),
      );
    expect(put('mara', 'fees', ['north', 'south'])).toMatchObject({ ...refusedFor('Fees'), field: 'terms.fees' });
    expect(put('finn', 'amnesty', ['north'])).toMatchObject(refusedFor('Amnesty'));
    expect(put('mara', 'fees', ['north'])).not.toHaveProperty('refused');
    const asked = small.act('mara', (file, actor, make) =>
      askSealed(
        file,
        actor,
        {
          title: 'Fees',
          words: '',
          terms: [{ issue: 'fees', answer: 1, words: '' }],
          to: ['north', 'south'],
          rule: { kind: 'yesNo' },
          closes: '2031-12-31T00:00:00.000Z' as Instant,
        },
        make,
      ),
    );
    expect(asked).toMatchObject(refusedFor('Fees'));
  });
});

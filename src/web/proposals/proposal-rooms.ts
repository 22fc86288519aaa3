import { institutions, roomIn, type Room } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

/** The rooms in which a delegate's side can put something forward: with the whole mediation, or with one of several institutions that mediate. */
export function proposalRooms({ file, actor }: View): readonly Room[] {
  if (actor.role.kind !== 'delegate') return [];
  const { party } = actor.role;
  const mediating = institutions(file).filter(({ standing }) => standing !== 'observer');
  const apart =
    mediating.length < 2
      ? []
      : mediating.map(({ key }) => roomIn(file, { kind: 'consultation', institution: key, parties: [party] }));
  return [roomIn(file, { kind: 'caucus', parties: [party] }), ...apart];
}

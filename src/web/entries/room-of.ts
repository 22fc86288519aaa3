import { rosterOf, roomIn, settingOf, type Audience, type CaseFile, type Room } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

/** The room whose conversation has this audience, used before or not. */
export const roomOf = (file: CaseFile, audience: Audience): Room => roomIn(file, settingOf(audience, rosterOf(file)));

/** The room in which those who mediate within an audience meet one party: where an answer to it, or something carried from it, is read. */
export function roomWith(file: CaseFile, audience: Audience, party: string): Room {
  const setting = settingOf(audience, rosterOf(file));
  return roomIn(
    file,
    setting.kind === 'consultation' ? { ...setting, parties: [party] } : { kind: 'caucus', parties: [party] },
  );
}

/** The address of a room. */
export const roomAddress = ({ base }: View, room: Room): string => `${base}/rooms/${room.key}`;

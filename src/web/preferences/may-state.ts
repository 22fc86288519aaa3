import { isRefusal, mayMediate, parties } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

/** Whether the viewer may state what a side values: its delegates, and those who mediate, as an estimate. */
export function mayStateFor({ file, actor }: View, party: string): boolean {
  if (!parties(file).some(({ key }) => key === party)) return false;
  return actor.role.kind === 'delegate' ? actor.role.party === party : !isRefusal(mayMediate(file, actor, 'estimate'));
}

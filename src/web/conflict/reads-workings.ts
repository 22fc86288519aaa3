import { isRefusal, mayMediate, standingOf } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

/** Whether the person reads the workings of the mediation: all who mediate, but observers. */
export function readsWorkings({ file, actor }: View): boolean {
  const standing = standingOf(file, actor);
  return standing !== null && standing !== 'observer';
}

/** Whether the person sets workings up and revises them. */
export const setsUpWorkings = ({ file, actor }: View): boolean =>
  !isRefusal(mayMediate(file, actor, 'keep workings of the mediation'));

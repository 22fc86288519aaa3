import { isRefusal, mayManage } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

/** Whether the viewer keeps the agenda, the meetings and the rules of the case. */
export const managesCase = (view: View): boolean => !isRefusal(mayManage(view.file, view.actor, 'keep the agenda'));

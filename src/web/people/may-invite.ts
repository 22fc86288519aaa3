import { isRefusal, mayManage } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

/** Whether the viewer appoints and invites people here. */
export const mayInvite = (view: View): boolean => !isRefusal(mayManage(view.file, view.actor, 'appoint people'));

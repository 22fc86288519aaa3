import { instant, type Instant } from './entry.ts';
import type { Act, AgendaStep, CaseScript } from './script.ts';

/** A script with every time in it moved by so many milliseconds: what lay ahead lies ahead by as much. Times in words stay as they are written. */
export function shiftScript(script: CaseScript, milliseconds: number): CaseScript {
  const move = <T extends Instant | null>(at: T): T =>
    at === null ? at : (instant(new Date(Date.parse(at) + milliseconds)) as T);
  const step = <S extends AgendaStep>(moved: S): S => ({ ...moved, act: shiftAct(moved.act, move) });
  return {
    ...script,
    opens: move(script.opens),
    agenda: script.agenda.map(step),
    history: script.history.map((moved) => ({ ...step(moved), at: move(moved.at) })),
  };
}

type Move = <T extends Instant | null>(at: T) => T;

function shiftAct(act: Act, move: Move): Act {
  switch (act.kind) {
    case 'deadline':
      return { ...act, falls: move(act.falls) };
    case 'report':
      return { ...act, on: move(act.on) };
    case 'callMeeting':
      return { ...act, starts: move(act.starts) };
    case 'reviseMeeting':
      return act.change.starts === undefined
        ? act
        : { ...act, change: { ...act.change, starts: move(act.change.starts) } };
    case 'submitProposal':
    case 'putForward':
      return { ...act, expires: move(act.expires) };
    case 'track':
    case 'venue':
    case 'issue':
    case 'delegation':
    case 'openRound':
    case 'closeRound':
    case 'say':
    case 'takePosition':
    case 'withdrawProposal':
    case 'carry':
    case 'respond':
    case 'withdrawCarried':
    case 'changeRules':
    case 'statePreferences':
    case 'enterObstacle':
    case 'reviseObstacle':
    case 'giveAccount':
    case 'appoint':
    case 'dismiss':
    case 'look':
      return act;
  }
}

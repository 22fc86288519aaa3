import {
  isReplayRefusal,
  refusalInWords,
  replayCase,
  type CaseScript,
  type Replayed,
  type ReplayIds,
} from '../../domain/index.ts';
import { parseCaseYaml, type ReadCase } from './parse.ts';
import type { Fault } from '../yaml/document.ts';

/** A case that was played to its end, or what is wrong with its text, or the step that a person could not take and why. */
export type PlayedCase =
  | { readonly script: CaseScript; readonly played: Replayed }
  | { readonly errors: readonly Fault[] };

/** Reads a case from YAML and plays it. */
export function playCaseYaml(text: string, ids: ReplayIds): PlayedCase {
  const read = parseCaseYaml(text);
  return 'errors' in read ? read : playRead(read, ids);
}

/** Plays a case that was read. */
export function playRead({ script, placeOf }: ReadCase, ids: ReplayIds): PlayedCase {
  const played = replayCase(script, ids);
  if (!isReplayRefusal(played)) return { script, played };
  const { refusal, place } = played;
  return { errors: [{ ...placeOf(place, refusal.field), message: refusalInWords(refusal) }] };
}

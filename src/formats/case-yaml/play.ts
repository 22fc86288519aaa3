import {
  isReplayRefusal,
  refusalInWords,
  replayCase,
  type CaseScript,
  type Replayed,
  type ReplayIds,
} from '../../domain/index.ts';
import { parseCaseYaml } from './parse.ts';
import type { Fault } from '../yaml/document.ts';

/** Reads a case from YAML and plays it: its entries, or what is wrong with the text, or the step that a person could not take and why. */
export function playCaseYaml(
  text: string,
  ids: ReplayIds,
): { readonly script: CaseScript; readonly played: Replayed } | { readonly errors: readonly Fault[] } {
  const read = parseCaseYaml(text);
  if ('errors' in read) return read;
  const played = replayCase(read.script, ids);
  if (!isReplayRefusal(played)) return { script: read.script, played };
  const { refusal, place } = played;
  return { errors: [{ ...read.placeOf(place, refusal.field), message: refusalInWords(refusal) }] };
}

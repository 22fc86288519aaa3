import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  isReplayRefusal,
  refusalInWords,
  replayCase,
  shiftScript,
  type CaseId,
  type CaseScript,
  type EntryId,
  type PersonId,
  type ReplayIds,
} from '../domain/index.ts';
import { parseCaseYaml } from '../formats/index.ts';
import { accountsForDemonstration, caseIds, idFrom, importCase, type Store } from '../store/index.ts';

/** A worked case of the demonstration. An invented one is moved in time, so that its clock runs as it did for its people; a real one stays at its dates. */
const examples = [
  { name: 'river', moved: true },
  { name: 'gaza-talks-2025-01', moved: false },
] as const;

/** Loads the examples that the demonstration does not have yet; gives their names. */
export async function loadExamples(store: Store, now: Date): Promise<readonly string[]> {
  const there = await caseIds(store);
  const loaded: string[] = [];
  for (const { name, moved } of examples) {
    const id = idFrom('demonstration', name) as CaseId;
    const file = fileURLToPath(new URL(`../../examples/${name}/case.yaml`, import.meta.url));
    if (there.includes(id) || !existsSync(file)) continue;
    const script = scriptIn(file);
    const played = playedAs(moved ? shiftScript(script, untilNow(script, now)) : script, id, file);
    await importCase(store, played, await accountsForDemonstration(store, played, now));
    loaded.push(name);
  }
  return loaded;
}

const day = 24 * 3_600_000;

/** How far to move a script so that its last step lies at most a day before now, in whole days, so that a meeting at ten stays at ten. */
export function untilNow(script: CaseScript, now: Date): number {
  const last = Date.parse(script.history.at(-1)?.at ?? script.opens);
  return Math.floor((now.getTime() - hoursBefore - last) / day) * day;
}

/** What happened last has had time to sink in. */
const hoursBefore = 2 * 3_600_000;

function scriptIn(file: string): CaseScript {
  const read = parseCaseYaml(readFileSync(file, 'utf8'));
  if (!('errors' in read)) return read.script;
  const [first] = read.errors;
  throw new Error(`${file}:${first?.line ?? 1}:${first?.column ?? 1}: ${first?.message ?? 'cannot be read'}`);
}

function playedAs(script: CaseScript, id: CaseId, file: string) {
  const ids: ReplayIds = { case: id, person: () => randomUUID() as PersonId, entry: () => randomUUID() as EntryId };
  const played = replayCase(script, ids);
  if (isReplayRefusal(played))
    throw new Error(`${file}: ${refusalInWords(played.refusal)} (${JSON.stringify(played.place)})`);
  return played;
}
